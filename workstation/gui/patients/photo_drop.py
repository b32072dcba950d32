"""The place for a headshot: a webcam or a phone takes it, a picture is dropped on it or chosen from a file, or it is left out.

A picture belongs to the form that was open when it was chosen or taken, or to nobody: one that is ready only after the form was
cleared is dropped (hazard HZ-07). Whose it is, is said under it. The webcam is off, and a
phone's code ends, as soon as nobody can see this.
"""

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resources.problems import Problem
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.patients.headshots import Headshot, read_headshot, upright
from workstation.gui.patients.photo_frame import PhotoFrame
from workstation.gui.phone.code import PhoneCode
from workstation.gui.phone.offering import Offering
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ElidedLabel, MarkWidget, paragraph
from workstation.gui.style.status import Status
from workstation.gui.webcam.watching import State, Watching

KINDS = "*.jpg *.jpeg *.png *.webp *.bmp"
SHOOT = "F7"
"""The key that begins a live picture, and takes the photo too."""
FRAME = (300, 336)
"""Where the ways are beside it."""
CODE, LARGE_CODE = 208, 264
"""Sides of a phone's code there, and where it has the width of the form."""
TAKING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PhotoDrop(QWidget):
    """The picture, and below it, or beside it where it ``is_wide``, the ways to another one."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        read: Callable[[Path], Headshot] = read_headshot,
        *,
        has_key: bool = True,
        is_wide: bool = False,
        received: str = "phone.received-form",
    ) -> None:
        """No picture. ``read`` runs off the GUI thread; ``has_key``: F7 begins here; ``received`` is what a phone is told."""
        super().__init__()
        self._desk, self._read, self._key = desk, read, SHOOT if has_key else ""
        self.headshot: Headshot | None = None
        self._form = self._reading = 0
        self._back: QWidget | None = None
        self.watching = Watching(self, desk)
        self.offering = Offering(self, desk, received)
        self._frame = PhotoFrame(desk)
        self._frame.dropped_file.connect(lambda path: self.load(Path(path)))
        self._frame.dropped_image.connect(self._take_image)
        words = desk.look.words
        self.whose = ElidedLabel(desk.look, "", "label", "second")
        self.take = Button(desk.look, words("webcam.take"), icon="camera", key=self._key, strong=True)
        self.leave = Button(desk.look, words("webcam.stop"), rank="quiet", key="Esc")
        self.phone = Button(desk.look, words("phone.offer"), icon="device-mobile")
        self.code = PhoneCode(desk.look, CODE if is_wide else LARGE_CODE)
        self._file = Button(desk.look, words("register.from-file"), icon="photo")
        self._away = Button(desk.look, words("register.no-photo"), rank="quiet")
        self.which = QComboBox()
        self.which.setAccessibleName(words("webcam.which"))
        self.note = paragraph(desk.look, "", "label", "warn")
        self._noted = QWidget()
        self._lay_out(is_wide=is_wide)
        self._join()
        self.code.hide()
        self._show(None)
        self._show_watching()

    def _join(self) -> None:
        self.take.clicked.connect(self.shoot)
        if self._key:
            QShortcut(QKeySequence(self._key), self).activated.connect(self.shoot)
        self.leave.clicked.connect(self.stop)
        self.phone.clicked.connect(self.offer_phone)
        self.offering.changed.connect(self._show_offering)
        self.offering.taken.connect(self._show)
        self._file.clicked.connect(self._choose)
        self._away.clicked.connect(self.clear)
        self.which.activated.connect(lambda at: self.watching.choose(self.watching.choices[at]))
        self.watching.changed.connect(self._show_watching)
        self.watching.seen.connect(lambda: self._frame.show_live(self.watching.image))

    def _lay_out(self, *, is_wide: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._file, 1)
        row.addWidget(self._away)
        row.addWidget(self.leave)
        said = QHBoxLayout(self._noted)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(MarkWidget(self._desk.look, Status.WARN), 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.note, 1)
        ways = QVBoxLayout()
        ways.setSpacing(12)
        for part in (self.whose, self._noted, self.which, self.take, self.phone):
            ways.addWidget(part)
        ways.addLayout(row)
        outer: QBoxLayout = QHBoxLayout(self) if is_wide else QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(20 if is_wide else 12)
        for part in (self._frame, self.code):  # one of them is seen
            outer.addWidget(part, 0 if is_wide else 1)
            if is_wide:
                part.setFixedSize(*FRAME)
        if is_wide:
            ways.addStretch(1)
        outer.addLayout(ways, 1 if is_wide else 0)

    # --- from a file, or dropped --------------------------------------------------------------------------------------

    def load(self, path: Path) -> None:
        """Take the picture of that file; it is read off the GUI thread."""
        self._take(lambda: self._read(path))

    def _take_image(self, image: QImage) -> None:
        self._take(lambda: upright(image))

    def _take(self, make: Callable[[], Headshot]) -> None:
        self.stop()
        form = self._form
        self._reading += 1

        def show(headshot: Headshot) -> None:
            if form == self._form:
                self._reading -= 1
                self._show(headshot)

        def tell(problem: Problem) -> None:
            if form == self._form:
                self._reading -= 1
                self._show(self.headshot)
            self._desk.tell(problem)

        in_background(self, make).then(show).otherwise(tell)

    @property
    def is_reading(self) -> bool:
        """Whether a picture for this form is on its way."""
        return self._reading > 0

    def name(self, name: str) -> None:
        """Say whose picture it is."""
        self.whose.setText(self._desk.look.words("register.photo-of", name=name) if name else "")

    def clear(self) -> None:
        """No picture any more; one that is still on its way is not taken, and no webcam is on."""
        self._form += 1
        self._reading = 0
        self.stop()
        self._show(None)

    def _show(self, headshot: Headshot | None) -> None:
        self.headshot = headshot
        self._frame.show_image(headshot.image if headshot else None)
        self._show_ways()
        self.changed.emit()

    def _choose(self) -> None:
        title = self._desk.look.words("register.photo")
        path, _ = QFileDialog.getOpenFileName(self, title, "", f"{title} ({KINDS})")
        if path:
            self.load(Path(path))

    # --- by webcam ----------------------------------------------------------------------------------------------------

    def shoot(self) -> None:
        """Begin a live picture; where it is there already, take the photo."""
        if self.watching.is_on:
            self._take_live()
            return
        self.offering.end()
        self._back = QApplication.focusWidget()
        self.watching.begin()
        self._come_into_view()
        self._frame.setFocus()

    def _take_live(self) -> None:
        image = self.watching.image
        if image is None:  # it is still starting
            return
        self._frame.show_image(image)
        self._take_image(image)

    @property
    def is_waiting(self) -> bool:
        """Whether a live picture or a phone's code is in this place."""
        return self.watching.is_on or self.offering.is_on

    def stop(self) -> None:
        """No live picture and no phone's code; a photo that was there before stays."""
        self.watching.end()
        self.offering.end()

    def _come_into_view(self) -> None:
        place = self.parentWidget()
        while place is not None and not isinstance(place, QScrollArea):
            place = place.parentWidget()
        if isinstance(place, QScrollArea):
            place.ensureWidgetVisible(self)

    def _show_watching(self) -> None:
        watching, words = self.watching, self._desk.look.words
        had_focus = any(part.hasFocus() for part in (self._frame, self.leave, self.which))
        self._frame.show_live(watching.image)
        hints = {State.STARTING: "webcam.starting", State.LIVE: "webcam.live", State.OFF: "register.photo-hint"}
        self._frame.say(words(hints[watching.state]), "camera" if watching.is_on else "photo")
        self._show_trouble()
        self._list_choices()
        self._show_ways()
        self._frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus if watching.is_on else Qt.FocusPolicy.NoFocus)
        if had_focus and not watching.is_on:
            self._give_focus_back()

    def _show_trouble(self) -> None:
        words, webcam, phone = self._desk.look.words, self.watching.trouble, self.offering.trouble
        said = words(f"webcam.{webcam.trouble}", what=words.island(webcam.what)) if webcam else ""
        self.note.setText(said or (words(f"phone.{phone}") if phone else ""))
        self._noted.setVisible(bool(self.note.text()))

    def _list_choices(self) -> None:
        """Where there are several; also when the one that was chosen gives no picture."""
        watching = self.watching
        self.which.setVisible(len(watching.choices) > 1 and (watching.is_on or watching.trouble is not None))
        names = [one.name for one in watching.choices]
        if names != [self.which.itemText(at) for at in range(self.which.count())]:
            self.which.clear()
            self.which.addItems(names)
        if watching.chosen in watching.choices:
            self.which.setCurrentIndex(watching.choices.index(watching.chosen))

    def _show_ways(self) -> None:
        is_on, words = self.watching.is_on, self._desk.look.words
        self.take.setVisible(self.watching.is_possible and not self.offering.is_on)
        self.phone.setVisible(self.offering.is_possible and not self.is_waiting)
        again = "webcam.again" if self.headshot and not is_on else "webcam.take"
        self.take.key = "Space" if is_on else self._key
        self.take.setText(words(again))
        self.take.setEnabled(not is_on or self.watching.state is State.LIVE)
        self.take.updateGeometry()
        self.leave.setVisible(self.is_waiting)
        self._away.setVisible(self.headshot is not None and not self.is_waiting)

    # --- by phone -----------------------------------------------------------------------------------------------------

    def offer_phone(self) -> None:
        """Show a code by which a phone hands in a photo for this form, for five minutes."""
        self.watching.end()
        self.offering.begin()

    def _show_offering(self) -> None:
        is_on = self.offering.is_on
        if is_on:
            self.code.show_code(self.offering.address, self.offering.left)
        if is_on != self.code.isVisibleTo(self):
            self._swap(is_on)
        self._show_trouble()

    def _swap(self, is_on: bool) -> None:  # noqa: FBT001  # said by its name
        """The code for the frame, or back; the focus goes from the button that began it to the one that ends it, and back."""
        was, now = (self.phone, self.leave) if is_on else (self.leave, self.phone)
        has_focus = was.hasFocus()
        self.code.setVisible(is_on)
        self._frame.setVisible(not is_on)
        self._show_ways()
        if is_on:
            self._come_into_view()
        if has_focus:
            now.setFocus()

    def _give_focus_back(self) -> None:
        """To where it was before the live picture had it, so that Space took the photo."""
        back, self._back = self._back, None
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the webcam is on: Space or Enter takes the photo, Esc leaves."""
        if self.offering.is_on and event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif not self.watching.is_on:
            super().keyPressEvent(event)
        elif event.key() in TAKING and not event.isAutoRepeat():
            self._take_live()
        elif event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() not in TAKING:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, the lock, or the window is closed: the webcam is off, and the phone's code opens nothing."""
        super().hideEvent(event)
        self.stop()
