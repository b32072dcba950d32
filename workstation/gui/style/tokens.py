"""The design system's values by their own names, frozen. Refuses a name that the design does not have.

``tokens.json`` beside this module is the design's file, byte for byte; a test compares the two. Sizes are px at 100 %
text size.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from PySide6.QtGui import QColor

from workstation.gui.style.status import Status


@dataclass(frozen=True)
class TypeRole:
    """One line of the type scale: size and line height in px, weight 400 or 600."""

    size: int
    line: int
    weight: int


@dataclass(frozen=True)
class ContrastPair:
    """Two colours that meet on screen, and the WCAG 2 ratio they must keep."""

    fore: str
    on: str
    ratio: float
    needs: float


@dataclass(frozen=True)
class Theme:
    """Daylight for the desk in the sun, dim for the camera room."""

    name: str
    colours: Mapping[str, str]
    contrast: tuple[ContrastPair, ...]

    @property
    def is_dim(self) -> bool:
        """Whether headshots are painted darker and floating things have a border instead of a shadow."""
        return self.name == "dim"

    def colour(self, name: str) -> QColor:
        """The colour of that token, as ``#RRGGBB`` or ``#AARRGGBB``."""
        return QColor(self.colours[name])

    def mark(self, status: Status, *, on_well: bool = False) -> QColor:
        """The colour of a status shape; on the dark well always the dim one."""
        return self.colour(f"{status.tint}-mark-on-well" if on_well else f"{status.tint}-mark")

    def ink(self, status: Status) -> QColor:
        """The colour of a status word."""
        return self.colour(status.tint)

    def soft(self, status: Status) -> QColor:
        """The ground behind a status word."""
        return self.colour(f"{status.tint}-soft")


@dataclass(frozen=True)
class Tokens:
    """Everything of the file that the product uses."""

    themes: Mapping[str, Theme]
    type_scale: Mapping[str, TypeRole]
    families: tuple[str, ...]
    extra_line: Mapping[str, int]
    motion: Mapping[str, int]
    text_sizes: tuple[int, ...]


def _theme(name: str, table: dict[str, Any]) -> Theme:
    pairs = tuple(ContrastPair(**pair) for pair in table["contrast"])
    return Theme(name, MappingProxyType(table["colour"]), pairs)


def read_tokens(text: str) -> Tokens:
    """The tokens from the text of ``tokens.json``."""
    table = json.loads(text)
    letters = table["type"]
    return Tokens(
        themes=MappingProxyType({name: _theme(name, theme) for name, theme in table["themes"].items()}),
        type_scale=MappingProxyType({name: TypeRole(*role) for name, role in letters["scale"].items()}),
        families=(letters["family"], *letters["fallback"]),
        extra_line=MappingProxyType(letters["extra_line_height"]),
        motion=MappingProxyType(table["motion_ms"]),
        text_sizes=tuple(letters["text_sizes_percent"]),
    )


@cache
def tokens() -> Tokens:
    """The tokens of this build."""
    return read_tokens((files(__package__) / "tokens.json").read_text("utf-8"))
