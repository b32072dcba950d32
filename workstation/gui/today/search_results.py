"""Who fits the search, floating under the field: a child of the page, not a window, so that it takes no focus."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from workstation.gui.style.look import Look
from workstation.gui.style.people import PeopleModel, PersonCard, RowDelegate, card_of

MOST = 5


class SearchResults(QFrame):
    """Five rows at most."""

    chosen = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        """Hidden."""
        super().__init__(over)
        self._look = look
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model, self._delegate, self._view = PeopleModel(look), RowDelegate(look), QListView()
        self._view.setModel(self.model)
        self._view.setItemDelegate(self._delegate)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.addWidget(self._view)
        self.hide()

    def show_under(self, field: QWidget, cards: list[PersonCard]) -> None:
        """Show these under that field; none hides it."""
        self.model.show(cards[:MOST])
        row = self._look.px(76) + self._delegate.gap
        width = max(field.width(), self._look.px(520))
        x = field.x() if not self._look.is_right_to_left else field.x() + field.width() - width
        self.setGeometry(x, field.y() + field.height() + 4, width, row * len(self.model.cards) + 10)
        self.setVisible(bool(cards))
        self.raise_()

    def first(self) -> str:
        """The uuid of whoever fits best, or nothing."""
        return self.model.cards[0].uuid if self.isVisible() and self.model.cards else ""

    def _choose(self, index: QModelIndex) -> None:
        if shown := card_of(index):
            self.hide()
            self.chosen.emit(shown.uuid)
