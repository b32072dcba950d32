"""Below a picture: the slider of one with several frames or pages, and where its original is when it left this laptop.

What it says is the number of the frame that is painted, not of one to come.
"""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from workstation.gui.style.buttons import Button, icon_button
from workstation.gui.style.labels import label
from workstation.gui.style.look import Look
from workstation.gui.viewer.band import Band
from workstation.gui.viewer.originals import OriginalBar, Wish
from workstation.gui.viewer.pane import EyePane

HEIGHT = 48


class FrameBar(Band):
    """Back, slider, on, "12 of 25". Left-to-right in every language, as a stack of slices is (HZ-14)."""

    wanted = Signal(int)
    stepped = Signal(int)

    def __init__(self, look: Look) -> None:
        """Of one frame: nothing to see."""
        super().__init__(look)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedHeight(look.px(HEIGHT))
        self.back, self.on = self._arrow(-1), self._arrow(1)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMinimumHeight(44)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.valueChanged.connect(self.wanted)
        self.place = label(look, "", "body", strong=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 0)
        row.setSpacing(8)
        for widget in (self.back, self.slider, self.on, self.place):
            row.addWidget(widget, 1 if widget is self.slider else 0)
        self.call_them(is_paper=False)
        self.hide()

    def _arrow(self, by: int) -> Button:
        """Outwards in every language: icons turn with a page that runs from the right, and this bar does not."""
        is_right = (by > 0) is not self._look.is_right_to_left
        button = icon_button(self._look, "chevron-right" if is_right else "chevron-left", "")
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def call_them(self, *, is_paper: bool) -> None:
        """Pages, or frames."""
        kind, words = "page" if is_paper else "frame", self._look.words
        self.slider.setAccessibleName(words(f"viewer.{kind}s"))
        for button, way in ((self.back, "previous"), (self.on, "next")):
            button.setAccessibleName(words(f"viewer.{way}-{kind}"))
            button.setToolTip(words(f"viewer.{way}-{kind}"))

    def show_frames(self, number: int, of: int) -> None:
        """Which frame is painted, of how many."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(1, of)
            if not self.slider.isSliderDown():
                self.slider.setValue(number)
        self.place.setText(self._look.words("viewer.frame", n=number, of=of))
        self.back.setEnabled(number > 1)
        self.on.setEnabled(number < of)
        self.setVisible(of > 1)


class EyeView(QWidget):
    """A pane, below it the slider when its picture has several frames, and a line when its original left."""

    def __init__(self, look: Look, pane: EyePane) -> None:
        """Around that pane."""
        super().__init__()
        self._pane = pane
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.frames, self.original = FrameBar(look), OriginalBar(look)
        pane.framed.connect(self._show)
        self.frames.wanted.connect(pane.show_frame)
        self.frames.stepped.connect(pane.step_frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(pane, 1)
        column.addWidget(self.original)
        column.addWidget(self.frames)

    def show_original(self, wishes: Mapping[str, Wish]) -> None:
        """Where the original is of what the pane shows."""
        row = self._pane.row
        self.original.show_picture(row, wishes.get(row.instance_uid, Wish.NONE) if row else Wish.NONE)

    @Slot(int, int)
    def _show(self, number: int, of: int) -> None:
        self.frames.call_them(is_paper=self._pane.is_paper)
        self.frames.show_frames(number, of)
