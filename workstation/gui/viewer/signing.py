"""From keys to signed opinions: the draft of the person on the screen, what would follow, and Confirm.

Nothing is stored before Confirm, and Confirm needs a name, both eyes, and a person who has been on the screen for a moment. What
is signed is about the pictures that are on the screen when the key goes down (hazards HZ-03, HZ-16, HZ-22).
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from resources.grading.outcome import EYES, Absence, Decision, Reason, Why
from resources.grading.schemes import UNGRADABLE, Scheme
from resources.problems import Problem
from resources.store import opinions
from resources.store.hands import has_no_name
from resources.store.opinions import OpinionRow, Said
from resources.store.rows import InstanceRow
from resources.store.store import Unit
from resources.terms import Laterality
from workstation.gui import claims
from workstation.gui.desk import Desk
from workstation.gui.grades import said_line
from workstation.gui.people_text import name_of
from workstation.gui.style.status import Status
from workstation.gui.viewer.checking import Checking
from workstation.gui.viewer.decision import DecisionBar
from workstation.gui.viewer.disputing import DisputeBar
from workstation.gui.viewer.draft import Draft, blank, imaged
from workstation.gui.viewer.grading import GradingColumn
from workstation.gui.viewer.judging import Judging
from workstation.gui.viewer.looked import Looked
from workstation.gui.viewer.visit import Shown, Visit, bytes_of, is_preview

log = logging.getLogger(__name__)
REST = 400
"""Milliseconds that Confirm sleeps after a change of person (HZ-16)."""
SHIFTED = {
    Qt.Key.Key_ParenRight: "0", Qt.Key.Key_Exclam: "1", Qt.Key.Key_At: "2", Qt.Key.Key_NumberSign: "3",
    Qt.Key.Key_Dollar: "4",
}  # fmt: skip
"""What Shift makes of the digits where Qt hands over the letter on the key's upper half (US layout)."""


def code_of(event: QKeyEvent) -> str:
    """The digit or U that a key says; empty for any other key."""
    key = Qt.Key(event.key())
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return str(int(key) - int(Qt.Key.Key_0))
    if key == Qt.Key.Key_U:
        return "U"
    return SHIFTED.get(key, "")


class Signing(QObject):
    """The grading column and the decision bar of one page, and what they say. ``signed`` when opinions were stored."""

    signed = Signal()
    sign_in_wanted = Signal()

    def __init__(self, desk: Desk, scheme: Scheme, parent: QWidget, shown: Callable[[], Shown | None]) -> None:
        """``shown()`` is what is on the screen now; ``scheme`` is the camp's, for visits that nobody has graded yet."""
        super().__init__(parent)
        self._desk, self._words, self._shown = desk, desk.look.words, shown
        self._page, self._scheme = parent, scheme
        self._draft: Draft | None = None
        self._earlier: list[Draft] = []
        self._is_signing = False
        self.is_doubtful: Callable[[Laterality], bool] = lambda _: False
        """Whether the picture of that eye seems to show the other one, and nobody has looked again; the page knows."""
        self.looked = Looked()
        """How large each picture was seen; the page tells."""
        self.unseen: set[str] = set()
        """Instances that could not be shown, by UID; the page says so."""
        self.column, self.bar = GradingColumn(desk.look, scheme), DecisionBar(desk.look)
        self.dispute = DisputeBar(desk.look)
        self.judging = Judging(desk, parent, shown)
        self.checking = Checking(desk, parent)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.column.said.connect(self._pressed)
        self.column.missing.connect(self._say_missing)
        self.bar.dispute.clicked.connect(self._ask_dispute)
        self.dispute.replaced.connect(self._replace)
        self.dispute.kept.connect(self._page.setFocus)
        self.bar.confirm.clicked.connect(self.confirm)
        self.bar.reader.clicked.connect(self.sign_in_wanted)
        self.judging.sign_in_wanted.connect(self.sign_in_wanted)
        self.checking.sign_in_wanted.connect(self.sign_in_wanted)
        self.column.judged.connect(self.judging.cycle)
        self.show_reader()

    @property
    def draft(self) -> Draft | None:
        """What somebody is about to confirm."""
        return self._draft

    @property
    def _reader(self) -> str:
        name = self._desk.actor()
        return "" if has_no_name(name) else name

    def show_reader(self) -> None:
        """Whose hand is on the keys now; a draft in hand stays."""
        self.bar.show_reader(self._reader)
        self.paint()

    # --- what is open

    def blank(self) -> None:
        """Somebody else is wanted: the draft dies with its person."""
        self._draft, self._earlier = None, []
        self.dispute.hide()
        self.rest.start()
        self.paint()

    def open(self, visit: Visit, said: Sequence[OpinionRow]) -> None:
        """That visit is on the screen; a draft of the same visit goes on, with what others signed meanwhile.

        A visit goes on in the scheme that it was begun in (HZ-21): what was drafted on another one is dropped.
        """
        fresh = self._blank(visit, said)
        self.column.speak(fresh.scheme)
        held = self._draft
        same = held and (held.patient_uuid, held.day, held.scheme) == (fresh.patient_uuid, fresh.day, fresh.scheme)
        if held and same:
            fresh = replace(held, before=fresh.before).renewed(visit)
            self._earlier = [one.renewed(visit) for one in self._earlier]
        else:
            self._earlier = []
        self._draft = fresh
        self.paint()

    def _blank(self, visit: Visit, said: Sequence[OpinionRow]) -> Draft:
        here = [row for row in said if row.day == visit.day]
        return blank(visit, opinions.begun_on(here) or self._scheme, here)

    def paint(self) -> None:
        """Cells, outcome and reason as they are now."""
        shown, draft = self._shown(), self._draft
        if shown is None or draft is None:
            self.column.show_draft(None, frozenset())
            self.column.show_active(None)
            self.bar.blank()
            return
        self.column.show_draft(draft, frozenset(eye for eye in EYES if imaged(shown.visit, eye)))
        self.column.show_active(shown.active if shown.asking is None else None)
        self._paint_qualities(shown)
        decision = draft.decision(shown, self._reader, self.judging.ungradable)
        claim, why = claims.outcome(decision, self._words), claims.why(decision, self._words)
        self.bar.show_decision(claim, why, self._signed_before(draft))
        self.bar.dispute.setVisible(bool(draft.disputed(self._reader)))

    def _paint_qualities(self, shown: Shown) -> None:
        for eye in EYES:
            row = shown.picture(eye)
            quality = self.judging.of(row.instance_uid) if row else None
            self.column.show_quality(eye, quality, can=row is not None and row.has_pixels and not is_preview(row))

    def _signed_before(self, draft: Draft) -> str:
        """Everything that was signed of this visit; what somebody replaced stays, with the reason (HZ-27)."""
        by = {uuid: row for row in draft.before for uuid in row.said.replaces}
        return self._words.join(self._signed(row, by.get(row.uuid)) for row in draft.before)

    def _signed(self, row: OpinionRow, by: OpinionRow | None) -> str:
        time = self._words.digits(row.signed_at.astimezone(self._desk.store.zone).strftime("%H:%M"))
        hand = self._words("grading.signed-by", reader=row.reader, time=self._words.island(time))
        if row.said.zoom is not None:
            hand = f"{hand}, {self._words('grading.seen-at', percent=round(100 * row.said.zoom))}"
        if by is not None and by.reader != row.reader:
            hand = f"{hand}; {self._words('dispute.replaced', reader=by.reader, why=by.said.note)}"
        return f"{said_line(row.said, self._words)} ({hand})"

    # --- what is said

    def key(self, event: QKeyEvent) -> bool:
        """A grading key of the active eye: digit or U for the first finding, Shift for the second. Whether it was one."""
        code = code_of(event)
        if not code:
            return False
        shown = self._shown()
        if shown is None or self._draft is None or shown.asking is not None:
            return True
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or event.key() in SHIFTED
        place = 1 if is_shifted and code != "U" else 0
        findings = self.column.scheme.findings
        finding = findings[place] if place < len(findings) else None
        if finding is None or finding.find(code) is None:
            self._say(self._words("grading.no-key", scheme=self.column.scheme.name))
            return True
        self._pressed(shown.active, finding.name, code)
        return True

    def _pressed(self, eye: Laterality, finding: str, code: str) -> None:
        shown, draft = self._shown(), self._draft
        if shown is None or draft is None:
            return
        if not self._can_be_graded(eye):
            self._say(self._words("grading.no-picture"))
            return
        if code != UNGRADABLE and self._is_unseen(eye):
            self._say(self._words("grading.unseen"))
            return
        row = shown.picture(eye)
        said = draft.saying(eye, finding, code).settling((), "").seeing(eye, row)
        self._becomes(said)
        if is_preview(row) and any(reason.why is Why.PREVIEW and reason.eye is eye for reason in self._reasons()):
            self._say(claims.needs_original(self._words, row).text)

    def _reasons(self) -> Sequence[Reason]:
        shown, draft = self._shown(), self._draft
        if shown is None or draft is None:
            return ()
        return draft.decision(shown, self._reader, self.judging.ungradable).reasons

    def _becomes(self, draft: Draft) -> None:
        """What was said is the draft from now on; a key takes it back."""
        if self._draft is not None:
            self._earlier.append(self._draft)
        self._draft = draft
        self.paint()

    def _say_missing(self, eye: Laterality, why: Absence | None) -> None:
        shown, draft = self._shown(), self._draft
        if shown is not None and draft is not None and not imaged(shown.visit, eye):
            self._becomes(draft.missing(eye, why))

    def ask_why(self) -> None:
        """X: why has the eye no picture? Nothing where both have one."""
        shown = self._shown()
        eyes = [eye for eye in EYES if shown is not None and not imaged(shown.visit, eye)]
        if shown is not None and eyes:
            box = self.column.absences[shown.active if shown.active in eyes else eyes[0]]
            box.setFocus()
            box.showPopup()

    # --- another reader's opinion

    def _ask_dispute(self) -> None:
        if self._draft is not None:
            self.dispute.ask(self._draft.disputed(self._reader))

    def _replace(self, because: str) -> None:
        """This opinion takes the place of those in question: by a name, with a reason, and both stay readable."""
        if self._draft is None:
            return
        if not self._reader:
            self.sign_in_wanted.emit()
        elif not because:
            self._say(self._words("dispute.needs-why"))
        else:
            self.dispute.hide()
            self._becomes(self._draft.settling([row.uuid for row in self._draft.disputed(self._reader)], because))
            self._page.setFocus()

    def _can_be_graded(self, eye: Laterality) -> bool:
        row = self._shown_picture(eye)
        return row is not None and row.has_pixels

    def _is_unseen(self, eye: Laterality) -> bool:
        """Whether its picture is here and cannot be shown: what nobody saw has no grade (HZ-03)."""
        row = self._shown_picture(eye)
        return row is not None and bytes_of(row) in self.unseen

    def _shown_picture(self, eye: Laterality) -> InstanceRow | None:
        shown = self._shown()
        return shown.picture(eye) if shown else None

    @property
    def can_take_back(self) -> bool:
        """Whether something was said since the person was opened."""
        return bool(self._earlier)

    def take_back(self) -> None:
        """Ctrl+Z: as it was before the last key."""
        if self._earlier:
            last = self._earlier.pop()
            held = self._draft
            self._draft = replace(last, before=held.before) if held else last
            self.paint()

    # --- confirm

    def confirm(self) -> None:
        """Enter: sign what is on the screen, or say what keeps it from being signed."""
        shown, draft = self._shown(), self._draft
        if self._is_signing or shown is None or draft is None:
            return
        if self.rest.isActive():
            self._say(self._words("grading.too-soon"))
            return
        eye = draft.first_unfinished(shown.visit)
        if eye is not None:
            claim = claims.unfinished(eye, self._words)
            self._desk.toast.say(claim.text, status=Status.WARN)
            return
        doubtful = next((eye for eye in EYES if self.is_doubtful(eye)), None)
        if doubtful is not None:
            self._say(self._words("hint.answer-first", eye=self._words.island(doubtful.eye)))
            return
        said = draft.said(shown, self._reader, self.checking.stamp, self.looked.zoom)
        if not said:
            self._say(self._words("grading.no-picture"))
            return
        if not self._reader:
            self.sign_in_wanted.emit()
            return
        self.sign(draft, said)

    def sign(self, draft: Draft, said: Sequence[Said]) -> None:
        """Store these opinions. A draft of somebody who is no longer on the screen is refused: that would be our bug."""
        shown = self._shown()
        if shown is None or shown.visit.patient.uuid != draft.patient_uuid or shown.visit.day != draft.day:
            log.error("a grade was about to be stored for somebody who is not on the screen")
            self._say(self._words("grading.moved-on"))
            return
        name = name_of(shown.visit.patient)
        self._is_signing = True

        def change(unit: Unit) -> Decision:
            return opinions.sign(unit, draft.patient_uuid, draft.day, said)[1]

        def done(decision: Decision) -> None:
            self._is_signing = False
            claim = claims.outcome(decision, self._words)
            sentence = self._words("grading.stored", name=name, outcome=claim.text)
            self._desk.toast.say(sentence, status=claim.status)
            held = self._draft
            if held and (held.patient_uuid, held.day) == (draft.patient_uuid, draft.day):
                self.signed.emit()

        self._desk.write(self._page, change).then(done).otherwise(self._failed)

    def _failed(self, problem: Problem) -> None:
        self._is_signing = False
        self._desk.tell(problem)

    def _say(self, sentence: str) -> None:
        self._desk.toast.say(sentence, status=Status.WARN)
