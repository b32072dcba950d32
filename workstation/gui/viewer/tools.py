"""The row of tools below the pictures. There is no flip, no sharpening and no brightening among them (hazards.md section 3)."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import label
from workstation.gui.style.look import Look
from workstation.gui.viewer.pane import Zoom

HEIGHT = 44


class Tools(QWidget):
    """Red-free, 1:1, fit; which eye is the active one; whether the eyes zoom together."""

    def __init__(self, look: Look) -> None:
        """Fit, in colour, linked."""
        super().__init__()
        words = look.words
        self.red_free = self._tool(look, words("viewer.red-free"), "G")
        self.one_to_one = self._tool(look, words("viewer.one-to-one"), "Z")
        self.fit = self._tool(look, words("viewer.fit"), "F")
        self.active = label(look, "", "body", strong=True)
        self.linked = Button(look, words("viewer.linked"), rank="quiet", icon="link")
        self.linked.setCheckable(True)
        self.linked.setChecked(True)
        self.fit.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for button in (self.red_free, self.one_to_one, self.fit):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.active)
        row.addSpacing(16)
        row.addWidget(self.linked)
        self.setFixedHeight(look.px(HEIGHT))

    @staticmethod
    def _tool(look: Look, words: str, key: str) -> Button:
        button = Button(look, words, rank="quiet", key=key)
        button.setCheckable(True)
        return button

    def show_zoom(self, zoom: Zoom) -> None:
        """Mark how the picture is looked at."""
        self.fit.setChecked(zoom.scale is None)
        self.one_to_one.setChecked(zoom.scale == 1.0)

    def show_active(self, words: str) -> None:
        """ "Right eye": what the keys act on."""
        self.active.setText(words)
        self.active.setAccessibleName(words)
