import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.terms import Laterality
from resources.wire.dicomjson import DataSet
from sync.answers import Attributes, attributes, passes_by_itself, reason_sentence, stow_answer


def listed(*uids: str) -> dict[str, object]:
    return {"00081199": {"vr": "SQ", "Value": [{"00081155": {"vr": "UI", "Value": [uid]}} for uid in uids]}}


def failed(reason: object, *uids: str) -> dict[str, object]:
    rows = [{"00081155": {"vr": "UI", "Value": [uid]}, "00081197": {"vr": "US", "Value": [reason]}} for uid in uids]
    return {"00081198": {"vr": "SQ", "Value": rows}}


def test_each_instance_is_sorted_by_the_list_it_stands_in() -> None:
    answer = stow_answer(DataSet(listed("1", "9") | failed("42752", "2")), ["1", "2", "3"])
    assert answer.listed == {"1"}
    assert answer.failed == {"2": 0xA700}
    assert answer.missing == {"3"}


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("said", [{}, {"00081199": {"vr": "SQ"}}, {"00081199": {"vr": "SQ", "Value": []}}, listed("9")])
def test_an_answer_that_does_not_name_an_instance_says_nothing_of_it(said: dict[str, object]) -> None:
    assert stow_answer(DataSet(said), ["1"]).missing == {"1"}


def test_an_instance_in_both_lists_has_failed() -> None:
    assert stow_answer(DataSet(listed("1") | failed(0x0110, "1")), ["1"]).failed == {"1": 0x0110}


@given(st.sets(st.sampled_from("abcd")), st.sets(st.sampled_from("abcd")), st.sets(st.sampled_from("abc")))
def test_every_sent_instance_is_in_exactly_one_list(stored: set[str], refused: set[str], sent: set[str]) -> None:
    answer = stow_answer(DataSet(listed(*stored) | failed(0x0110, *refused)), sent)
    assert sorted([*answer.listed, *answer.failed, *answer.missing]) == sorted(sent)


@pytest.mark.parametrize(
    ("reason", "by_itself"),
    [
        (0xA700, True),
        (0xA7FF, True),
        (0x0110, True),
        (0x0111, True),
        (0x0122, False),
        (0xA900, False),
        (0xC000, False),
        (0x9999, False),
    ],
)
def test_each_failure_reason_has_a_sentence_and_says_whether_it_passes(reason: int, by_itself: bool) -> None:
    assert reason_sentence(reason).startswith("Headquarters ")
    assert passes_by_itself(reason) is by_itself


def metadata(**changed: object) -> DataSet:
    values: dict[str, object] = {
        "00100020": "C7A-00042-6", "0020000D": "1.2", "00200062": "R", "00280010": 32, "00280011": "48", "00280008": "1",
    }  # fmt: skip
    return DataSet({tag: {"Value": [value]} for tag, value in (values | changed).items() if value is not None})


OURS = Attributes("C7A-00042-6", "1.2", Laterality.RIGHT, 32, 48, 1)


@pytest.mark.parametrize(
    ("tag", "value", "different"),
    [
        ("00280008", None, ()),
        ("00200060", "R", ()),
        ("00100020", "C7A-00043-4", ("patient_id",)),
        ("0020000D", "1.3", ("study_uid",)),
        ("00200062", "L", ("laterality",)),
        ("00200062", None, ("laterality",)),
        ("00200060", "L", ("laterality",)),
        ("00280010", 33, ("rows",)),
        ("00280011", None, ("columns",)),
        ("00280008", 2, ("frames",)),
    ],
)
def test_one_attribute_that_differs_is_found_and_named(tag: str, value: object, different: tuple[str, ...]) -> None:
    assert OURS.differences(attributes(metadata(**{tag: value}))) == different


@pytest.mark.parametrize(("eyes", "laterality"), [(("R", "R"), Laterality.RIGHT), (("R", "L"), None), ((), None)])
def test_the_eye_of_an_enhanced_object_is_read_from_its_frames(
    eyes: tuple[str, ...], laterality: Laterality | None
) -> None:
    frames = [{"00209071": {"Value": [{"00209072": {"Value": [eye]}}]}} for eye in eyes]
    assert attributes(DataSet({"52009230": {"Value": frames}})).laterality is laterality
