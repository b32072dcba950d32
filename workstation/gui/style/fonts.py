"""Noto Sans, registered from the bundle or the system, and the roles of the type scale. Never draws, never downloads.

Where Noto Sans is missing altogether the system's own sans-serif stands in: the screens are less pretty, never
unreadable.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFont, QFontDatabase

from workstation.gui.style.tokens import tokens

WEIGHTS = ("Regular", "SemiBold")
SCRIPTS = {"ar": "Arabic", "hi": "Devanagari", "ta": "Tamil"}


def font_folders(bundle: Path | None = None) -> list[Path]:
    """Where font files may lie: in the frozen bundle first, then in the system's folders."""
    frozen = bundle or Path(getattr(sys, "_MEIPASS", Path(__file__).parent))
    system = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.FontsLocation)
    noto = [Path(folder) / "truetype" / "noto" for folder in ("/usr/share/fonts", "/usr/local/share/fonts")]
    return [frozen / "fonts", *(Path(folder) for folder in system), *noto]


def _file(family: str, weight: str, folders: Iterable[Path]) -> Path | None:
    name = f"{family.replace(' ', '')}-{weight}.ttf"
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def register(folders: Iterable[Path]) -> list[str]:
    """Make every family of the tokens known to Qt; those that could not be found are returned."""
    places = list(folders)
    known = set(QFontDatabase.families())
    for family in tokens().families:
        if family in known:
            continue
        for weight in WEIGHTS:
            if path := _file(family, weight, places):
                QFontDatabase.addApplicationFont(str(path))
    known = set(QFontDatabase.families())
    return [family for family in tokens().families if family not in known]


def role_font(role: str, percent: int = 100) -> QFont:
    """The font of one role of the type scale, at that text size."""
    wanted = tokens().type_scale[role]
    font = QFont(list(tokens().families))
    font.setPixelSize(round(wanted.size * percent / 100))
    font.setWeight(QFont.Weight(wanted.weight))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def line_height(role: str, language: str, percent: int = 100) -> int:
    """The px that a line of that role needs, so that no dot or matra is cut off."""
    extra = tokens().extra_line.get(SCRIPTS.get(language, ""), 0)
    return round((tokens().type_scale[role].line + extra) * percent / 100)
