"""Pictures whose original left this laptop: that it is at headquarters, and a button that fetches it again.

The small picture that stays is shown as a preview, never as the original (HZ-05, HZ-09). Refuses to fetch anything itself: a
wish is written down, and sync fetches it with its next contact.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from resources.store.rows import InstanceRow
from resources.store.store import Unit
from workstation.gui import claims
from workstation.gui.style.buttons import Button, icon_button
from workstation.gui.style.labels import ElidedLabel, MarkWidget, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status
from workstation.gui.viewer.band import Band

HEIGHT, SIGN = 64, "cloud-down"


class Wish(StrEnum):
    """How far it is with an original that somebody wants to have here again."""

    NONE = "none"
    ASKED = "asked"
    COMING = "coming"
    MISSED = "missed"
    """Headquarters did not give it back; it is asked again each time."""
    FULL = "full"
    """There is no room for it."""


class Originals(Protocol):
    """What sync knows of originals that left."""

    def want(self, unit: Unit, instance_uid: str) -> None:
        """Write down that somebody wants it. Raises NotFound for one that is here."""
        ...

    def wishes(self, unit: Unit) -> Mapping[str, Wish]:
        """All that is wanted, by UID, and how far it is."""
        ...

    def wake(self) -> None:
        """Try now."""
        ...


class NoOriginals:
    """A station without sync: nothing can be fetched."""

    def want(self, unit: Unit, instance_uid: str) -> None:
        """Nobody hears it."""

    def wishes(self, unit: Unit) -> Mapping[str, Wish]:  # noqa: ARG002
        """Nothing is wanted."""
        return {}

    def wake(self) -> None:
        """Nobody to wake."""


class OriginalBar(Band):
    """Below a picture whose original left. ``wanted(uid)`` when somebody wants it back."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        """Of a picture that is here: nothing to see."""
        super().__init__(look)
        self._uid = ""
        self._mark = MarkWidget(look, Status.WAIT)
        self.sentence = ElidedLabel(look, "", "label") if look.is_large else paragraph(look, "", "label")
        self.fetch = self._button(look)
        rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(rtl if look.is_right_to_left else ltr)  # words run as the page does; eyes never (HZ-14)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.fetch)
        self.setMinimumHeight(look.px(HEIGHT))  # both eyes stay of one size while one of them is asked for
        self.hide()

    def _button(self, look: Look) -> Button:
        """Where the text is large there is room for its sign."""
        words = look.words("viewer.fetch")
        made = icon_button(look, SIGN, words) if look.is_large else Button(look, words, icon=SIGN, wraps=True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(self._ask)
        kept = made.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        made.setSizePolicy(kept)
        return made

    def show_picture(self, row: InstanceRow | None, wish: Wish) -> None:
        """Say where its original is; nothing of one that is here."""
        if row is None or not row.has_left:
            self._uid = ""
            self.hide()
            return
        claim = claims.left(wish.value, self._look.words)
        self._uid = row.instance_uid
        self._mark.status = claim.status or Status.WAIT
        self._mark.update()
        self.sentence.setText(claim.text)
        self.fetch.setVisible(wish is Wish.NONE)
        self.show()

    def _ask(self) -> None:
        self.fetch.hide()  # once is enough
        self.wanted.emit(self._uid)
