"""The home board: it follows the store by itself, and a press lands on the person it was made on."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp, photograph
from support.drawn import a_flat_eye, a_fundus
from support.screens import a_desk, colours_of, is_blue, is_red, receive

from resources.store import studies, turns
from resources.store.rows import TurnRow
from resources.terms import Field, Laterality, Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.gallery import Gallery
from workstation.gui.style.buttons import Button
from workstation.gui.style.look import Look
from workstation.gui.today.board import Board, Column
from workstation.gui.today.camera_card import AtCameraCard
from workstation.gui.today.cards import SLICE, DayCards
from workstation.gui.today.leaving_card import LeavingCard
from workstation.gui.today.looks import Looks, LooksLine
from workstation.gui.today.today_page import TodayPage


class Opened:
    """A board on the screen, with its camp and its bell."""

    def __init__(self, qtbot: QtBot, look: Look, folder: Path, people: int = 3) -> None:
        self.camp: Camp = a_camp(folder, people)
        self.bridge = FeedBridge()
        self.camp.store.feed.subscribe(self.bridge.ring)
        self.desk = a_desk(qtbot, self.camp.store, look)
        self.page = TodayPage(self.desk, self.bridge, self.camp.read_levels)
        qtbot.addWidget(self.page)
        self.page.resize(1278, 724)
        self.page.show()
        qtbot.waitExposed(self.page)
        qtbot.waitUntil(lambda: len(self.page.board.people) == people)

    def names(self, column: Column) -> list[str]:
        return [one.patient.details.given_name for one in self.page.board.column(column)]

    def card(self) -> AtCameraCard | None:
        return next((card for card in self.page.findChildren(AtCameraCard) if not card.isHidden()), None)


@pytest.fixture
def opened(qtbot: QtBot, look: Look, tmp_path: Path) -> Opened:
    return Opened(qtbot, look, tmp_path)


def test_a_new_picture_appears_by_itself(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1)

    qtbot.waitUntil(lambda: opened.names(Column.AT_CAMERA) == ["Mary"])
    qtbot.waitUntil(lambda: bool((card := opened.card()) and sum(bool(tile.picture) for tile in card.pair.tiles) == 2))
    card = opened.card()
    assert card is not None
    assert "OD macula; OD disc, still to come; OS macula" in card.pair.accessibleName()


def test_nothing_is_read_on_the_gui_thread(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1)
    qtbot.waitUntil(lambda: opened.names(Column.AT_CAMERA) == ["Mary"])

    assert opened.camp.threads
    assert threading.get_ident() not in opened.camp.threads


def test_f9_calls_whoever_waits_longest(opened: Opened, qtbot: QtBot) -> None:
    opened.page.activateWindow()
    qtbot.keyClick(opened.page, Qt.Key.Key_F9)

    qtbot.waitUntil(lambda: opened.names(Column.AT_CAMERA) == ["Lakshmi"])
    assert opened.desk.toast.sentence == "Lakshmi Devi is at the camera"


def test_a_press_on_a_card_opens_that_person(opened: Opened, qtbot: QtBot) -> None:
    view = opened.page.waiting.view
    middle = view.visualRect(opened.page.waiting.model.index(1)).center()
    with qtbot.waitSignal(opened.page.opened) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert heard.args == [opened.camp.people[1].uuid]


def test_enter_in_the_search_opens_whoever_fits_best(opened: Opened, qtbot: QtBot) -> None:
    qtbot.keyClicks(opened.page.search, "mary")
    qtbot.waitUntil(lambda: opened.page.results.first() == opened.camp.people[1].uuid)
    with qtbot.waitSignal(opened.page.opened) as heard:
        qtbot.keyClick(opened.page.search, Qt.Key.Key_Return)

    assert heard.args == [opened.camp.people[1].uuid]
    assert opened.page.search.text() == ""


@pytest.mark.hazard("HZ-01")
def test_not_this_person_moves_the_whole_turn_to_the_inbox_and_can_be_taken_back(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1)
    qtbot.waitUntil(lambda: (card := opened.card()) is not None and any(tile.uid for tile in card.pair.tiles))
    card = opened.card()
    assert card is not None
    card.not_this_person.emit(card.shown.uuid)

    qtbot.waitUntil(lambda: opened.desk.toast.sentence == "2 pictures of Mary Thomas went to the Inbox")
    with opened.camp.store.read() as unit:
        assert sum(len(study.instances) for study in studies.inbox(unit)) == 2
    opened.desk.toast.undo_last()
    qtbot.waitUntil(lambda: opened.desk.toast.sentence == "Taken back")
    with opened.camp.store.read() as unit:
        assert studies.inbox(unit) == []


@pytest.mark.hazard("HZ-05")
def test_a_ring_is_full_only_when_every_picture_is_confirmed(opened: Opened, qtbot: QtBot) -> None:
    uids = photograph(opened.camp, 1)
    opened.camp.levels[uids[0]] = 2
    opened.page._live.again()
    qtbot.waitUntil(lambda: [ring.fraction for ring in opened.page.day.wall._rings] == [0.5])
    opened.camp.levels[uids[1]] = 2
    opened.page._live.again()
    qtbot.waitUntil(lambda: [ring.fraction for ring in opened.page.day.wall._rings] == [1.0])


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", ["en", "hi", "ar"])
def test_the_right_eye_is_on_the_left_at_the_camera_and_in_the_list(
    wear: Callable[..., Look], qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    opened = Opened(qtbot, wear("daylight", language), tmp_path, 2)
    with opened.camp.store.write(Origin.PERSON) as unit:
        turns.call(unit, opened.camp.people[0].uuid)
    for person in (0, 1):
        for number, (eye, colour) in enumerate((("R", "#E01010"), ("L", "#1010E0"))):
            opened.camp.clock.forward(1)
            owner = opened.camp.people[person]
            receive(
                opened.camp.store,
                a_flat_eye(colour),
                owner=owner,
                patient=person + 1,
                number=10 * person + number,
                eye=eye,
            )
    for part in (opened.card, lambda: opened.page.to_read.view):

        def has_both(part: Callable[[], object] = part) -> bool:
            widget = part()
            pair = getattr(widget, "pair", None)
            if pair and any(tile.uid and tile.picture is None for tile in pair.tiles):
                return False  # the shirt on the headshot is red too
            image = widget.grab().toImage() if widget else None  # type: ignore[attr-defined]
            return bool(image and colours_of(image, is_red)[0] and colours_of(image, is_blue)[0])

        qtbot.waitUntil(has_both)
        image = part().grab().toImage()  # type: ignore[union-attr]
        assert colours_of(image, is_red)[1] < colours_of(image, is_blue)[1]


def asked(opened: Opened) -> LeavingCard | None:
    card = opened.page.leaving.card
    return card if card is not None and card.isVisible() else None


def the_turn(opened: Opened, number: int) -> TurnRow:
    with opened.camp.store.read() as unit:
        return turns.of_patient(unit, opened.camp.people[number].uuid)[-1]


def press(qtbot: QtBot, parent: QWidget, words: str) -> None:
    [button] = [one for one in parent.findChildren(Button) if one.text() == words and one.isVisible()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.hazard("HZ-06")
def test_whoever_leaves_with_an_empty_place_is_asked_about_and_the_reason_is_kept(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1, "RL")
    qtbot.waitUntil(lambda: (card := opened.card()) is not None and len(card.pair.tiles) == 4)
    card = opened.card()
    assert card is not None
    press(qtbot, card, "Finish")
    qtbot.waitUntil(lambda: asked(opened) is not None)
    question = asked(opened)
    assert question is not None
    assert question.accessibleName() == "Leave without these? · Mary Thomas · Missing: OD disc, OS disc"
    assert the_turn(opened, 1).ended_at is None

    press(qtbot, question, "Pupil too small")
    qtbot.waitUntil(lambda: opened.names(Column.TO_READ) == ["Mary"])
    turn = the_turn(opened, 1)
    assert (turn.missing, turn.reason) == (("R disc", "L disc"), "small-pupil")
    [shown] = opened.page.to_read.model.cards
    assert shown.chip is not None
    assert shown.chip.text == "2 of 4 pictures to come"

    opened.desk.toast.undo_last()
    qtbot.waitUntil(lambda: opened.names(Column.AT_CAMERA) == ["Mary"])


@pytest.mark.hazard("HZ-06")
def test_esc_lets_them_stay_and_a_number_is_a_reason(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1, "R")
    qtbot.waitUntil(lambda: opened.card() is not None)
    opened.page._finish(opened.camp.people[1].uuid)
    question = asked(opened)
    assert question is not None
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert asked(opened) is None
    assert the_turn(opened, 1).ended_at is None

    opened.page._finish(opened.camp.people[1].uuid)
    question = asked(opened)
    assert question is not None
    assert question.hasFocus()
    qtbot.keyClick(question, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: the_turn(opened, 1).reason == "refused")


@pytest.mark.hazard("HZ-06")
def test_calling_the_next_asks_about_whoever_is_there_first(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1, "R")
    qtbot.waitUntil(lambda: opened.names(Column.AT_CAMERA) == ["Mary"])
    opened.page.activateWindow()
    qtbot.waitUntil(opened.page.isActiveWindow)
    with qtbot.waitSignal(opened.page.asks):
        qtbot.keyClick(opened.page, Qt.Key.Key_F9)
    question = asked(opened)
    assert question is not None
    assert opened.names(Column.AT_CAMERA) == ["Mary"]

    press(qtbot, question, "Camera trouble")
    qtbot.waitUntil(lambda: opened.names(Column.AT_CAMERA) == ["Lakshmi"])
    assert the_turn(opened, 1).reason == "camera"
    assert opened.desk.toast.sentence == "Lakshmi Devi is at the camera"


@pytest.mark.hazard("HZ-06")
def test_the_picture_that_still_came_is_not_asked_about(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1, "RL")
    photograph(opened.camp, 1, "R", (Field.DISC,))
    qtbot.waitUntil(
        lambda: (card := opened.card()) is not None and sum(bool(tile.uid) for tile in card.pair.tiles) == 3
    )
    opened.page._finish(opened.camp.people[1].uuid)
    qtbot.waitUntil(lambda: asked(opened) is not None)
    photograph(opened.camp, 1, "L", (Field.DISC,))

    qtbot.waitUntil(lambda: asked(opened) is None and opened.card() is not None)
    card = opened.card()
    assert card is not None
    press(qtbot, card, "Finish")
    qtbot.waitUntil(lambda: opened.names(Column.TO_READ) == ["Mary"])
    assert (the_turn(opened, 1).missing, the_turn(opened, 1).reason) == ((), "")


@pytest.mark.hazard("HZ-06")
def test_two_pictures_of_one_field_leave_the_other_field_open(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1, "RLRL")
    qtbot.waitUntil(lambda: (card := opened.card()) is not None and len(card.pair.tiles) == 4)
    card = opened.card()
    assert card is not None
    assert "OD disc, still to come" in card.pair.accessibleName()
    assert [one.text() for one in card.findChildren(QLabel) if "to come" in one.text()] == ["2 of 4 pictures to come"]


def shoot(opened: Opened, drawn: QImage, eye: str = "R") -> None:
    camp = opened.camp
    with camp.store.write(Origin.PERSON) as unit:
        turns.call(unit, camp.people[1].uuid)
    camp.clock.forward(5)
    receive(camp.store, drawn, owner=camp.people[1], number=next(camp.numbers), eye=eye)


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_answers_stand_od_left_and_os_right_in_every_language(
    wear: Callable[..., Look], qtbot: QtBot, language: str
) -> None:
    line = LooksLine(wear("daylight", language), Looks("1.2.3", "?", "1.2.3"))
    qtbot.addWidget(line)
    line.resize(300, 120)
    line.show()
    qtbot.waitExposed(line)
    assert line.answers[Laterality.RIGHT].x() < line.answers[Laterality.LEFT].x()


@pytest.mark.hazard("HZ-13")
def test_a_doubtful_eye_is_asked_about_at_the_camera_and_answered_by_a_press(opened: Opened, qtbot: QtBot) -> None:
    shoot(opened, a_fundus(Laterality.LEFT, 320))
    qtbot.waitUntil(lambda: (card := opened.card()) is not None and bool(card.findChildren(LooksLine)))
    card = opened.card()
    assert card is not None
    [line] = card.findChildren(LooksLine)
    assert line.accessibleName() == "OD: the disc lies as in the other eye. Which eye is it?"
    line.answers[Laterality.LEFT].click()

    def eyes() -> list[Laterality | None]:
        with opened.camp.store.read() as unit:
            found = studies.of_patient(unit, opened.camp.people[1].uuid)
        return [row.laterality for study in found for row in study.instances]

    qtbot.waitUntil(lambda: eyes() == [Laterality.LEFT])
    qtbot.waitUntil(lambda: (card := opened.card()) is not None and not card.findChildren(LooksLine))
    opened.desk.toast.undo_last()
    qtbot.waitUntil(lambda: eyes() == [Laterality.RIGHT])


def test_a_dark_or_blurred_picture_comes_with_advice_and_a_good_one_without(opened: Opened, qtbot: QtBot) -> None:
    def advised() -> str:
        card = opened.card()
        lines = card.findChildren(LooksLine) if card is not None else []
        return lines[0].accessibleName() if lines else ""

    shoot(opened, a_fundus(Laterality.RIGHT, 320))
    qtbot.waitUntil(lambda: (card := opened.card()) is not None and any(tile.picture for tile in card.pair.tiles))
    assert advised() == ""
    shoot(opened, a_fundus(Laterality.RIGHT, 320, shade=700))
    qtbot.waitUntil(lambda: advised().startswith("OD · Looks dark"))
    small = a_fundus(Laterality.LEFT, 320).scaled(24, 24, mode=Qt.TransformationMode.SmoothTransformation)
    shoot(opened, small.scaled(320, 320, mode=Qt.TransformationMode.SmoothTransformation), "L")
    qtbot.waitUntil(lambda: advised().startswith("OS · Looks blurred"))


@pytest.mark.hazard("HZ-01")
def test_f8_says_that_it_is_not_this_person(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1)
    qtbot.waitUntil(lambda: (card := opened.card()) is not None and any(tile.uid for tile in card.pair.tiles))
    opened.page.activateWindow()
    qtbot.waitUntil(opened.page.isActiveWindow)
    qtbot.keyClick(opened.page, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: opened.desk.toast.sentence == "2 pictures of Mary Thomas went to the Inbox")


def test_one_more_picture_changes_the_card_and_puts_no_other_in_its_place(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1)
    qtbot.waitUntil(lambda: (card := opened.card()) is not None and any(tile.uid for tile in card.pair.tiles))
    card = opened.card()
    receive(opened.camp.store, a_fundus(), owner=opened.camp.people[1], patient=2, number=77, eye="L")

    qtbot.waitUntil(lambda: card is not None and sum(bool(tile.uid) for tile in card.pair.tiles) == 3)
    assert opened.card() is card


@pytest.mark.hazard("HZ-16")
def test_a_card_at_the_camera_refuses_to_become_somebody_elses(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1)
    qtbot.waitUntil(lambda: opened.card() is not None)
    card = opened.card()
    assert card is not None
    with pytest.raises(ValueError, match="stays with its person"):
        card.show_sitting(replace(card.shown, uuid="another"), ((), ()), card.claim)


def test_of_many_people_some_are_made_ready_in_each_turn_and_nothing_twice(opened: Opened) -> None:
    one = opened.page.board.people[0]
    board = Board(tuple(replace(one, patient=replace(one.patient, uuid=str(n))) for n in range(2 * SLICE + 1)))
    cards = DayCards(opened.desk, Gallery(opened.page, opened.desk.pictures), "macula-disc")

    assert [cards.make_some(board) for _ in range(3)] == [False, False, True]
    made = [cards.of(person) for person in board.people]
    assert cards.make_some(board)
    assert all(cards.of(person) is card for person, card in zip(board.people, made, strict=True))
