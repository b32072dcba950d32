"""What the window wears: theme, language, text size; the pixmaps that depend on them. Switching the theme applies at
once.

One ``Look`` is made at start and handed to every widget. It never looks at an eye picture.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from workstation.gui.style.faces import draw_face
from workstation.gui.style.fonts import font_folders, line_height, register, role_font
from workstation.gui.style.icons import MIRRORED, draw_icon
from workstation.gui.style.palette import palette
from workstation.gui.style.sheet import style_sheet
from workstation.gui.style.tokens import Theme, tokens
from workstation.gui.words import Words

FACES_KEPT = 400


class Look(QObject):
    """Theme, words and sizes, and the icons and faces drawn in them."""

    changed = Signal()

    def __init__(self, theme: str = "daylight", language: str = "en", percent: int = 100) -> None:
        """``percent`` is the text size: 100 to 200."""
        super().__init__()
        self.words = Words(language)
        self.percent = percent
        self._theme = tokens().themes[theme]
        self._fonts: dict[tuple[str, int, bool], QFont] = {}
        self._icons: dict[tuple[str, int, str, float], QPixmap] = {}
        self._faces: dict[tuple[int, str, int, str, float], QPixmap] = {}

    @property
    def theme(self) -> Theme:
        """The colours now."""
        return self._theme

    @property
    def is_large(self) -> bool:
        """From this text size on pages become one column (design-system section 7)."""
        return self.percent >= 150

    @property
    def is_right_to_left(self) -> bool:
        """Whether the page mirrors; pairs of eyes never do."""
        return self.words.is_right_to_left

    def wear(self, application: QApplication) -> None:
        """Dress the application: Fusion, fonts, palette, sheet, direction."""
        register(font_folders())
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setFont(self.font("body"))
        rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        application.setLayoutDirection(rtl if self.is_right_to_left else ltr)
        self._dress(application)

    def _dress(self, application: QApplication) -> None:
        """The old sheet off, then the new one on: a sheet put over another one dresses every widget several times over."""
        application.setStyleSheet("")
        application.setPalette(palette(self._theme))
        application.setStyleSheet(style_sheet(self._theme, self.percent))

    def switch_theme(self, name: str) -> None:
        """Change the theme at once."""
        self._theme = tokens().themes[name]
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._dress(application)
        self.changed.emit()

    def toggle_theme(self) -> None:
        """Sun to moon and back."""
        self.switch_theme("daylight" if self._theme.is_dim else "dim")

    def px(self, size: int) -> int:
        """A height or width of controls at this text size."""
        return round(size * self.percent / 100)

    def font(self, role: str) -> QFont:
        """The font of a role: numeral, person-hero, person-page, screen, section, name, body, label, caption."""
        return self._font(role)

    def strong(self, role: str) -> QFont:
        """The same at weight 600."""
        return self._font(role, is_strong=True)

    def _font(self, role: str, *, is_strong: bool = False) -> QFont:
        """A copy, for whoever asked may change it: a page is painted with a hundred fonts, and most of them are the same."""
        key = (role, self.percent, is_strong)
        if key not in self._fonts:
            made = role_font(role, self.percent)
            if is_strong:
                made.setWeight(QFont.Weight.DemiBold)
            self._fonts[key] = made
        return QFont(self._fonts[key])

    def line(self, role: str) -> int:
        """The line height of a role in this language."""
        return line_height(role, self.words.language, self.percent)

    def colour(self, name: str) -> QColor:
        """A colour of the theme by its token."""
        return self._theme.colour(name)

    def pixmap(self, name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
        """An icon of the one family, mirrored with the page where it is an arrow."""
        key = (name, size, colour.name(), ratio)
        if key not in self._icons:
            mirrored = self.is_right_to_left and name in MIRRORED
            self._icons[key] = draw_icon(name, size, colour, ratio, right_to_left=mirrored)
        return self._icons[key]

    def icon(self, name: str, size: int = 20, colour: str = "text") -> QIcon:
        """An icon for a Qt widget, crisp at ratio 1 and 2."""
        made = QIcon()
        for ratio in (1.0, 2.0):
            made.addPixmap(self.pixmap(name, size, self.colour(colour), ratio))
        return made

    def face(self, photo: QImage | None, name: str, size: int, ratio: float = 1.0) -> QPixmap:
        """A headshot or initials as a rounded square."""
        key = (photo.cacheKey() if photo else 0, "" if photo else name, size, self._theme.name, ratio)
        if key not in self._faces:
            if len(self._faces) >= FACES_KEPT:
                self._faces.pop(next(iter(self._faces)))
            self._faces[key] = draw_face(photo, name, size, self.font("name"), self._theme, ratio)
        return self._faces[key]
