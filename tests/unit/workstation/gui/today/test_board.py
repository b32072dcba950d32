"""Who stands in which column of the day, and how people move from one to the next."""

from pathlib import Path

import pytest
from support.camp import a_camp, photograph

from resources.store import patients, turns, workitems
from resources.terms import Laterality, Origin
from workstation.gui.tiles import pair_of, places_of, receipts_of
from workstation.gui.today.board import Board, Column, read_board


def names(board: Board, column: Column) -> list[str]:
    return [one.patient.details.given_name for one in board.column(column)]


def no_levels(uids: object) -> dict[str, int]:
    return {}


def test_whoever_is_registered_waits_and_the_longest_waiting_is_first(tmp_path: Path) -> None:
    camp = a_camp(tmp_path, 3)

    board = read_board(camp.store, no_levels)

    assert names(board, Column.WAITING) == ["Lakshmi", "Mary", "Sunita"]
    assert board.pictured == ()


def test_a_person_goes_from_waiting_to_the_camera_and_on_to_be_read(tmp_path: Path) -> None:
    camp = a_camp(tmp_path, 2)
    photograph(camp, 0)
    at_camera = read_board(camp.store, no_levels)
    with camp.store.write(Origin.PERSON) as unit:
        turns.finish(unit, camp.people[0].uuid)
    after = read_board(camp.store, no_levels)

    assert names(at_camera, Column.AT_CAMERA) == ["Lakshmi"]
    assert names(after, Column.TO_READ) == ["Lakshmi"]
    assert after.column(Column.TO_READ)[0].has_both_eyes


@pytest.mark.hazard("HZ-01")
def test_one_person_is_at_the_camera_and_whoever_left_without_a_picture_waits_again(tmp_path: Path) -> None:
    camp = a_camp(tmp_path, 2)
    for number in (0, 1):
        with camp.store.write(Origin.PERSON) as unit:
            turns.call(unit, camp.people[number].uuid)
    board = read_board(camp.store, no_levels)

    assert names(board, Column.AT_CAMERA) == ["Mary"]
    assert names(board, Column.WAITING) == ["Lakshmi"]


def test_calling_the_same_person_twice_changes_nothing(tmp_path: Path) -> None:
    camp = a_camp(tmp_path, 1)
    for _ in range(2):
        with camp.store.write(Origin.PERSON) as unit:
            turns.call(unit, camp.people[0].uuid)
    with camp.store.read() as unit:
        assert len(workitems.of_patient(unit, camp.people[0].uuid)) == 1


def test_yesterday_is_not_on_the_board_until_a_picture_comes(tmp_path: Path) -> None:
    camp = a_camp(tmp_path, 2)
    camp.clock.forward(24 * 3600)
    assert read_board(camp.store, no_levels).people == ()
    photograph(camp, 1)

    assert names(read_board(camp.store, no_levels), Column.AT_CAMERA) == ["Mary"]


def test_somebody_who_was_removed_is_not_on_the_board(tmp_path: Path) -> None:
    camp = a_camp(tmp_path, 2)
    with camp.store.write(Origin.PERSON) as unit:
        patients.forget(unit, camp.people[0].uuid)

    assert names(read_board(camp.store, no_levels), Column.WAITING) == ["Mary"]


@pytest.mark.hazard("HZ-02")
def test_a_picture_of_an_unknown_eye_fills_no_place(tmp_path: Path) -> None:
    camp = a_camp(tmp_path, 1)
    photograph(camp, 0, "?R")
    (one,) = read_board(camp.store, no_levels).column(Column.AT_CAMERA)

    right, left = pair_of(one.rows, {}, lambda tile, _row: tile)
    places = places_of(Laterality.LEFT, one.rows, "macula-disc", {}, lambda tile, _row: tile)

    assert (right.state, left.state) == ("here", "expected")
    assert [tile.state for tile in places] == ["expected", "expected"]
    assert not one.has_both_eyes


@pytest.mark.hazard("HZ-05")
def test_only_level_two_counts_as_confirmed(tmp_path: Path) -> None:
    camp = a_camp(tmp_path, 1)
    uids = photograph(camp, 0)
    (one,) = read_board(camp.store, no_levels).column(Column.AT_CAMERA)

    receipts = receipts_of(one.rows, {uids[0]: 1, uids[1]: 2})

    assert (receipts.pictures, receipts.sent, receipts.confirmed) == (2, 2, 1)
