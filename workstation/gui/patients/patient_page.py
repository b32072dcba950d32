"""One person: who they are, and their visits as pairs of eyes. New pictures appear by themselves.

Header and tiles come from one value that was read in one unit (HZ-15). The page blanks before it shows another
person.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resources.store import (
    cards,
    evictions,
    headshots,
    links,
    opinions,
    patients,
    performed,
    previews,
    referrals,
    studies,
    trail,
    turns,
)
from resources.store.cards import Card
from resources.store.examinations import Due, gestation_of, next_of
from resources.store.links import LinkRow
from resources.store.opinions import OpinionRow
from resources.store.performed import Expected
from resources.store.previews import PreviewRow
from resources.store.referrals import ReferralRow
from resources.store.rows import ChangeRow, InstanceRow, PatientRow, PhotoRow, StudyRow
from resources.store.store import Store, Unit
from resources.terms import Laterality, Origin
from resources.wire.prematurity import USUAL, FirstExamination
from sync.status import Journey
from workstation.gui import claims
from workstation.gui.background import in_turn
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk, Step, perform, undo_of
from workstation.gui.gallery import Gallery
from workstation.gui.letters.card import LettersCard
from workstation.gui.live import Live
from workstation.gui.missing import NOTHING_ANNOUNCED, because, missing_of, named
from workstation.gui.patients.card_card import CardCard
from workstation.gui.patients.examination_card import ExaminationCard
from workstation.gui.patients.headshots import Headshot, read_headshot
from workstation.gui.patients.joining import JoinedCard, JoinPanel
from workstation.gui.patients.photo_drop import KINDS, SHOOT
from workstation.gui.patients.photo_panel import PhotoPanel
from workstation.gui.patients.qr import QrCode
from workstation.gui.patients.read_card import VisitRead, read_card, read_eyes
from workstation.gui.patients.scan_question import ScanQuestion
from workstation.gui.patients.sending_card import SendingCard
from workstation.gui.patients.shared_photo import SharedPhotoCard
from workstation.gui.patients.trail_card import TrailCard
from workstation.gui.patients.visit_card import VisitCard, VisitShown
from workstation.gui.people_text import age_sex, born, day_text, name_of, time_text
from workstation.gui.style.buttons import Button
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.eyes import EyeTile
from workstation.gui.style.labels import ChipWidget, ElidedLabel, card, label, paragraph
from workstation.gui.style.layouts import empty
from workstation.gui.style.marks import Chip
from workstation.gui.style.scrolling import downwards
from workstation.gui.style.status import Status
from workstation.gui.syncing.journeys import Journeys
from workstation.gui.tiles import Levels, field_of, of_eye, pair_of, places_of, receipts_of, seen, unknown_eyes
from workstation.gui.today.board import ReadLevels, midnight_of
from workstation.gui.viewer.visit import taken_at

FACE = 108
SIDE = 368
SCROLLS = 12
LONGEST_NAME = 64
EYES = (Laterality.RIGHT, Laterality.LEFT)


@dataclass(frozen=True)
class Visit:
    """The pictures of one day in the camp's zone, or of one study from elsewhere."""

    day: date
    rows: tuple[InstanceRow, ...]
    camera: str
    after_grading: int = 0
    """Pictures that came when the visit had been graded already (HZ-06)."""
    reason: str = ""
    """Why places stayed empty, where somebody said so at the camera."""
    owner: PatientRow | None = None
    """The other record of this person that the pictures came under (HZ-18)."""

    @property
    def here(self) -> tuple[InstanceRow, ...]:
        """Those that are pictures of this laptop, and not previews of what headquarters has (HZ-09)."""
        return tuple(row for row in self.rows if row.digest)

    @property
    def previews(self) -> int:
        """How many are previews of originals that have not come."""
        return len(self.rows) - len(self.here)


@dataclass(frozen=True)
class PatientRead:
    """A person, their visits, the newest first, and the receipts of their pictures."""

    patient: PatientRow
    visits: tuple[Visit, ...]
    levels: Levels
    today: date
    photos: tuple[PhotoRow, ...] = ()
    """Headshots, the one that is shown first."""
    shares_photo_with: tuple[PatientRow, ...] = ()
    """Whoever else is shown with the same one (HZ-07)."""
    joined: tuple[tuple[LinkRow, PatientRow], ...] = ()
    """Other records that somebody said are this person, and the link that says so (HZ-18)."""
    referral: ReferralRow | None = None
    """The most urgent open one of all records of this person."""
    expected: Expected = NOTHING_ANNOUNCED
    """What cameras announced today."""
    card: Card = Card()  # noqa: RUF009  # frozen
    """How often it was printed, and whether somebody else held it (HZ-29)."""
    trail: tuple[ChangeRow, ...] = ()
    """Who did what, the newest first."""
    eyes: tuple[VisitRead, ...] = ()
    """What headquarters has read, beside what was read here."""
    examination: tuple[Due, date | None] | None = None
    """Of a baby: what is known of the next look at its eyes, and the day (HZ-30)."""
    journey: Journey | None = None
    """How far all of it is on its way to headquarters."""


def visits_of(found: Sequence[StudyRow], store: Store, glimpses: Sequence[PreviewRow] = ()) -> tuple[Visit, ...]:
    """Studies by day, without hidden pictures and those that have not come; before them what headquarters gave previews of."""
    days: dict[date, list[InstanceRow]] = defaultdict(list)
    small: dict[date, list[InstanceRow]] = defaultdict(list)
    for one in glimpses:
        small[one.day].append(one.row)
    cameras: dict[date, dict[str, None]] = defaultdict(dict)
    for study in found:
        rows = seen(study.instances)
        if rows:
            day = study.day(store.zone)
            days[day] += rows
            for series in study.series:
                cameras[day][series.model_name or series.station_name] = None
    return tuple(
        Visit(day, (*small[day], *seen(days[day])), ", ".join(name for name in cameras[day] if name))
        for day in sorted({*days, *small}, reverse=True)
    )


def came_after(rows: Sequence[InstanceRow], said: Sequence[OpinionRow], day: date) -> int:
    """How many of a visit's pictures came after the last opinion on that visit was signed. Pure."""
    signed = [opinion.signed_at for opinion in said if opinion.day == day]
    return sum(row.received_at > max(signed) for row in rows if row.digest) if signed else 0


def read_patient(
    store: Store, uuid: str, levels: ReadLevels, rule: FirstExamination = USUAL, journeys: Journeys | None = None
) -> PatientRead:
    """Everything the page shows, of one moment. Raises NotFound or Gone. Not for the GUI thread."""
    with store.read() as unit:
        patient = patients.find(unit, uuid)
        records = links.together(unit, patient)
        visits = [visit for row in records for visit in _visits_under(unit, row, patient)]
        photos = tuple(headshots.history(unit, uuid))
        shared = headshots.others_shown_with(unit, patient.photo_digest, uuid)
        joined = _joined(unit, patient, records)
        held, told = cards.of(unit, uuid), tuple(trail.of_patient(unit, uuid))
        waiting = [row for one in records for row in referrals.of_patient(unit, one) if row.closed_at is None]
        expected = performed.expected(unit, performed.of_patient(unit, uuid, midnight_of(store)))
        eyes = read_eyes(unit, records)
        due = next_of(unit, patient, rule) if gestation_of(patient) is not None else None
    return PatientRead(
        patient,
        tuple(sorted(visits, key=lambda visit: visit.day, reverse=True)),
        levels([row.instance_uid for visit in visits for row in visit.here]),
        store.clock().astimezone(store.zone).date(),
        photos,
        tuple(row for row in shared if row.uuid not in {one.uuid for one in records}),
        joined,
        max(waiting, key=lambda row: row.outcome, default=None),
        expected,
        held,
        told,
        eyes,
        due,
        journeys.of(uuid) if journeys else None,
    )


def _visits_under(unit: Unit, row: PatientRow, shown: PatientRow) -> list[Visit]:
    """The visits of one record; those of another than the one that is shown say which."""
    zone = unit.store.zone
    said = opinions.of_patient(unit, row.uuid)
    reasons = {turn.began_at.astimezone(zone).date(): turn.reason for turn in turns.of_patient(unit, row.uuid)}
    owner = None if row.uuid == shown.uuid else row
    return [
        replace(
            visit,
            after_grading=came_after(visit.rows, said, visit.day),
            reason=reasons.get(visit.day, ""),
            owner=owner,
        )
        for visit in visits_of(
            evictions.marked(unit, studies.of_patient(unit, row.uuid)), unit.store, previews.of_patient(unit, row.pk)
        )
    ]


def _joined(unit: Unit, patient: PatientRow, records: Sequence[PatientRow]) -> tuple[tuple[LinkRow, PatientRow], ...]:
    known = {row.uuid: row for row in records}
    ends = [(link, {link.patient_uuid, link.into_uuid}) for link in links.of(unit, patient.uuid)]
    return tuple((link, known[uuid]) for link, pair in ends for uuid in pair - {patient.uuid} if uuid in known)


class PatientPage(QWidget):
    """Header card 142; visits; a side column."""

    read_pressed = Signal(str)
    opened = Signal(str)
    not_this_person = Signal()
    called = Signal(str)

    def __init__(
        self,
        desk: Desk,
        bridge: FeedBridge,
        levels: ReadLevels,
        protocol: str = "macula-disc",
        rule: FirstExamination = USUAL,
        journeys: Journeys | None = None,
    ) -> None:
        """Nobody yet. ``protocol`` says which pictures are expected of each eye, ``rule`` when those of a baby are due, and
        ``journeys`` how far everything of a person is on its way."""
        super().__init__()
        self.examination: ExaminationCard | None = None
        self._desk, self._look, self._protocol = desk, desk.look, protocol
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._uuid = ""
        self._read: PatientRead | None = None
        self._is_joining = self._is_asking = False
        self._panel: JoinPanel | None = None
        self.photo_panel: PhotoPanel | None = None
        self._card_language = self._look.words.language
        self._gallery = Gallery(self, desk.pictures)
        self.letters, self.trail = LettersCard(desk), TrailCard(desk)
        self.sending = SendingCard(desk, journeys) if journeys else None
        self._make_header()
        self._visits = QVBoxLayout()
        self._side = QVBoxLayout()
        self._lay_out()
        self._live = Live(
            self, lambda: read_patient(desk.store, self._uuid, levels, rule, journeys), self._show, desk.tell
        )
        bridge.rang.connect(self._rang)
        self._gallery.changed.connect(self._render)

    def _make_header(self) -> None:
        look = self._look
        self._face, self._qr = QLabel(), QrCode()
        if look.is_large:  # lines enough for the name of whoever is asked
            self._name, self._native = paragraph(look, "", "person-page"), paragraph(look, "", "screen", "second")
        else:
            self._name = ElidedLabel(look, "", "person-page", fill=False)
            self._native = ElidedLabel(look, "", "screen", "second", fill=False)
        own_script = look.font("screen")
        own_script.setWeight(QFont.Weight.Normal)
        self._native.setFont(own_script)
        self._facts = paragraph(look, "", "body", "second")
        self._number = label(look, "", "name")
        self._consent = ChipWidget(look)
        self._claim = ChipWidget(look)
        self._referral = ChipWidget(look)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 0)
        page.setSpacing(16)
        page.addWidget(self._header())
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addLayout(self._main(), 1)
        if not self._look.is_large:
            side = self._side_column()
            side.setObjectName("page")
            scrolled = downwards(side)
            scrolled.setFixedWidth(SIDE + SCROLLS)
            body.addWidget(scrolled)
        page.addLayout(body, 1)

    def _side_column(self) -> QWidget:
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0 if self._look.is_large else SCROLLS, 20)
        beside.setSpacing(12)
        beside.addWidget(self.letters)
        if self.sending is not None:
            beside.addWidget(self.sending)
        self._side.setSpacing(12)
        beside.addLayout(self._side)
        beside.addWidget(self.trail)
        beside.addStretch(1)
        return side

    def _header(self) -> QFrame:
        frame = card()
        frame.setMinimumHeight(self._look.px(142))
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(20)
        row.addWidget(self._face)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addLayout(self._names())
        words.addWidget(self._facts)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self._referral)
        chips.addWidget(self._claim)
        chips.addWidget(self._consent)
        chips.addStretch(1)
        words.addSpacing(4)
        words.addLayout(chips)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addLayout(self._card_side())
        row.addWidget(self._qr)
        return frame

    def _names(self) -> QBoxLayout:
        """In one line, or, in large text, the name in one's own script below the other."""
        if self._look.is_large:
            names: QBoxLayout = QVBoxLayout()
            names.addWidget(self._name)
            names.addWidget(self._native)
            return names
        names = QHBoxLayout()
        names.setSpacing(14)
        names.addWidget(self._name)
        names.addWidget(self._native, 0, Qt.AlignmentFlag.AlignVCenter)
        names.addStretch(1)
        return names

    def _card_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        end = Qt.AlignmentFlag.AlignTrailing
        column.addStretch(1)
        column.addWidget(label(self._look, self._look.words("patient.card"), "caption", "second"), 0, end)
        column.addWidget(self._number, 0, end)
        column.addStretch(1)
        return column

    def _main(self) -> QVBoxLayout:
        look, words = self._look, self._look.words
        column = QVBoxLayout()
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(look, words("patient.visits"), "section"))
        head.addStretch(1)
        self.photo_button = self._made_photo_button()
        self.camera_button = Button(look, words("patient.to-camera"), icon="camera", key="F9")
        self.read_button = Button(look, words("patient.read"), rank="primary", icon="eye", key="Enter")
        self.camera_button.clicked.connect(self.call)
        self.read_button.clicked.connect(lambda: self.read_pressed.emit(self._uuid))
        self.camera_button.setShortcut("F9")
        for button in (self.photo_button, self.camera_button, self.read_button):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self._scrolled(), 1)
        return column

    def _made_photo_button(self) -> Button:
        """With a webcam or a phone it opens the place for a new headshot, else it asks for a file."""
        look, words = self._look, self._look.words
        if self._desk.webcams is None and self._desk.phones is None:
            button = Button(look, words("patient.photo"), icon="photo")
            button.clicked.connect(self._choose_photo)
            return button
        button = Button(look, words("patient.new-photo"), icon="photo", key=SHOOT)
        QShortcut(QKeySequence(SHOOT), self).activated.connect(self.new_photo)
        button.clicked.connect(self.new_photo)
        return button

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(12)
        self._join = QWidget()
        self._joining = QVBoxLayout(self._join)
        self._joining.setContentsMargins(0, 0, 0, 0)
        self._join.hide()
        column.addWidget(self._join)
        self._photographing = QVBoxLayout()
        column.addLayout(self._photographing)
        self._visits = QVBoxLayout()
        self._visits.setSpacing(0)
        column.addLayout(self._visits)
        if self._look.is_large:  # no room beside the visits: what stands there comes after them
            column.addWidget(self._side_column())
        column.addStretch(1)
        return downwards(inside)

    def open(self, uuid: str, *, by_card: bool = False) -> None:
        """Show that person; what was shown is blanked first. After a scan the page asks whether it is that person."""
        self._uuid, self._is_asking = uuid, by_card
        self._read = None
        self._is_joining = False
        self._card_language = self._look.words.language
        self._blank()
        self.letters.open(uuid)
        self._live.again()

    @property
    def person(self) -> PatientRow | None:
        """The person who is on the screen now; ``None`` while the page is blank."""
        return self._read.patient if self._read else None

    @property
    def uuid(self) -> str:
        """Whose page it is."""
        return self._uuid

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile."""
        super().showEvent(event)
        self.setFocus()
        if self._uuid:
            self._live.again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads this person's pictures: the one who is on the screen (HZ-16). Esc puts the place for a photo away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._read and self.read_button.isVisible():
            self.read_pressed.emit(self._read.patient.uuid)
        elif event.key() == Qt.Key.Key_Escape and self.photo_panel is not None:
            self._leave_photo()
        else:
            super().keyPressEvent(event)

    def _rang(self) -> None:
        if self._uuid and self.isVisible():
            self._live.again()
            self.letters.refresh()

    def _show(self, read: PatientRead) -> None:
        if read.patient.uuid == self._uuid:  # a late answer about somebody else is dropped (HZ-15)
            self._read = read
            self._render()

    def _blank(self) -> None:
        for words in (self._name, self._native, self._facts, self._number):
            words.setText("")
        self._face.clear()
        self._qr.show_text("")
        self._consent.show_chip(None)
        self._claim.show_chip(None)
        self._referral.show_chip(None)
        self._panel = None
        self._join.hide()
        self._end_photo()
        self.trail.show_trail("", [])
        if self.sending is not None:
            self.sending.show_journey("", "", None)
        empty(self._visits)
        empty(self._side)

    def _render(self) -> None:
        read = self._read
        if read is None:
            return
        self._show_header(read)
        self._show_joining(read)
        if self.sending is not None:
            self.sending.show_journey(read.patient.uuid, name_of(read.patient), read.journey)
        empty(self._visits)
        if self._is_asking:
            self._visits.addWidget(self._scan_question(read))
        for link, other in read.joined:
            self._visits.addWidget(self._joined_card(link, other, read))
        if read.shares_photo_with:
            self._visits.addWidget(self._shared_photo(read))
        for place, visit in enumerate(read.visits):
            self._visits.addWidget(self._visit(visit, read, is_latest=place == 0))
        if not read.visits:
            self._visits.addWidget(self._no_visits())
        self._show_side(read)

    def _scan_question(self, read: PatientRead) -> ScanQuestion:
        made = ScanQuestion(self._look, read.patient, self._gallery.face(read.patient))
        made.yes.connect(self._is_the_person)
        made.no.connect(lambda: self._is_somebody_else(read.patient))
        return made

    def _speak_card(self) -> None:
        self._card_language = str(self.card.language.currentData())

    def _is_the_person(self) -> None:
        self._is_asking = False
        self._render()

    def _is_somebody_else(self, patient: PatientRow) -> None:
        """Note it on the card; the record is left as it is (HZ-29)."""
        self._is_asking = False

        def said(_: object) -> None:
            self._desk.toast.say(self._look.words("card.doubted", name=name_of(patient)))
            self.not_this_person.emit()

        self._desk.write(self, lambda unit: cards.doubt(unit, patient.uuid)).then(said)

    def _joined_card(self, link: LinkRow, other: PatientRow, read: PatientRead) -> JoinedCard:
        made = JoinedCard(self._desk, link, (read.patient, other), self._gallery.face(other))
        made.opened.connect(self.opened)
        return made

    def _show_joining(self, read: PatientRead) -> None:
        """The panel stays as it is while pictures come in: somebody types in it."""
        self._join.setVisible(self._is_joining)
        if not self._is_joining or (self._panel and shiboken6.isValid(self._panel)):
            return
        empty(self._joining)
        self._panel = JoinPanel(self._desk, read.patient, self._gallery.face)
        self._panel.ended.connect(self._end_joining)
        self._joining.addWidget(self._panel)
        self._panel.search.setFocus()

    def join(self) -> None:
        """Begin to say which other record is this person."""
        self._is_joining = True
        self._render()

    def _end_joining(self) -> None:
        self._is_joining, self._panel = False, None
        empty(self._joining)
        self._join.hide()
        self._live.again()

    def _show_examination(self, read: PatientRead) -> None:
        self.examination = None
        if read.examination is not None:
            self.examination = ExaminationCard(self._desk, read.patient, read.today, read.examination, self._live.again)
            self._side.insertWidget(0, self.examination)

    def _shared_photo(self, read: PatientRead) -> SharedPhotoCard:
        face = self._gallery.face(read.patient)
        made = SharedPhotoCard(self._look, read.patient, read.shares_photo_with, face)
        made.not_theirs.connect(lambda: self._take_photo_back(read))
        made.opened.connect(self.opened)
        return made

    def _take_photo_back(self, read: PatientRead) -> None:
        """The photo that is shown is not this person's: the one before it is shown again."""
        uuid, name = read.photos[0].uuid, name_of(read.patient)
        step = Step(
            lambda unit: headshots.take_back(unit, uuid),
            self._look.words("patient.photo-away", name=name),
            lambda unit: headshots.bring_back(unit, uuid),
        )
        perform(self._desk, self, step, self._live.again)

    def _no_visits(self) -> EmptyRow:
        claim = claims.earlier_visits(None, self._look.words)
        rest = self._look.words("patient.no-visits-rest")
        return EmptyRow(self._look, "eye", claim.text, rest, colour="text2")

    def _show_header(self, read: PatientRead) -> None:
        patient, words = read.patient, self._look.words
        face = self._look.face(self._gallery.face(patient), name_of(patient), FACE, self.devicePixelRatioF())
        self._face.setPixmap(face)
        self._name.setText(_shortened(name_of(patient)) if self._look.is_large else name_of(patient))
        self._name.setAccessibleName(name_of(patient))
        native = patient.details.native_name if patient.name else ""
        self._native.setText(_shortened(native) if self._look.is_large else native)
        self._native.setVisible(bool(self._native.text()))
        age = words.join([age_sex(patient, read.today, words), born(patient, words)])
        self._facts.setText(words.join([age, patient.details.village, words.island(patient.details.phone)]))
        number = patient.number or patient.public_id
        self._number.setText(words.island(number))
        self._qr.show_text(number)
        self._consent.show_chip(_consent(patient, words("patient.consent"), words("patient.no-consent")))
        rows = [row for visit in read.visits for row in visit.here]
        claim = claims.at_headquarters(receipts_of(rows, read.levels), words)
        self._claim.show_chip(Chip(claim.text, claim.status) if rows else None)
        waits = claims.referral_group(read.referral.outcome, words) if read.referral else None
        self._referral.show_chip(Chip(waits.text, waits.status) if waits else None)
        self.read_button.setVisible(any(visit.owner is None for visit in read.visits))

    def _visit(self, visit: Visit, read: PatientRead, *, is_latest: bool) -> VisitCard:
        words = self._look.words
        day = words("patient.today") if visit.day == read.today else day_text(visit.day, words)
        shown = VisitShown(
            day,
            self._time(visit),
            self._tiles(visit, read, is_latest=is_latest),
            tuple((eye.eye, self._eye_line(visit.rows, eye)) for eye in EYES),
            self._answered(visit, read),
            words.join([words("patient.from", camera=visit.camera) if visit.camera else "", self._under(visit)]),
            self._asking(visit),
            is_latest,
            self._missing_line(visit, read) if is_latest else "",
        )
        made = VisitCard(self._look, shown)
        owner = visit.owner.uuid if visit.owner else self._uuid
        made.pressed.connect(lambda _: self.read_pressed.emit(owner))
        return made

    def _time(self, visit: Visit) -> str:
        """When its first picture came; of what has not come, when it was taken, as headquarters says (HZ-27)."""
        words, zone = self._look.words, self._desk.store.zone
        if visit.here:
            return time_text(visit.here[0].received_at, zone, words)
        return words.island(words.digits(taken_at(visit.rows[0], zone)))

    def _answered(self, visit: Visit, read: PatientRead) -> Chip:
        """What headquarters has confirmed; of a visit of which only previews are here, that it is so."""
        words = self._look.words
        receipts = receipts_of(visit.here, read.levels)
        claim = claims.at_headquarters(receipts, words) if visit.here else claims.only_previews(words)
        return Chip(claim.text, claim.status)

    def _under(self, visit: Visit) -> str:
        if visit.owner is None:
            return ""
        words = self._look.words
        return words("join.under", number=words.island(visit.owner.number or visit.owner.public_id))

    def _tiles(
        self, visit: Visit, read: PatientRead, *, is_latest: bool
    ) -> tuple[Sequence[EyeTile], Sequence[EyeTile]]:
        """The best picture of each eye; of the latest visit every place that is wanted, dashed where it is empty (HZ-06)."""
        if is_latest and not visit.previews and missing_of(visit.rows, self._protocol):
            hang = self._gallery.hang
            right, left = (places_of(eye, visit.rows, self._protocol, read.levels, hang) for eye in EYES)
            return right, left
        best_right, best_left = pair_of(visit.rows, read.levels, self._gallery.hang)
        return [best_right], [best_left]

    def _asking(self, visit: Visit) -> Chip | None:
        words = self._look.words
        if unknown := unknown_eyes(visit.rows):
            return Chip(words.counted("patient.unknown-eye", len(unknown)), Status.UNKNOWN)
        if visit.after_grading:
            return Chip(words.counted("missing.after-grading", visit.after_grading), Status.WARN)
        return None

    def _missing_line(self, visit: Visit, read: PatientRead) -> str:
        words = self._look.words
        expected = read.expected if visit.day == read.today else NOTHING_ANNOUNCED
        missing = missing_of(visit.rows, self._protocol, expected)
        if not missing or visit.previews:  # of what is at headquarters nobody here knows which places it fills
            return ""
        return words.join([words("missing.line", what=named(missing.kept, words)), because(visit.reason, words)])

    def _eye_line(self, rows: Sequence[InstanceRow], eye: Laterality) -> str:
        words, theirs = self._look.words, of_eye(rows, eye)
        if not theirs:
            return words("patient.no-pictures")
        here = sum(bool(row.digest) for row in theirs)
        pictures = words.counted("patient.pictures", here) if here else ""
        fields = dict.fromkeys(words(f"field.{field}") for row in theirs if (field := field_of(row)))
        return words.join([pictures, claims.previews(len(theirs) - here, words).text, *fields])

    def _show_side(self, read: PatientRead) -> None:
        empty(self._side)
        words, details = self._look.words, read.patient.details
        if (from_hq := read_card(self._look, read.eyes, self._desk.store.zone)) is not None:
            self._side.addWidget(from_hq)
        known = [(words("patient.here"), words.island(read.patient.number or read.patient.public_id))]
        known += [(str(one.get("system", "")), words.island(str(one.get("value", "")))) for one in details.identifiers]
        self._side.addWidget(self._facts_card(words("patient.known-as"), known))
        facts = [
            (words("register.village"), details.village),
            (words("register.phone"), words.island(details.phone)),
        ]
        said = [(name, value) for name, value in facts if value]
        if said:
            self._side.addWidget(self._facts_card(words("patient.details"), said))
        if len(read.photos) > 1:
            self._side.addWidget(self._photos_card(read))
        self._show_examination(read)
        self.card = CardCard(self._desk, read.patient, read.card, lambda: self._gallery.face(read.patient))
        self.card.language.setCurrentIndex(max(0, self.card.language.findData(self._card_language)))
        self.card.language.currentIndexChanged.connect(self._speak_card)
        self._side.addWidget(self.card)
        self.join_button = Button(self._look, words("join.offer"), icon="users")
        self.join_button.clicked.connect(self.join)
        self._side.addWidget(self.join_button)
        self.trail.show_trail(read.patient.uuid, list(read.trail))

    def _photos_card(self, read: PatientRead) -> QFrame:
        words = self._look.words
        newest = read.photos[0]
        day = day_text(newest.created_at.astimezone(self._desk.store.zone).date(), words)
        frame = self._facts_card(words("patient.photos"), [(words.value(len(read.photos)), day)])
        earlier = Button(self._look, words("patient.earlier-photo"), icon="photo")
        earlier.clicked.connect(lambda: self._take_photo_back(read))
        grid = frame.layout()
        if isinstance(grid, QGridLayout):
            grid.addWidget(earlier, 2, 0, 1, 2)
        return frame

    def _facts_card(self, title: str, facts: Sequence[tuple[str, str]]) -> QFrame:
        frame = card()
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(12)
        grid.addWidget(label(self._look, title, "section"), 0, 0, 1, 2)
        for row, (name, value) in enumerate(facts, 1):
            grid.addWidget(label(self._look, name, "label", "second"), row, 0)
            grid.addWidget(label(self._look, value, "label"), row, 1)
        grid.setColumnMinimumWidth(0, 104)
        grid.setColumnStretch(1, 1)
        return frame

    def call(self) -> None:
        """The person on the screen goes to the camera."""
        if self._read is not None:
            self.called.emit(self._read.patient.uuid)

    def _choose_photo(self) -> None:
        title = self._look.words("register.photo")
        path, _ = QFileDialog.getOpenFileName(self, title, "", f"{title} ({KINDS})")
        if path:
            self.set_photo(Path(path))

    def set_photo(self, path: Path) -> None:
        """A new headshot from that file; the older one stays in the history."""
        self._keep_photo(lambda: read_headshot(path))

    def new_photo(self) -> None:
        """Open the place for a new headshot of the person on the screen, with the webcam on; once more takes the photo."""
        read = self._read
        if self.photo_panel is not None:
            self.photo_panel.photo.shoot()
        elif read is not None:
            panel = self.photo_panel = PhotoPanel(self._desk, read.patient.uuid, name_of(read.patient))
            panel.taken.connect(self._photo_taken)
            panel.ended.connect(self._leave_photo)
            self._photographing.addWidget(panel)
            panel.photo.shoot()

    def _photo_taken(self, uuid: str, headshot: Headshot) -> None:
        if (
            self._read is not None and uuid == self._read.patient.uuid
        ):  # or another person is on the screen by now (HZ-07)
            self._leave_photo()
            self._keep_photo(lambda: headshot)

    def _leave_photo(self) -> None:
        self._end_photo()
        self.setFocus()

    def _end_photo(self) -> None:
        self.photo_panel = None
        empty(self._photographing)

    def _keep_photo(self, make: Callable[[], Headshot]) -> None:
        read = self._read
        if read is None:
            return
        store, actor, uuid = self._desk.store, self._desk.actor(), self._uuid

        def work() -> str:
            headshot = make()
            blob = store.vault.admit(headshot.jpeg)
            size = headshot.image.size()
            with store.write(Origin.PERSON, actor) as unit:
                made, _ = patients.set_photo(
                    unit, uuid, blob, mime="image/jpeg", width=size.width(), height=size.height()
                )
                return made.uuid

        wanted = in_turn(self, work).otherwise(self._desk.tell)
        wanted.then(lambda made: self._photo_set(made, name_of(read.patient)))

    def _photo_set(self, photo: str, name: str) -> None:
        def back(unit: Unit) -> None:
            headshots.take_back(unit, photo)

        take_back = undo_of(self._desk, self, back, self._live.again)
        self._desk.toast.say(self._look.words("patient.photo-set", name=name), take_back)


def _shortened(name: str) -> str:
    """What three lines of the largest text hold."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _consent(patient: PatientRow, given: str, refused: str) -> Chip | None:
    if patient.details.consent is None:
        return None
    return Chip(given, Status.OK) if patient.details.consent else Chip(refused, Status.WARN)
