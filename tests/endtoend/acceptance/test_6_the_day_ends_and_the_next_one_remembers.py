"""End-of-day poster and backup; next day priors show beside new images."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from support import reading
from support.camp import a_camp
from support.drawn import a_flat_eye
from support.pdfs import plain, text_on_pages
from support.reading import press
from support.screens import a_desk, colours_of, is_blue, is_red, receive
from support.stations import Clock

from resources.store import open_store, referrals, studies
from resources.store.backup import restore
from resources.store.keys import Passphrase, unlock
from workstation.gui.bridge import FeedBridge
from workstation.gui.camp.backing_up import backed_up
from workstation.gui.camp.other_tabs import BackupTab
from workstation.gui.reports.page import DayEndPage

RED, BLUE, GREY = "#E01010", "#1020E0", "#808080"
WORDS = "four words of camp"


def photographed(camp, right, left, day, number):
    """Both eyes of the first person, each a colour of its own."""
    for at, (eye, colour) in enumerate((("R", right), ("L", left))):
        receive(
            camp.store, a_flat_eye(colour), owner=camp.people[0], number=number + at, eye=eye, lossless=True,
            StudyDate=day, StudyInstanceUID=f"1.2.3.9.{number}", SeriesInstanceUID=f"1.2.3.9.{number}.0",
        )  # fmt: skip


def poster(qtbot, camp, look, path):
    """What is on the poster that somebody saves at the end of the day."""
    page = DayEndPage(a_desk(qtbot, camp.store, look), FeedBridge(), camp.read_levels)
    qtbot.addWidget(page)
    page.resize(1278, 724)
    page.show()
    qtbot.waitUntil(lambda: page.shown is not None)
    page.save(path)
    qtbot.waitUntil(lambda: path.name in page._desk.toast.sentence)
    assert [label.text() for label in page.findChildren(QLabel) if "rgent" in label.text()]
    return plain(" ".join(text_on_pages(path.read_bytes())))


def back_up(qtbot, camp, look, folder):
    """Press the button of the Camp page's tab."""
    tab = BackupTab(look)
    qtbot.addWidget(tab)
    tab.wanted.connect(lambda where, phrase: tab.show_done(backed_up(camp.store, Path(where), phrase)))
    tab.folder.setText(str(folder))
    tab.passphrase.setText(WORDS)
    qtbot.mouseClick(tab.now, Qt.MouseButton.LeftButton)
    return tab.result.text()


def test_the_poster_names_who_is_open_the_backup_opens_and_tomorrow_shows_today_beside_itself(qtbot, look, tmp_path):
    (tmp_path / "station").mkdir()
    unlock(tmp_path / "station", Passphrase(WORDS), lambda n: bytes(range(n)))
    camp = a_camp(tmp_path, 3)
    lakshmi = camp.people[0]
    photographed(camp, BLUE, GREY, "20261121", 10)
    page = reading.read_page(qtbot, camp.store, look, lakshmi)
    press(page, Qt.Key.Key_4, (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(reading.said(camp.store, lakshmi)) == 2)

    said = poster(qtbot, camp, look, tmp_path / "day.pdf")
    assert f"{lakshmi.name}" in said and "Not told" in said and str(camp.people[2].number) in said
    assert back_up(qtbot, camp, look, tmp_path / "stick").startswith("Backup done.")
    camp.store.close()

    restore(tmp_path / "stick", tmp_path / "next")  # the laptop was lost that night
    camp.clock.forward(24 * 3600)
    clock = Clock(camp.clock.now)
    camp.store = open_store(tmp_path / "next", unlock(tmp_path / "next", Passphrase(WORDS)), clock=clock)
    with camp.store.read() as unit:
        assert studies.count(unit) == 2
        assert [row.patient_uuid for row in referrals.urgent_not_told(unit)] == [lakshmi.uuid]
    photographed(camp, RED, GREY, "20261122", 20)

    page = reading.read_page(qtbot, camp.store, look, lakshmi)
    press(page, Qt.Key.Key_C)
    view = page.comparison.view
    qtbot.waitUntil(lambda: page.comparison.is_on and not view.then.is_blank and not view.now.is_blank)
    page.repaint()
    (blues, blue), (reds, red) = (colours_of(view.grab().toImage(), wanted) for wanted in (is_blue, is_red))
    assert blues > 100 and reds > 100 and blue < red
    assert view.then.caption.when == ("Earlier · 21 November 2026", "1 day ago")
    assert view.now.caption.when[0] == "Today · 22 November 2026"
    camp.store.close()
