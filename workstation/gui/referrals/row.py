"""One referral on the page: face and name, the pair of eyes, why, the phone, and whether they were told."""

from datetime import tzinfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workstation.gui import claims
from workstation.gui.gallery import Gallery
from workstation.gui.people_text import age_sex, name_of
from workstation.gui.referrals.listing import Listing, ReferralView
from workstation.gui.style.buttons import Button
from workstation.gui.style.checks import Check
from workstation.gui.style.eye_pair import EyePair
from workstation.gui.style.labels import ElidedLabel, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.tiles import pair_of

FACE = 52
QUIET = 13
PERSON, PHONE, SPOKEN, SEEN = 250, 120, 200, 130


class ReferralLine(QWidget):
    """``told(uuid, ticked)`` when the box is pressed, ``attended(uuid)`` when they were seen, ``opened`` for the person."""

    told = Signal(str, bool)
    attended = Signal(str)
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
        self.spoken.clicked.connect(lambda ticked: self.told.emit(view.row.uuid, ticked))
        self.seen = Button(look, words("referrals.seen"))
        self.seen.setAccessibleName(words.join([name_of(view.patient), words("referrals.seen")]))
        self.seen.clicked.connect(lambda: self.attended.emit(view.row.uuid))
        self.pair = EyePair(look, FACE)
        right, left = pair_of(view.pictures, listing.levels, gallery.hang)
        self.pair.show_tiles([right], [left])
        self._lay_out(gallery, listing)

    def _told_at(self, zone: tzinfo) -> str:
        moment = self.view.row.told_at
        return "" if moment is None else moment.astimezone(zone).strftime("%H:%M")

    def _lay_out(self, gallery: Gallery, listing: Listing) -> None:
        look, view, words = self._look, self.view, self._look.words
        face = QLabel()
        face.setFixedSize(QSize(FACE, FACE))
        face.setPixmap(look.face(gallery.face(view.patient), name_of(view.patient), FACE, self.devicePixelRatioF()))
        second = words.join([age_sex(view.patient, listing.today, words), view.patient.details.village])
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self.person, 0, Qt.AlignmentFlag.AlignLeading)
        below = QHBoxLayout()
        below.addSpacing(QUIET)  # the name's button keeps that much room beside its words
        below.addWidget(ElidedLabel(look, second, "label", "second"))
        texts.addLayout(below)
        texts.addStretch(1)
        person = QWidget()
        column = QHBoxLayout(person)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(face)
        column.addLayout(texts, 1)
        person.setFixedWidth(look.px(PERSON))
        phone = label(look, words.island(view.patient.details.phone) or words("referrals.no-phone"), "body")
        phone.setFixedWidth(look.px(PHONE))
        phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.spoken.setMinimumWidth(look.px(SPOKEN))
        why = paragraph(look, claims.why(view.decision, words) or words("referrals.was", rule=view.row.rule))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(down if look.is_large else across, self)  # large text: who and why, then what was done
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        first, then = QHBoxLayout(), QHBoxLayout()
        for part in (first, then):
            part.setSpacing(16)
        first.addWidget(person)
        first.addWidget(self.pair)
        first.addWidget(why, 1)
        then.addWidget(phone)
        then.addWidget(self.spoken, 1 if look.is_large else 0)
        then.addWidget(self.seen)
        row.addLayout(first, 1)
        row.addLayout(then)
        self.setMinimumHeight(look.px(76))
