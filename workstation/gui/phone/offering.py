"""From the wish for a phone's photo to the photo: whose code is on the screen, how long it lives, what hinders it. No widgets.

A code belongs to the form that was open when it was made (HZ-07). ``end`` is called when that form is left, covered, cleared or
stored; a photo that comes after that is not taken, and the phone hears so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from resources.phone.links import Links, Photo
from resources.phone.words import Words as PageWords
from workstation.gui.background import in_background
from workstation.gui.bridge import HandOver
from workstation.gui.desk import Desk
from workstation.gui.patients.headshots import Headshot, of_points
from workstation.gui.words import Words

LOOK = 1000
"""Milliseconds between two looks at how long the code still lives."""
PATH = "phone"


@dataclass(frozen=True)
class Phones:
    """What a station gives that phones can reach."""

    links: Links
    address: Callable[[], str]
    """Of the embedded server, by the name that its certificate is for."""
    is_trusted: Callable[[], bool]
    """Whether phones see no warning: the certificate has not run out. Not for the GUI thread."""


class Trouble(StrEnum):
    """Why there is no code. Each has its sentence: ``phone.`` and the value."""

    OVER = "over"
    """Nobody sent a photo in time."""
    RUN_OUT = "run-out"
    """The certificate has run out, or this laptop's clock is wrong."""


class Offering(QObject):
    """One place's code. ``changed``: there is one or none, how long it lives, what stands in the way; ``taken``: a photo came."""

    changed = Signal()
    taken = Signal(object)

    def __init__(self, parent: QObject, desk: Desk, received: str) -> None:
        """No code. ``received`` is the key of what a phone hears when its photo is here."""
        super().__init__(parent)
        self._desk, self._received = desk, received
        self.address = ""
        self.trouble: Trouble | None = None
        self.left = 0.0
        self._secret = ""
        self._turn = 0
        self._hands: HandOver[Headshot] | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK)
        self._looking.timeout.connect(self._look)

    @property
    def is_possible(self) -> bool:
        """Whether phones can reach this laptop."""
        return self._desk.phones is not None

    @property
    def is_on(self) -> bool:
        """Whether a code is on the screen."""
        return bool(self._secret)

    def begin(self) -> None:
        """Make a code for the form that is open now, unless phones would warn of this laptop."""
        phones = self._desk.phones
        if phones is None or self.is_on:
            return
        self._turn += 1
        turn = self._turn

        def go(is_trusted: bool) -> None:  # noqa: FBT001  # what the task brought
            if turn != self._turn:  # the form was left meanwhile
                return
            if is_trusted:
                self._open(phones)
            else:
                self._close(Trouble.RUN_OUT)

        in_background(self, phones.is_trusted).then(go).otherwise(self._desk.tell)

    def _open(self, phones: Phones) -> None:
        hands = self._hands = HandOver[Headshot](self, self._arrived)

        def take(photo: Photo) -> bool:
            return hands.hand(of_points(*photo))

        self._secret = phones.links.open(take, page_words(self._desk.look.words, self._received))
        self.address = f"{phones.address()}/{PATH}/{self._secret}"
        self.trouble = None
        self._looking.start()
        self._look()

    def end(self) -> None:
        """The form is left: its code opens nothing any more, and what stood in the way is not said."""
        self._turn += 1
        if self.is_on or self.trouble:
            self._close(None)

    def _close(self, trouble: Trouble | None) -> None:
        if self._hands is not None:
            self._hands.close()
            self._hands = None
        if self._desk.phones is not None and self._secret:
            self._desk.phones.links.end(self._secret)
        self._looking.stop()
        self._secret, self.address, self.left = "", "", 0.0
        self.trouble = trouble
        self.changed.emit()

    def _look(self) -> None:
        phones = self._desk.phones
        self.left = phones.links.left(self._secret) if phones is not None else 0.0
        if self.left:
            self.changed.emit()
        else:
            self._close(Trouble.OVER)

    def _arrived(self, headshot: Headshot) -> bool:
        """It is on the form, unless that was left."""
        if not self.is_on:
            return False
        self._close(None)
        self.taken.emit(headshot)
        return True


def page_words(words: Words, received: str) -> PageWords:
    """The phone's page in the language of the window."""
    said = {
        key: words(f"phone.page-{key}")
        for key in ("title", "ask", "choose", "send", "ended", "other", "large", "busy", "trouble")
    }
    return PageWords(words.language, words.is_right_to_left, received=words(received), **said)
