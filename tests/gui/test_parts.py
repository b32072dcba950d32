"""The parts a page is made of: they are big enough to touch, they speak, and they can be taken back."""

import math
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from support.parts_sheet import PartsSheet

from workstation.gui.style.buttons import Button, Segments
from workstation.gui.style.entries import FormField, HintedEdit, SearchField
from workstation.gui.style.labels import label
from workstation.gui.style.look import Look
from workstation.gui.style.marks import paint_ring
from workstation.gui.style.people import PeopleModel, PersonCard
from workstation.gui.style.toast import Toast


@pytest.mark.parametrize("theme", ["daylight", "dim"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_parts_sheet_paints_in_both_themes(
    wear: Callable[..., Look], qtbot: QtBot, tmp_path: Path, theme: str, language: str
) -> None:
    look = wear(theme, language)
    sheet = PartsSheet(look)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    image = sheet.grab().toImage()

    assert image.save(str(tmp_path / "parts.png"))
    assert image.pixelColor(2, 2) == look.colour("canvas")
    used = {image.pixelColor(x, y).name() for x in range(0, 1366, 3) for y in range(0, 768, 3)}
    for name in ("surface", "accent-fill", "well", "toast", "ok-soft", "warn-soft"):
        assert look.colour(name).name() in used, name


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize(("size", "pen"), [(92, 9), (112, 9), (14, 2.4)])
@pytest.mark.parametrize("fraction", [0.9, 61 / 62, 19_999 / 20_000, 1])
def test_only_a_full_ring_looks_closed(qapp: QApplication, size: int, pen: float, fraction: float) -> None:
    image = QImage(8 * size, 8 * size, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(8, 8)
    paint_ring(painter, QRectF(0, 0, size, size), fraction, pen, (QColor("red"), QColor("lime")))
    painter.end()
    middle, radius = 4 * size, 8 * (size - pen) / 2
    turns = [math.radians(degree / 4) for degree in range(4 * 360)]
    seen = [image.pixelColor(round(middle + radius * math.sin(t)), round(middle - radius * math.cos(t))) for t in turns]
    is_open = sum(colour.red() > 200 for colour in seen) * radius * math.radians(0.25) > 8 * pen / 2
    assert is_open == (fraction < 1)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_everything_that_is_pressed_is_at_least_44_high(wear: Callable[..., Look], qtbot: QtBot, percent: int) -> None:
    look = wear("daylight", "en", percent)
    parts: list[QWidget] = [
        Button(look, "Print letter"),
        Button(look, "Change", rank="quiet"),
        Segments(look, [("F", "Female"), ("M", "Male")]),
        HintedEdit(look),
        SearchField(look, "Someone else"),
    ]
    for part in parts:
        qtbot.addWidget(part)
        part.show()
        wanted = round(44 * percent / 100)
        assert wanted <= part.sizeHint().height() <= wanted + 4 or part.minimumHeight() >= wanted
        part.resize(part.sizeHint().width(), part.minimumSizeHint().height())
        assert part.height() >= wanted


def test_a_theme_applies_at_once(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Register", rank="primary")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    for theme in ("dim", "daylight"):
        look.switch_theme(theme)
        assert button.grab().toImage().pixelColor(12, 22) == look.colour("accent-fill")


def test_a_name_is_never_read_as_markup(look: Look, qtbot: QtBot) -> None:
    made = label(look, "<b>Mary</b>")
    qtbot.addWidget(made)

    assert made.textFormat() == Qt.TextFormat.PlainText


def test_every_label_of_the_product_is_plain_text(look: Look, qtbot: QtBot) -> None:
    sheet = PartsSheet(look)
    qtbot.addWidget(sheet)

    assert {found.textFormat() for found in sheet.findChildren(QLabel) if found.text()} == {Qt.TextFormat.PlainText}


def test_a_doubt_is_a_sentence_and_blocks_nothing(look: Look, qtbot: QtBot) -> None:
    entry = HintedEdit(look)
    field = FormField(look, "Phone", entry)
    qtbot.addWidget(field)
    field.doubt("Looks short.", "You can save it anyway.")

    assert field.is_doubted and entry.isEnabled()
    assert entry.accessibleDescription() == "Looks short. You can save it anyway."
    field.doubt("")
    assert not field.is_doubted


def test_nothing_is_chosen_before_a_person_chooses(look: Look, qtbot: QtBot) -> None:
    sex = Segments(look, [("F", "Female"), ("M", "Male"), ("O", "Other")])
    qtbot.addWidget(sex)

    assert sex.value is None
    with qtbot.waitSignal(sex.chosen) as heard:
        qtbot.mouseClick(sex.buttons()[1], Qt.MouseButton.LeftButton)
    assert (heard.args, sex.value) == (["M"], "M")
    sex.choose(None)
    assert sex.value is None


def test_a_toast_can_be_taken_back_and_the_stack_keeps_what_it_replaced(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    page.resize(900, 500)
    qtbot.addWidget(page)
    page.show()
    toast, undone = Toast(look, page), []
    toast.say("Picture moved to Khadija Noor", lambda: undone.append("first"))
    toast.say("Picture hidden", lambda: undone.append("second"))

    assert toast.sentence == "Picture hidden"
    assert toast.undo_last() and toast.undo_last()
    assert undone == ["second", "first"]
    assert not toast.undo_last()


def test_a_toast_waits_while_the_pointer_is_on_it(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    page.resize(900, 500)
    qtbot.addWidget(page)
    page.show()
    toast = Toast(look, page)
    toast.say("Saved")
    assert toast.remaining > 0
    toast.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert toast.remaining == -1
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert toast.remaining > 0


def test_a_toast_takes_no_focus(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    entry = HintedEdit(look)
    entry.setParent(page)
    page.show()
    entry.setFocus()
    Toast(look, page).say("Saved", lambda: None)

    assert page.focusWidget() is entry


def test_whoever_is_selected_stays_selected_when_the_list_changes(
    look: Look, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    model: QAbstractItemModel = PeopleModel(look)
    assert isinstance(model, PeopleModel)
    qtmodeltester.check(model)
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    ann, bo, cy = (PersonCard(name, name) for name in ("Ann", "Bo", "Cy"))
    model.show([ann, bo, cy])
    view.setCurrentIndex(model.index(1))
    model.show([cy, PersonCard("Di", "Di"), PersonCard("Bo", "Bo", note="3 min"), ann])

    assert [card.name for card in model.cards] == ["Cy", "Di", "Bo", "Ann"]
    assert view.currentIndex().data() == "Bo"
    model.show([ann])
    assert [card.name for card in model.cards] == ["Ann"]


def test_a_list_is_reached_from_any_other(look: Look, qtmodeltester: ModelTester) -> None:
    model = PeopleModel(look)
    qtmodeltester.check(model)
    for names in (names for count in range(5) for names in permutations("abcd", count)):
        model.show([PersonCard(name, name) for name in names])
        assert [card.name for card in model.cards] == list(names)


def test_a_sheet_that_was_dim_for_a_while_looks_as_before(wear: Callable[..., Look], qtbot: QtBot) -> None:
    look = wear("daylight", "en")
    sheet = PartsSheet(look)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    before = sheet.grab().toImage()
    look.toggle_theme()
    dim = sheet.grab().toImage()
    look.toggle_theme()
    assert dim != before
    assert sheet.grab().toImage() == before


class Dressings(QObject):
    """Counts how often a widget is dressed anew."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


@pytest.mark.parametrize("depth", [1, 12])
def test_a_change_of_the_theme_dresses_a_widget_twice_however_deep_it_lies(
    wear: Callable[..., Look], qtbot: QtBot, depth: int
) -> None:
    look = wear("daylight", "en")
    inner = outer = QWidget()
    qtbot.addWidget(outer)
    for _ in range(depth):
        inner = QWidget(inner)
    outer.show()
    dressings = Dressings(inner)
    look.toggle_theme()
    assert 1 <= dressings.count <= 2


def test_a_font_may_be_changed_by_whoever_asked_for_it(wear: Callable[..., Look]) -> None:
    look = wear("daylight", "en")
    font = look.strong("section")
    font.setPixelSize(99)
    assert look.strong("section").pixelSize() == look.font("section").pixelSize() != 99
    assert look.strong("section").weight() > look.font("body").weight()
