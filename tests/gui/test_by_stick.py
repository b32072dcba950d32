"""The dialog "By stick" writes, brings in, and says no more than what was done."""

import pytest
from support.screens import a_desk
from support.travelling import a_laptop

from resources.problems import Invalid, Locked, StorageFull, Unavailable
from resources.terms import Origin
from sync.sticks.form import PICTURES, RECEIPTS, own_id
from sync.sticks.outcomes import Arrived, Kept, Written
from sync.sticks.taking import take_in
from workstation.compose import StickDesk
from workstation.gui.syncing.leaving_card import LeavingCard
from workstation.gui.syncing.stick_dialog import sentence_of
from workstation.gui.words import LANGUAGES, Words
from workstation.settings import Hq, Settings

SECRET = "river mango lantern"


@pytest.fixture
def camp(tmp_path):
    with a_laptop(tmp_path / "camp", connect=None, headquarters="") as one:
        one.pictures(2, one.registers())
        yield one


@pytest.fixture
def dialog_of(qtbot, look):
    kept = []

    def open_dialog(laptop, settings):
        card = LeavingCard(a_desk(qtbot, laptop.store, look), laptop.sync, StickDesk(laptop.store, settings))
        qtbot.addWidget(card)
        kept.append(card)
        card.show()
        card.open_sticks()
        return card.dialog

    return open_dialog


def press(qtbot, dialog, button, folder, secret=SECRET):
    dialog.folder.setText(str(folder))
    dialog.passphrase.setText(secret)
    button.click()
    qtbot.waitUntil(lambda: button.isEnabled() and bool(dialog.outcome.text()))
    return dialog.outcome.text()


@pytest.mark.hazard("HZ-05")
def test_out_there_back_and_only_then_it_counts(qtbot, camp, other, dialog_of, tmp_path):
    with other.write(Origin.STATION) as unit:
        settings = Settings(hq=Hq(station=own_id(unit)))
    dialog, stick = dialog_of(camp, settings), tmp_path / "stick"
    said = press(qtbot, dialog, dialog.write, stick)
    assert said == (
        "2 pictures are on the stick and were read back. They count when their receipts come. "
        "Records on the stick: 2. They count when their receipts come."
    )
    assert dialog.passphrase.text() == ""
    assert press(qtbot, dialog, dialog.take, stick) == "There is nothing to bring."
    for path in list(stick.iterdir()):
        take_in(other, path, SECRET)
    assert (
        press(qtbot, dialog, dialog.take, stick) == "Receipts: 2 fit, 0 do not. Receipts for records: 2 fit, 0 do not."
    )
    assert press(qtbot, dialog, dialog.write, stick) == "There is nothing to bring."


def test_a_wrong_passphrase_a_short_one_and_no_folder_are_said(qtbot, camp, other, dialog_of, tmp_path):
    dialog, stick = dialog_of(camp, Settings()), tmp_path / "stick"
    press(qtbot, dialog, dialog.write, stick)
    assert "does not open" in press(qtbot, dialog, dialog.take, stick, "quite another one")
    dialog.passphrase.setText("short")
    dialog.write.click()
    assert dialog.write.isEnabled() and len(list(stick.iterdir())) == 1
    dialog.folder.setText("relative")
    dialog.write.click()
    assert dialog.write.isEnabled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_has_its_words_in_every_language(language):
    words = Words(language)
    outcomes = [
        Written((), 0, 0), Written((), 1, 1), Written((), 5, 2), Arrived(PICTURES, "x", 3, 1, 1, 1),
        Arrived(RECEIPTS, "x", 2, confirmed=2), Written((), 0, 0, 3), Arrived(PICTURES, "x", records=Kept(1, 1, 1, 1)),
        Arrived(PICTURES, "x", records=Kept(withdrawn=2)),
        Arrived(RECEIPTS, "x", records_confirmed=2, records_refused=1), Arrived(RECEIPTS, "x", 2, confirmed=2, note="n"),
        StorageFull("s"), Locked("s"), Unavailable("s"), Invalid("s"),
    ]  # fmt: skip
    assert all(sentence_of(one, words) for one in outcomes)
    withdrawn = sentence_of(Arrived(PICTURES, "x", records=Kept(withdrawn=2)), words)
    assert words("stick.records-withdrawn", n=2) in withdrawn
