"""The first run and the locked station: what is asked, what is refused, and that the passphrase stays where it belongs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from resources.store import station
from workstation.desktop import Desktop
from workstation.gui.camp.opening import FirstRunPage, UnlockPage, prefix_of
from workstation.gui.style.look import Look
from workstation.settings import load

WORDS = "river mango lantern seven"


def settings(folder):
    flags = {"data_dir": str(folder), "rest.port": "0", "dicom.port": "0", "storage.floor_bytes": "0"}
    return load(None, {}, flags)


@pytest.fixture
def desktops(qtbot, tmp_path):
    made = []

    def make():
        desktop = Desktop(Look(), settings(tmp_path / "station"))
        qtbot.addWidget(desktop.window)
        made.append(desktop)
        return desktop

    yield make
    for desktop in made:
        desktop.close()


def fill(page: FirstRunPage, **changes: str) -> None:
    said = {"camp": "Camp 7 Melur", "letter": "A", "first": WORDS, "again": WORDS, **changes}
    for name, text in said.items():
        line = getattr(page, name)
        line.clear()
        QTest.keyClicks(line, text)


@pytest.mark.parametrize(
    ("camp", "prefix"), [("Camp 7 Melur", "C7"), ("Melur", "M"), ("camp 12", "C12"), ("مخيم", "C")]
)
def test_the_camps_name_suggests_the_card_prefix(camp, prefix):
    assert prefix_of(camp) == prefix


@pytest.mark.slow
def test_the_first_run_makes_a_station_that_the_passphrase_opens_again(desktops, qtbot, tmp_path):
    first = desktops()
    first.begin(None)
    page = first.window.findChild(FirstRunPage)
    fill(page)
    assert "C7A-00001-3" in page._says.text()
    QTest.keyClick(page.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first.pages is not None)
    with first.station.store.read() as unit:
        assert station.camp(unit) == ("Camp 7 Melur", "C7", "A")
    first.close()
    assert WORDS.encode() not in b"".join(p.read_bytes() for p in (tmp_path / "station").rglob("*") if p.is_file())

    second = desktops()
    second.begin(None)
    locked = second.window.findChild(UnlockPage)
    assert not second.window.strip.isVisible()
    QTest.keyClicks(locked.line, "something else")
    QTest.keyClick(locked.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: locked.field.is_doubted)
    assert locked.line.text() == ""
    QTest.keyClicks(locked.line, WORDS)
    QTest.keyClick(locked.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: second.pages is not None or locked.open.isEnabled())
    assert second.pages is not None, locked.field._strong.text()
    assert second.window.page == "today"


@pytest.mark.parametrize(
    ("changes", "focus"),
    [
        ({"again": "river"}, "again"),
        ({"first": "abc", "again": "abc"}, "first"),
        ({"camp": ""}, "camp"),
        ({"letter": ""}, "letter"),
    ],
)
def test_what_could_not_work_is_not_begun(qtbot, changes, focus):
    page = FirstRunPage(Look())
    qtbot.addWidget(page)
    page.show()
    said = []
    page.set_up.connect(said.append)
    fill(page, **changes)
    page.finish()
    assert said == []
    assert page.focusWidget() is getattr(page, focus)
