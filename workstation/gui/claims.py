"""Every sentence that claims something: evidence in, sentence out. The table is hazards.md section 5.

Pure. A sentence is said only when its evidence is complete; otherwise the next weaker one is. A 200 is not a receipt
(HZ-05), a hint is worded as a hint, and "nothing found" names the place that was searched.
"""

from collections.abc import Callable, Iterable
from dataclasses import KW_ONLY, dataclass

from resources.grading.outcome import Decision, Reason, Why
from resources.grading.schemes import UNGRADABLE, Outcome
from resources.store.rows import InstanceRow
from resources.terms import Laterality
from sync.leaving import Answer, Lack, Leaving
from workstation.gui.grades import finding_words, grade_line, grade_text
from workstation.gui.style.status import Status
from workstation.gui.words import Words

Say = Callable[..., str]  # words(key, **values) -> text
SILENT_AFTER = 180  # seconds without a word from a camera
REACHED_WITHIN = 60  # seconds, hazards.md section 5


@dataclass(frozen=True)
class Claim:
    """What may be said, and the mark that goes with it."""

    text: str
    status: Status | None = None


@dataclass(frozen=True)
class Receipts:
    """What headquarters has answered for some pictures. ``confirmed``: level 2, read back and compared.

    ``person_confirmed``: the person, grades and referral were read back at our version too.
    """

    pictures: int
    sent: int = 0
    confirmed: int = 0
    person_confirmed: bool = True

    @property
    def is_complete(self) -> bool:
        """Whether "At headquarters" may be said."""
        return self.pictures > 0 and self.confirmed >= self.pictures and self.person_confirmed


def saved(*, committed: bool, failed: bool, words: Words) -> Claim:
    """``committed``: the unit ended at synchronous=FULL, file and folder fsynced."""
    if committed and not failed:
        return Claim(words("claim.saved"), Status.OK)
    if failed:
        return Claim(words("claim.not-saved"), Status.WARN)
    return Claim(words("claim.saving"), Status.BUSY)


def saved_person(name: str, number: str, words: Words) -> Claim:
    """After the unit that registered this person has ended."""
    return Claim(words("claim.saved-person", name=name, number=words.island(number)), Status.OK)


def received(stored: int, announced: int | None, words: Words) -> Claim:
    """How many of the announced pictures (MPPS, or places of the protocol) are stored."""
    if announced is None:
        return Claim(words("claim.camera-did-not-say"))
    if stored >= announced > 0:
        return Claim(words("claim.all-received"), Status.OK)
    return Claim(words("claim.part-received", have=stored, of=announced), Status.WAIT)


def still_to_come(stored: int, places: int, words: Words) -> Claim:
    """The line under the tiles of the person at the camera."""
    if stored >= places > 0:
        return Claim(words("claim.all-received"), Status.OK)
    return Claim(words("claim.still-to-come", n=places - stored, of=places))


def still_expected(late: int, announced: int, words: Words) -> Claim:
    """Of the pictures that a camera announced (MPPS), so many are not stored yet."""
    return Claim(words("claim.still-expected", n=late, of=announced), Status.WAIT)


def at_headquarters(receipts: Receipts, words: Words, *, short: bool = True) -> Claim:
    """The chip of a visit or person."""
    if receipts.is_complete:
        return Claim(words("claim.at-hq" if short else "claim.at-headquarters"), Status.OK)
    if receipts.confirmed and receipts.confirmed < receipts.pictures:
        text = words("claim.part-at-hq", have=receipts.confirmed, of=receipts.pictures)
        return Claim(text, Status.BUSY)
    if receipts.confirmed or (receipts.pictures and receipts.sent >= receipts.pictures):
        return Claim(words("claim.sent"), Status.BUSY)
    if not receipts.pictures:
        return Claim(words("claim.no-pictures"))
    return Claim(words("claim.not-at-hq" if short else "claim.waiting"), Status.WAIT)


def tile(text: str, confirmed: int, pictures: int, say: Say) -> str:
    """What a screen reader says of a tile and its ring."""
    if not confirmed:
        return text
    if confirmed >= pictures:
        return say("claim.tile-at-hq", tile=text)
    return say("claim.tile-part-at-hq", tile=text, have=confirmed, of=pictures)


def tile_preview(what: str, say: Say, *, has_left: bool = False) -> str:
    """What a screen reader says of a tile that is only a preview (HZ-09)."""
    return say("claim.tile-left" if has_left else "claim.tile-preview", what=what)


def heading(words: Words) -> str:
    """The words over the wall of rings; the rings say of whom it is true."""
    return words("claim.at-hq")


@dataclass(frozen=True)
class StationReceipts:
    """People on this laptop, those whom headquarters has not confirmed in full, and the last confirmation ("10:59")."""

    patients: int
    not_at_hq: int
    _: KW_ONLY
    urgent_not_at_hq: int = 0
    last_confirmed: str = ""
    has_hq: bool = True
    vault_clean: bool = True
    pictures_left: int = 0
    """Pictures of anybody or nobody that headquarters has not confirmed."""
    has_pictures: bool = True
    """Whether there is any picture at all: of none, nothing is claimed."""


def patients_not_at_hq(station: StationReceipts, words: Words) -> Claim:
    """The strip's sentence; its word order never claims."""
    if not station.has_hq:
        return Claim(words("claim.no-hq"), Status.WAIT)
    if station.not_at_hq > 0:
        return Claim(words.counted("claim.patients-not-at-hq", station.not_at_hq), Status.WAIT)
    if station.pictures_left > 0:
        return Claim(words.counted("claim.pictures-not-at-hq", station.pictures_left), Status.WAIT)
    if not station.patients:
        return Claim(words("claim.no-patients"))
    if not station.has_pictures:
        return Claim(words("claim.no-pictures"))
    return Claim(words("claim.all-patients-at-hq"), Status.OK)


def last_confirmed(station: StationReceipts, words: Words) -> Claim:
    """When headquarters last confirmed anything."""
    if not station.last_confirmed:
        return Claim(words("claim.never-confirmed"))
    time = words.island(words.digits(station.last_confirmed))
    return Claim(words("claim.last-confirmed", time=time))


def urgent_not_at_hq(station: StationReceipts, words: Words) -> Claim | None:
    """The clinical part of the strip's sentence, when there is one."""
    if not station.urgent_not_at_hq:
        return None
    return Claim(words("claim.urgent", n=station.urgent_not_at_hq), Status.URGENT)


def station(receipts: StationReceipts, words: Words) -> Claim:
    """The one true sentence of the Sync page."""
    if not receipts.vault_clean:
        return Claim(words("claim.unsafe-here", n=receipts.patients), Status.WARN)
    if not receipts.patients:
        return Claim(words("claim.no-patients"))
    if not receipts.has_pictures:
        return Claim(words("claim.no-pictures"))
    if receipts.has_hq and not receipts.not_at_hq and not receipts.pictures_left:
        key = "claim.safe-there.one" if receipts.patients == 1 else "claim.safe-there"
        return Claim(words(key, n=receipts.patients), Status.OK)
    if not receipts.not_at_hq and receipts.pictures_left:
        text = words("claim.safe-here-pictures", n=receipts.patients, left=receipts.pictures_left)
        return Claim(text, Status.WAIT)
    one = ".one" if receipts.patients == 1 else ".one-left" if receipts.not_at_hq == 1 else ""
    text = words(f"claim.safe-here{one}", n=receipts.patients, left=receipts.not_at_hq)
    return Claim(text, Status.WAIT)


def pictures_not_at_hq(not_yet: int, confirmed: int, words: Words) -> Claim:
    """Both counts are of pictures, from receipts of level 2 alone."""
    if not_yet > 0:
        return Claim(words.counted("claim.pictures-not-at-hq", not_yet), Status.WAIT)
    if not confirmed:
        return Claim(words("claim.no-pictures"))
    return Claim(words("claim.all-patients-at-hq"), Status.OK)


def headquarters_confirmed(gained: int, words: Words) -> Claim:
    """What the last look at the receipts changed: so many more of level 2; below nought, so many that no longer hold."""
    if gained < 0:
        return Claim(words("claim.hq-reopened", n=-gained), Status.WARN)
    return Claim(words.counted("claim.hq-confirmed", gained), Status.OK)


def without_headquarters(words: Words) -> Claim:
    """Nothing leaves this laptop; what is on it was committed before it was acknowledged."""
    return Claim(words("claim.safe-without-hq"), Status.WAIT)


def inbox(waiting: int, words: Words) -> Claim:
    """Pictures without a person: stored before they were acknowledged, hence safe."""
    return Claim(words.counted("claim.inbox", waiting), Status.UNKNOWN)


def hq_reachable(
    seconds: float | None, words: Words, *, answered_rightly: bool, at: str = "", has_failed_since: bool = False
) -> Claim:
    """``seconds`` since the last probe that was answered; ``answered_rightly``: content and identity were HQ's."""
    if seconds is None:
        return Claim(words("claim.hq-never"), Status.WAIT)
    if not answered_rightly:
        return Claim(words("claim.hq-portal"), Status.WARN)
    if seconds < REACHED_WITHIN and not has_failed_since:
        return Claim(words("claim.hq-reachable"), Status.OK)
    return Claim(words("claim.hq-last-reached", time=words.island(words.digits(at))), Status.WAIT)


def _ago(seconds: float, words: Words) -> str:
    if seconds < 60:
        return words("claim.ago-seconds", n=int(seconds))
    if seconds < 3600:
        return words("claim.ago-minutes", n=int(seconds // 60))
    return words("claim.ago-hours", n=int(seconds // 3600))


def camera(seconds: float | None, words: Words) -> Claim:
    """``seconds`` since its last C-ECHO or picture; ``None`` when it was never heard."""
    if seconds is None:
        return Claim(words("claim.camera-never"), Status.WAIT)
    if seconds < SILENT_AFTER:
        return Claim(words("claim.camera-heard", ago=_ago(seconds, words)), Status.OK)
    return Claim(words("claim.camera-silent", ago=_ago(seconds, words)), Status.WAIT)


def backup(*, was_opened: bool, words: Words) -> Claim:
    """After a copy whose every file was read back with its digest; done only when a passphrase has opened it too."""
    return (
        Claim(words("claim.backup-done"), Status.OK)
        if was_opened
        else Claim(words("claim.backup-not-checked"), Status.WAIT)
    )


EYES = {
    Laterality.RIGHT: "claim.right-eye",
    Laterality.LEFT: "claim.left-eye",
    Laterality.BOTH: "claim.both-eyes",
}


def eye(stated: Laterality | None, words: Words, *, contradicted: bool = False) -> Claim:
    """Which eye a picture shows: stated and not contradicted, or a question."""
    if stated is None:
        return Claim(words("claim.which-eye"), Status.UNKNOWN)
    if contradicted:
        return Claim(words("claim.check-eye"), Status.UNKNOWN)
    return Claim(words(EYES[stated]))


def earlier_visits(searched_at_hq: str | None, words: Words) -> Claim:
    """What is said when no earlier visit is known; a search counts only when it ended."""
    if searched_at_hq is None:
        return Claim(words("claim.no-visits-here"))
    return Claim(words("claim.no-visits-hq", time=words.island(words.digits(searched_at_hq))))


def no_likely_match(words: Words) -> Claim:
    """Nobody alike; the place that was searched is named."""
    return Claim(words("claim.no-match"))


def sharpness(hints: Iterable[str | None], words: Words) -> Claim | None:
    """The chip of a person's pictures: ``good``, ``blurred``, ``ungradable`` or ``None`` where it was not measured."""
    known = list(hints)
    if "ungradable" in known:
        return Claim(words("claim.ungradable"), Status.NO)
    if "blurred" in known:
        return Claim(words("claim.blurred"), Status.WARN)
    if known and all(hint == "good" for hint in known):
        return Claim(words("claim.sharp"), Status.OK)
    return None


def original(shown_share: float, words: Words, *, digest_matches: bool) -> Claim:
    """``shown_share``: shown pixels of all pixels, 0 to 1. "Original" needs full size and the digest as received."""
    if digest_matches and shown_share >= 1:
        return Claim(words("claim.original"))
    return Claim(words("claim.preview", n=round(shown_share * 100)), Status.WARN)


def left(wish: str, words: Words) -> Claim:
    """Of a picture whose original left this laptop: that it is at headquarters, and how far it is with fetching it again."""
    statuses = {
        "none": Status.WAIT,
        "asked": Status.WAIT,
        "coming": Status.BUSY,
        "missed": Status.WARN,
        "full": Status.WARN,
    }
    return Claim(words(f"claim.left-{wish}"), statuses[wish])


def original_is_back(words: Words) -> Claim:
    """It was compared by its digest with what left."""
    return Claim(words("claim.left-back"), Status.OK)


def previews(n: int, words: Words) -> Claim:
    """Of one eye: how many previews headquarters gave of pictures that have not come (HZ-09)."""
    return Claim(words.counted("claim.previews", n) if n else "", Status.WAIT)


def only_previews(words: Words) -> Claim:
    """Of a visit of which headquarters gave previews, and no original has come (HZ-09)."""
    return Claim(words("claim.only-previews"), Status.WAIT)


def needs_original(words: Words, row: InstanceRow | None) -> Claim:
    """Whoever grades a preview "none" has not said that all is well (HZ-09)."""
    has_left = row is not None and row.has_left
    return Claim(words("claim.left-first" if has_left else "claim.not-here-yet"), Status.WARN)


LEAVING = {Answer.YES: Status.OK, Answer.PICTURES: Status.WAIT, Answer.NOTHING: Status.WAIT, Answer.NO: Status.NO}
LEAVING_WHY = {
    Answer.YES: "claim.leave-all",
    Answer.PICTURES: "claim.leave-only-pictures",
    Answer.NOTHING: "claim.leave-no-pictures",
}


def leaving(found: Leaving, words: Words) -> Claim:
    """The answer of the page that is printed before a camp is packed up; counted from receipts, nothing rounded."""
    return Claim(words(f"claim.leave-{found.answer.value}"), LEAVING[found.answer])


def leaving_why(found: Leaving, words: Words) -> list[str]:
    """What stands in the way, or what the answer speaks of."""
    names = {Lack.PICTURES: "claim.leave-pictures-missing"}
    lacks = [words.counted(names.get(lack, f"claim.leave-{lack.value}"), count) for lack, count in found.lacks]
    return lacks or [words(LEAVING_WHY[found.answer])]


def leaving_evidence(found: Leaving, words: Words) -> list[str]:
    """What "confirmed" means on that page, and the seal of the newest receipt."""
    chain = words("claim.leave-chain", n=found.receipts, head=words.island(found.head[:16]))
    return [words("claim.leave-level"), chain]


def leaving_heads(words: Words) -> tuple[str, str, str]:
    """The question over that page, the heading of its column, and the mark of who was not told."""
    return words("claim.leave"), words("claim.leave-confirmed"), words("claim.leave-not-told")


def leaving_saved(name: str, words: Words) -> Claim:
    """After the file of that page was written and closed."""
    return Claim(words("claim.leave-saved", name=words.island(name)), Status.OK)


def full_ring(words: Words) -> Claim:
    """What the wall of rings promises; the rings themselves are drawn from receipts."""
    return Claim(words("claim.full-ring"))


OUTCOMES = {
    Outcome.RESCREEN: Status.OK,
    Outcome.RETAKE: Status.WAIT,
    Outcome.DOCTOR: Status.UNKNOWN,
    Outcome.REFER: Status.WARN,
    Outcome.URGENT: Status.URGENT,
}


def outcome(decision: Decision, words: Words) -> Claim:
    """What follows for a person. "No referral" only for a decision that says *rescreen*: both eyes, originals, named rule."""
    if decision.outcome is Outcome.RESCREEN:
        text = words("claim.rescreen", n=decision.months) if decision.months else words("claim.no-referral")
        return Claim(text, Status.OK)
    if decision.outcome is Outcome.RETAKE:
        eyes = list(dict.fromkeys(reason.eye for reason in decision.reasons if reason.eye))
        return unfinished(Laterality.BOTH if len(eyes) > 1 else eyes[0], words)
    return Claim(words(f"claim.outcome-{decision.outcome.word}"), OUTCOMES[decision.outcome])


def letter(decision: Decision, by: str, words: Words) -> tuple[Claim, str]:
    """What a letter says to the person: a heading and a sentence. ``by``: the date until which, where there is one.

    The sentence for "all well" stands in the letter of *rescreen* and nowhere else (HZ-03).
    """
    said, status = decision.outcome, OUTCOMES[decision.outcome]
    if said is Outcome.RESCREEN:
        title = words("claim.letter-title-rescreen", date=by) if by else words("claim.letter-title-rescreen-undated")
        return Claim(title, status), words("claim.letter-all-well")
    if said is Outcome.RETAKE:
        eyes = dict.fromkeys(words(EYES[reason.eye]) for reason in decision.reasons if reason.eye)
        return Claim(words("claim.letter-title-retake"), status), words("claim.letter-retake", eye=words.join(eyes))
    title = (
        words(f"claim.letter-title-{said.word}", date=by)
        if said is Outcome.REFER
        else words(f"claim.letter-title-{said.word}")
    )
    is_unreadable = said is Outcome.REFER and all(_is_unreadable(reason) for reason in decision.reasons)
    return Claim(title, status), words("claim.letter-unreadable" if is_unreadable else f"claim.letter-{said.word}")


def _is_unreadable(reason: Reason) -> bool:
    return reason.grade is not None and reason.grade.get(reason.finding) == UNGRADABLE


def unfinished(eye: Laterality, words: Words) -> Claim:
    """What keeps Enter from confirming: that eye has no whole grade."""
    which = {Laterality.RIGHT: "eye.right", Laterality.LEFT: "eye.left", Laterality.BOTH: "eye.both"}[eye]
    return Claim(words("claim.not-finished", eye=words(which)), Status.WAIT)


def why(decision: Decision, words: Words) -> str:
    """The reasons in one line, each grade with its scheme."""
    return words.join(_reason(reason, words) for reason in decision.reasons)


def _reason(reason: Reason, words: Words) -> str:
    eye = words.island(reason.eye.eye) if reason.eye else ""
    if reason.why is Why.NOT_WHOLE and reason.grade:
        return words("reason.not-whole", eye=eye, finding=finding_words(reason.grade.scheme, reason.finding, words))
    grade = ""
    if reason.grade:
        grade = grade_text(reason.grade, reason.finding, words) if reason.finding else grade_line(reason.grade, words)
    key = "claim.reason-preview" if reason.why is Why.PREVIEW else f"reason.{reason.why.value}"
    return words(key, eye=eye, grade=grade)


def locked(arrived: int, at: str, words: Words) -> Claim:
    """What goes on behind the lock: pictures that were committed since ``at``."""
    time = words.island(words.digits(at))
    if not arrived:
        return Claim(words("claim.locked-quiet"), Status.OK)
    return Claim(words.counted("claim.locked", arrived, time=time), Status.OK)


def told(by: str, at: str, days: int, words: Words) -> Claim:
    """Whether somebody told them: a person's name and the time, or since when nobody has."""
    if by:
        return Claim(words("claim.told", by=by, time=words.island(words.digits(at))), Status.OK)
    if not days:
        return Claim(words("claim.not-told"), Status.WAIT)
    return Claim(words.counted("claim.not-told-days", days), Status.WAIT)


def hq_answer(hq: Decision, ours: Outcome | None, as_of: str, words: Words) -> Claim:
    """What headquarters read, beside what was decided here; agreement is said only where both came to the same end."""
    if hq.outcome is ours and ours is not Outcome.RETAKE:
        return Claim(words("claim.hq-agrees", day=as_of), Status.OK)
    said = words(f"claim.hq-{hq.outcome.word}", day=as_of)
    return Claim(said, Status.URGENT if hq.outcome is Outcome.URGENT else Status.WARN)


def referral_refused(words: Words) -> Claim:
    """Headquarters answered that it does not take this referral: nobody there will call (HZ-04)."""
    return Claim(words("claim.hq-refuses"), Status.WARN)


def task(step: str, words: Words, *, is_signed: bool = False) -> Claim:
    """How far a reading is that headquarters asks for (``taskplan.Step``). Done is what headquarters has shown as done."""
    if step in ("wanted", "ours") and is_signed:
        return Claim(words("claim.task-signed"), Status.WAIT)
    if step not in ("open", "wanted", "ours", "giving", "done", "given"):
        return Claim("")  # the reason says it
    return Claim(words(f"claim.task-{step}"), Status.OK if step == "done" else Status.WAIT)


def untold(people: int, words: Words) -> Claim:
    """How many must still be spoken to."""
    if not people:
        return Claim(words("claim.everybody-told"), Status.OK)
    return Claim(words.counted("claim.untold", people), Status.WAIT)


def referral_group(which: Outcome, words: Words) -> Claim:
    """The heading over those who were decided so."""
    return Claim(words(f"claim.group-{which.word}"), OUTCOMES[which])
