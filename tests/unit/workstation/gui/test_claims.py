"""Evidence in, sentence out: each row of hazards.md section 5 with its evidence whole, and with one piece missing."""

import re
from pathlib import Path

import pytest

import workstation.gui
from resources.grading.outcome import Decision
from resources.grading.schemes import Outcome
from resources.terms import Laterality
from workstation.gui import claims
from workstation.gui.claims import Claim, Receipts, StationReceipts
from workstation.gui.style.status import Status
from workstation.gui.words import TABLES, Words
from workstation.gui.words.claims import TEXTS

EN = Words("en")
ROWS = [
    ("saved", claims.saved(committed=True, failed=False, words=EN), "Saved"),
    ("saved, not committed", claims.saved(committed=False, failed=False, words=EN), "Saving…"),
    ("saved, failed", claims.saved(committed=True, failed=True, words=EN), "Not saved"),
    ("all received", claims.received(4, 4, EN), "All pictures received"),
    ("one missing", claims.received(3, 4, EN), "3 of 4"),
    ("camera silent on count", claims.received(4, None, EN), "Camera did not say how many"),
    ("at hq", claims.at_headquarters(Receipts(4, 4, 4), EN), "At HQ"),
    ("at hq, long", claims.at_headquarters(Receipts(4, 4, 4), EN, short=False), "At headquarters"),
    ("one receipt missing", claims.at_headquarters(Receipts(4, 4, 3), EN), "3 of 4 at HQ"),
    (
        "person missing",
        claims.at_headquarters(Receipts(4, 4, 4, person_confirmed=False), EN),
        "Sent, not yet confirmed",
    ),
    ("sent only", claims.at_headquarters(Receipts(4, 4, 0), EN), "Sent, not yet confirmed"),
    ("sent in part", claims.at_headquarters(Receipts(4, 3, 0), EN), "Not at HQ yet"),
    ("not sent", claims.at_headquarters(Receipts(4), EN, short=False), "Waiting to go to headquarters"),
    ("nothing to confirm", claims.at_headquarters(Receipts(0), EN), "No pictures yet"),
    ("station", claims.patients_not_at_hq(StationReceipts(62, 41), EN), "41 patients not at HQ yet"),
    ("station, one", claims.patients_not_at_hq(StationReceipts(62, 1), EN), "1 patient not at HQ yet"),
    ("station, all", claims.patients_not_at_hq(StationReceipts(62, 0), EN), "Every picture is at HQ"),
    (
        "station, a picture without a person left",
        claims.station(StationReceipts(62, 0, pictures_left=1), EN),
        "All 62 patients are safe on this laptop. Pictures not at headquarters yet: 1.",
    ),
    ("station, nobody", claims.patients_not_at_hq(StationReceipts(0, 0), EN), "No patients yet"),
    (
        "station, people and no picture",
        claims.patients_not_at_hq(StationReceipts(3, 0, has_pictures=False), EN),
        "No pictures yet",
    ),
    (
        "sync page, people and no picture",
        claims.station(StationReceipts(3, 0, has_pictures=False), EN),
        "No pictures yet",
    ),
    ("no hq", claims.patients_not_at_hq(StationReceipts(62, 0, has_hq=False), EN), "No headquarters set up"),
    (
        "safe here",
        claims.station(StationReceipts(62, 41), EN),
        "All 62 patients are safe on this laptop. 41 are not at headquarters yet.",
    ),
    ("safe there", claims.station(StationReceipts(62, 0), EN), "Every picture of your 62 patients is at headquarters."),
    (
        "vault unclean",
        claims.station(StationReceipts(62, 0, vault_clean=False), EN),
        "62 patients are here. Some files need a look: run the check-up.",
    ),
    ("hq", claims.hq_reachable(59, EN, answered_rightly=True), "Headquarters answers"),
    ("hq, long ago", claims.hq_reachable(61, EN, answered_rightly=True, at="07:52"), "Last reached 07:52"),
    ("hq, portal", claims.hq_reachable(1, EN, answered_rightly=False), "A login page answered"),
    ("hq, never", claims.hq_reachable(None, EN, answered_rightly=True), "Not reached yet"),
    ("backup", claims.backup(was_opened=True, words=EN), "Backup done"),
    ("backup, not opened", claims.backup(was_opened=False, words=EN), "Backup not checked with a passphrase"),
    ("camera", claims.camera(12, EN), "heard 12 s ago"),
    ("camera silent", claims.camera(34 * 60, EN), "silent 34 min"),
    ("camera never", claims.camera(None, EN), "not heard yet"),
    ("right", claims.eye(Laterality.RIGHT, EN), "Right eye"),
    ("left, contradicted", claims.eye(Laterality.LEFT, EN, contradicted=True), "Check which eye"),
    ("eye not stated", claims.eye(None, EN), "Which eye?"),
    ("no visits", claims.earlier_visits("10:59", EN), "No earlier visits, HQ searched 10:59"),
    ("no visits, not searched", claims.earlier_visits(None, EN), "None on this laptop"),
    ("no match", claims.no_likely_match(EN), "No likely match on this laptop"),
    ("original", claims.original(1.0, EN, digest_matches=True), "Original"),
    ("original, other digest", claims.original(1.0, EN, digest_matches=False), "Preview, 100 % of the detail"),
    ("preview", claims.original(0.21, EN, digest_matches=True), "Preview, 21 % of the detail"),
    ("inbox", claims.inbox(3, EN), "3 pictures are waiting for a person. They are safe."),
    ("to come", claims.still_to_come(1, 4, EN), "3 of 4 pictures to come"),
]


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize(("claim", "words"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_sentence_is_said_only_with_its_evidence(claim: claims.Claim, words: str) -> None:
    assert claim.text == words


@pytest.mark.hazard("HZ-05")
def test_no_part_of_the_receipts_is_enough_for_at_headquarters() -> None:
    for sent in range(5):
        for confirmed in range(5):
            for person in (False, True):
                said = claims.at_headquarters(Receipts(4, sent, confirmed, person), EN).text
                assert (said == "At HQ") == (confirmed == 4 and person)


def test_sharp_is_said_only_when_every_picture_was_measured_sharp() -> None:
    said = claims.sharpness(["good", "good"], EN)
    assert said is not None and said.text == "all sharp"
    assert claims.sharpness(["good", None], EN) is None
    assert claims.sharpness([], EN) is None
    blurred = claims.sharpness(["good", "blurred"], EN)
    assert blurred is not None and blurred.text == "blurred"


@pytest.mark.hazard("HZ-05")
def test_only_claims_speaks_the_words_that_claim() -> None:
    folder = Path(workstation.gui.__file__).parent
    others = [path for path in folder.rglob("*.py") if path.name != "claims.py"]

    speakers = [path.name for path in others for key in TEXTS if f'"{key}"' in path.read_text("utf-8")]

    assert speakers == []


CLAIMING = re.compile(r"\bat (hq|headquarters)\b|\b(safe|saved|confirmed|sent|original)\b|no likely", re.IGNORECASE)
REFUSED = (
    "closed-while-sending not-understood own-copy record-not-shown record-otherwise sent-elsewhere token-open-line "
    "left-there not-left other-bytes-back"
)
A_PROMISE = {"tile.forward-only", "viewer.no-pixels", "viewer.undecodable", "hq.changed-there"}
A_PROMISE |= {f"hq.{what}" for what in REFUSED.split()}
"""They say what will happen, or what has not."""


@pytest.mark.hazard("HZ-05")
def test_no_other_table_of_words_holds_a_word_that_claims() -> None:
    others = {key: text for table in TABLES for key, text in table.items() if not key.startswith("claim.")}

    assert {key for key, text in others.items() if CLAIMING.search(text)} == A_PROMISE


@pytest.mark.parametrize(
    ("confirmed", "words"),
    [(0, "OD"), (3, "OD, 3 of 4 at HQ"), (4, "OD, at headquarters")],
    ids=["none", "some", "all"],
)
def test_a_tile_says_no_more_than_its_ring(confirmed: int, words: str) -> None:
    assert claims.tile("OD", confirmed, 4, EN) == words


@pytest.mark.hazard("HZ-04")
def test_headquarters_agrees_only_where_both_came_to_the_same_end():
    def said(hq, ours):
        return claims.hq_answer(Decision(hq), ours, "21 November", EN)

    for ours in (Outcome.RETAKE, Outcome.RESCREEN, None):
        assert said(Outcome.RETAKE, ours) == Claim("HQ: not finished, 21 November", Status.WARN)
    for outcome in (Outcome.RESCREEN, Outcome.REFER, Outcome.URGENT):
        assert said(outcome, outcome) == Claim("HQ agrees, 21 November", Status.OK)
        assert said(outcome, None).status is not Status.OK
