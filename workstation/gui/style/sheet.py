"""The one style sheet, filled in. Qt's sheets have no variables, hence the ``@name@`` placeholders.

``@accent@`` is a colour of the theme; ``@px44@`` is 44 px at the chosen text size, ``@in44@`` the inside of a box of
44. A placeholder that nobody fills is our bug.
"""

import re
from importlib.resources import files

from workstation.gui.style.tokens import Theme

SIZE = re.compile(r"@(px|in)(\d+)@")
BORDERS = 2  # 1 px above and below


def _sized(size: re.Match[str], percent: int) -> str:
    whole = round(int(size[2]) * percent / 100)
    return str(whole - BORDERS if size[1] == "in" else whole)


def fill(template: str, theme: Theme, percent: int = 100) -> str:
    """The sheet for this theme and text size. Longest names first, so that ``line`` does not eat ``line-strong``."""
    text = SIZE.sub(lambda size: _sized(size, percent), template)
    for name in sorted(theme.colours, key=len, reverse=True):
        text = text.replace(f"@{name}@", theme.colours[name])
    if "@" in text:
        left = sorted(set(re.findall(r"@[^@\s;]*@?", text)))
        raise ValueError(f"the style sheet has placeholders that the tokens do not: {left}")
    return text


def style_sheet(theme: Theme, percent: int = 100) -> str:
    """The product's sheet for this theme and text size."""
    return fill((files(__package__) / "eyecamp.qss").read_text("utf-8"), theme, percent)
