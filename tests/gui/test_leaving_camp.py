"""The card and the paper "Leaving camp" say what the receipts say."""

import pytest
from support.headquarters import Mode
from support.screens import a_desk
from support.travelling import a_laptop, raju

from resources.problems import Problem
from resources.store import patients
from resources.terms import Origin
from workstation.gui.paper import keep, pdf_of_text
from workstation.gui.syncing.leaving_card import LeavingCard
from workstation.gui.syncing.leaving_paper import paper_of
from workstation.gui.words import Words


@pytest.fixture
def laptop(tmp_path):
    with a_laptop(tmp_path) as one:
        with one.store.write(Origin.PERSON, "grace") as unit:
            patients.register(unit, raju(given_name="No pictures"))
        person = one.registers(given_name="Lakshmi <b>")
        one.pictures(2, person)
        yield one


def in_step(laptop):
    for _ in range(2):
        laptop.sync.once()
        laptop.clock.forward(60)


@pytest.fixture
def paper(laptop, look):
    def write(words=None):
        return paper_of(laptop.sync.leaving(), "Camp 7", laptop.store.zone, words or look.words)

    return write


@pytest.mark.hazard("HZ-05")
def test_the_paper_says_no_until_headquarters_showed_every_picture(laptop, paper):
    laptop.hq.mode = Mode.LISTED_ABSENT
    in_step(laptop)
    assert ">No</h1>" in paper() and "2 pictures are not confirmed by headquarters." in paper()
    laptop.hq.mode = Mode.WELL
    laptop.clock.forward(7200)
    in_step(laptop)
    assert ">The pictures, yes</h1>" in paper() and "take a backup with you" in paper()
    assert "<td>2</td><td>2</td><td>0</td>" in paper()
    older = laptop.hq.snapshot()
    laptop.hq.restore(dict(list(older.items())[:1]))
    laptop.hq.mode = Mode.FAILED_202
    laptop.clock.forward(7200)
    in_step(laptop)
    assert ">No</h1>" in paper() and "<td>2</td><td>1</td><td>1</td>" in paper()


def test_names_are_text_and_people_without_pictures_need_no_line(paper):
    assert "Lakshmi &lt;b&gt; Devi" in paper()
    assert "No pictures" not in paper()


@pytest.mark.parametrize("language", ["en", "ar", "hi"])
def test_the_card_answers_and_the_file_can_be_opened(qtbot, laptop, wear, tmp_path, language):
    in_step(laptop)
    look = wear("daylight", language)
    card = LeavingCard(a_desk(qtbot, laptop.store, look), laptop.sync)
    qtbot.addWidget(card)
    card.show_leaving(laptop.sync.leaving())
    path = tmp_path / "leaving.pdf"
    card.save(path)
    qtbot.waitUntil(lambda: bool(card._desk.toast.sentence))
    assert path.read_bytes().startswith(b"%PDF")
    assert b"%%EOF" in path.read_bytes()[-64:]


def test_a_page_that_cannot_be_written_is_not_called_saved(tmp_path, look, paper):
    with pytest.raises(Problem, match="Choose another place"):
        keep(tmp_path / "absent" / "page.pdf", pdf_of_text(paper(), look))


def test_arabic_reads_from_the_right(paper):
    assert 'dir="rtl"' in paper(Words("ar"))
