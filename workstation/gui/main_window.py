"""The window: rail, strip and one page at a time. Navigation only; it knows no store and decides nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QMainWindow, QStackedWidget, QWidget

from workstation.gui.rail import PLACES, Rail
from workstation.gui.strip import Strip, StripState
from workstation.gui.style.focus import FocusRing
from workstation.gui.style.look import Look
from workstation.gui.style.toast import Toast

SIZE = (1366, 768)
SMALLEST = (1024, 600)


class MainWindow(QMainWindow):
    """``add_page`` for each page there is, then ``show_page``. ``toast`` speaks, ``strip`` tells the state."""

    def __init__(self, look: Look) -> None:
        """A window without pages."""
        super().__init__()
        self._look = look
        self._pages: dict[str, QWidget] = {}
        self._under: dict[str, str] = {}
        self._behind = ""
        self.setWindowTitle("Eyecamp")
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self.rail, self.strip, self._stack = Rail(look), Strip(look), QStackedWidget()
        self.setCentralWidget(self._laid_out())
        self.toast = Toast(look, self._stack)
        self._ring = FocusRing(look, self)
        self.rail.chosen.connect(self.show_page)
        self.strip.pressed.connect(self._go)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.toast.undo_last)

    def _laid_out(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0)
        grid.addWidget(self._stack, 0, 1)
        grid.addWidget(self.strip, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        return page

    def add_page(self, key: str, page: QWidget, *, under: str = "") -> None:
        """A page of the rail (today, patients, inbox, read, referrals, sync, camp), or one shown ``under`` such a one."""
        self._pages[key] = page
        self._under[key] = under or key
        page.setObjectName("page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack.addWidget(page)
        if key in PLACES:
            self.rail.offer(key)

    def show_above(self, bar: QWidget) -> None:
        """Put a bar around every page, such as the word that this is practice; one more below those that are there."""
        page = self.centralWidget()
        layout = page.layout() if page is not None else None
        if isinstance(layout, QGridLayout):
            layout.addWidget(bar, layout.rowCount(), 0, 1, 2)

    def cover(self, page: QWidget) -> None:
        """Only this page until ``uncover``: no rail, no toast, no short cut; whoever wants another page gets it afterwards."""
        if self._behind:
            return
        self._behind = self.page or "today"
        self.toast.mute(True)
        self.rail.hide()
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(False)
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def uncover(self) -> None:
        """Back to where somebody was."""
        if not self._behind:
            return
        behind, self._behind = self._behind, ""
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(True)
        self.rail.show()
        self.toast.mute(False)
        self.show_page(behind)

    @property
    def is_covered(self) -> bool:
        """Whether only one page may be seen."""
        return bool(self._behind)

    def show_page(self, key: str) -> None:
        """Go there; while the window is covered, afterwards."""
        if self._behind:
            self._behind = key
            return
        self._stack.setCurrentWidget(self._pages[key])
        self.rail.mark(self._under[key])

    def _go(self, key: str) -> None:
        if key in self._pages:
            self.show_page(key)

    @property
    def page(self) -> str:
        """The key of the page shown."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def show_count(self, key: str, count: int) -> None:
        """A count on an item of the rail."""
        self.rail.show_count(key, count)

    def show_state(self, state: StripState) -> None:
        """The state on the strip."""
        self.strip.show_state(state)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001
        """Tab and Backtab pass here: only then is the focus ring shown."""
        self._ring.expect_key()
        return super().focusNextPrevChild(forwards)
