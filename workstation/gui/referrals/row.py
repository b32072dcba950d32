"""One referral on the page: face and name, the pair of eyes, why, the phone, whether they were told, and how.

What headquarters said and whether the letter still holds stand below the reason. Nothing is chosen for anybody.
"""

from collections.abc import Callable
from datetime import date, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resources.store.calls import Call
from resources.store.examinations import Overdue
from workstation.gui import claims
from workstation.gui.gallery import Gallery
from workstation.gui.people_text import age_sex, day_text, name_of
from workstation.gui.reasons import said_or_unknown
from workstation.gui.referrals.listing import Listing, ReferralView
from workstation.gui.referrals.person import FACE, person_cell
from workstation.gui.style.buttons import Button
from workstation.gui.style.checks import Check
from workstation.gui.style.eye_pair import EyePair
from workstation.gui.style.labels import ChipWidget, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.marks import Chip
from workstation.gui.style.status import Status
from workstation.gui.tiles import pair_of

PHONE, SPOKEN = 110, 180
HOWS = ("in person", "phone", "somebody")
"""How somebody may be told, as it is kept."""
ENDS = ("own doctor", "moved away", "does not want", "died")
"""Why a referral may end without being attended, as it is kept."""


class ReferralLine(QWidget):
    """``told(uuid, how)`` when somebody says how (empty: they were not), ``attended(uuid)`` when they were seen, ``ended``
    for another reason, ``opened`` for the person."""

    told = Signal(str, str)
    attended = Signal(str)
    ended = Signal(str, str)
    opened = Signal(str)

    def __init__(self, look: Look, view: ReferralView, listing: Listing, gallery: Gallery, zone: tzinfo) -> None:
        """As it was read."""
        super().__init__()
        self.view, self._look = view, look
        words = look.words
        self.person = Button(look, name_of(view.patient), rank="quiet")
        self.person.setAccessibleName(words.join([name_of(view.patient), view.patient.number or ""]))
        self.person.clicked.connect(lambda: self.opened.emit(view.patient.uuid))
        claim = claims.told(view.row.told_by, self._told_at(zone), view.days, words)
        self.spoken = Check(look, claim.text)
        self.spoken.setChecked(view.row.told_at is not None)
        self.spoken.setProperty("tone", "urgent" if view.row.is_urgent and view.row.told_at is None else "")
        self.spoken.setAccessibleName(words.join([name_of(view.patient), claim.text]))
        self.spoken.clicked.connect(self._ask_how)
        if view.row.told_how in HOWS:
            self.spoken.setToolTip(words(f"referrals.how-{view.row.told_how}"))
        self.hows = self._menu("referrals.how", HOWS, lambda how: self.told.emit(view.row.uuid, how))
        self.seen = Button(look, words("referrals.seen"))
        self.seen.setAccessibleName(words.join([name_of(view.patient), words("referrals.seen")]))
        self.seen.clicked.connect(lambda: self.attended.emit(view.row.uuid))
        self.other = Button(look, words("referrals.other-end"), rank="quiet")
        self.other.setAccessibleName(words.join([name_of(view.patient), words("referrals.other-end")]))
        self.ends = self._menu("referrals.end", ENDS, lambda why: self.ended.emit(view.row.uuid, why))
        self.other.clicked.connect(lambda: self._open(self.ends, self.other))
        self.pair = EyePair(look, FACE)
        right, left = pair_of(view.pictures, listing.levels, gallery.hang)
        self.pair.show_tiles([right], [left])
        self._lay_out(gallery, listing, zone)

    def _menu(self, key: str, choices: tuple[str, ...], chosen: Callable[[str], None]) -> dict[str, QAction]:
        """A menu of closed choices; which one was taken is said to ``chosen``."""
        menu, made = QMenu(self), {}
        for choice in choices:
            action = menu.addAction(self._look.words(f"{key}-{choice}"))
            action.triggered.connect(lambda _=False, choice=choice: chosen(choice))
            made[choice] = action
        return made

    def _open(self, actions: dict[str, QAction], under: QWidget) -> None:
        menu = next(iter(actions.values())).parent()
        if isinstance(menu, QMenu):
            menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _ask_how(self, ticked: bool) -> None:  # noqa: FBT001  # a Qt slot
        """The box is ticked by an answer only."""
        self.spoken.setChecked(self.view.row.told_at is not None)
        if ticked:
            self._open(self.hows, self.spoken)
        else:
            self.told.emit(self.view.row.uuid, "")

    def _chips(self, zone: tzinfo) -> list[Chip]:
        """What headquarters said, and whether the letter in their hands still holds."""
        view, words = self.view, self._look.words
        found = []
        if view.hq and (decision := view.hq_decision):
            as_of = day_text(max(row.as_of for row in view.hq).astimezone(zone).date(), words, year=False)
            claim = claims.hq_answer(decision, view.row.outcome, as_of, words)
            found.append(Chip(claim.text, claim.status or Status.WAIT))
        if view.letter is None:
            found.append(Chip(words("referrals.no-letter"), Status.WAIT))
        elif not view.is_letter_current:
            found.append(Chip(words("referrals.letter-out-of-date"), Status.WARN))
        if view.refused:
            claim = claims.referral_refused(words)
            found.append(Chip(claim.text, claim.status or Status.WARN))
        return found

    def _told_at(self, zone: tzinfo) -> str:
        moment = self.view.row.told_at
        return "" if moment is None else moment.astimezone(zone).strftime("%H:%M")

    def _lay_out(self, gallery: Gallery, listing: Listing, zone: tzinfo) -> None:
        look, view, words = self._look, self.view, self._look.words
        phone = label(look, words.island(view.patient.details.phone) or words("referrals.no-phone"), "body")
        phone.setFixedWidth(look.px(PHONE))
        phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.spoken.setMinimumWidth(look.px(SPOKEN))
        ends = QVBoxLayout()
        ends.setSpacing(0)
        ends.addWidget(self.seen)
        ends.addWidget(self.other)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(down if look.is_large else across, self)  # large text: who and why, then what was done
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        first, then = QHBoxLayout(), QHBoxLayout()
        for part in (first, then):
            part.setSpacing(16)
        first.addWidget(self._who(gallery, listing))
        first.addWidget(self.pair)
        first.addLayout(self._reasons(zone), 1)
        then.addWidget(phone)
        then.addWidget(self.spoken, 1 if look.is_large else 0)
        then.addLayout(ends)
        row.addLayout(first, 1)
        row.addLayout(then)
        self.setMinimumHeight(look.px(76))

    def _who(self, gallery: Gallery, listing: Listing) -> QWidget:
        look, view, words = self._look, self.view, self._look.words
        second = words.join([age_sex(view.patient, listing.today, words), view.patient.details.village])
        return person_cell(look, self.person, gallery.face(view.patient), name_of(view.patient), second)

    def _reasons(self, zone: tzinfo) -> QVBoxLayout:
        look, view, words = self._look, self.view, self._look.words
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addStretch(1)
        why = claims.why(view.decision, words) or words("referrals.was", rule=view.row.rule)
        middle.addWidget(paragraph(look, why))
        self.chips = self._chips(zone)
        for chip in self.chips:
            middle.addWidget(ChipWidget(look, chip))
        if view.refused:
            middle.addWidget(paragraph(look, said_or_unknown(view.refused, words), "label", "second"))
        middle.addStretch(1)
        return middle


class PaperLine(QWidget):
    """Somebody whose letter says something else than what stands now, and who is on no list of referrals."""

    opened = Signal(str)

    def __init__(self, look: Look, call: Call) -> None:
        """As it was read."""
        super().__init__()
        words = look.words
        self.person = Button(look, name_of(call.patient), rank="quiet")
        self.person.setAccessibleName(words.join([name_of(call.patient), call.patient.number or ""]))
        self.person.clicked.connect(lambda: self.opened.emit(call.patient.uuid))
        phone = label(look, words.island(call.patient.details.phone) or words("referrals.no-phone"), "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(16)
        row.addWidget(self.person)
        row.addWidget(paragraph(look, words("letters.says-other"), "body", "second"), 1)
        row.addWidget(phone)


class OverdueLine(QWidget):
    """A baby whose first examination is late: since when, how old, and whom to ring up."""

    opened = Signal(str)

    def __init__(self, look: Look, one: Overdue, today: date) -> None:
        """As it was read."""
        super().__init__()
        words, patient = look.words, one.patient
        self.person = Button(look, name_of(patient), rank="quiet")
        self.person.setAccessibleName(words.join([name_of(patient), patient.number or ""]))
        self.person.clicked.connect(lambda: self.opened.emit(patient.uuid))
        late = words.counted("newborn.since", one.days) if one.due is not None else words("newborn.no-date")
        self.since = label(look, late, "body", "urgent", strong=True)
        due = words("newborn.due", date=day_text(one.due, words)) if one.due is not None else ""
        self.told = paragraph(look, words.join([age_sex(patient, today, words), due]), "body", "second")
        phone = label(look, words.island(patient.details.phone) or words("referrals.no-phone"), "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(16)
        for widget, share in ((self.person, 0), (self.since, 0), (self.told, 1), (phone, 0)):
            row.addWidget(widget, share)
