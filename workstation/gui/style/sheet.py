"""The one style sheet, filled in. Qt's sheets have no variables, hence the ``@name@`` placeholders.

``@accent@`` is a colour of the theme; ``@px44@`` is 44 px at the chosen text size. A placeholder that
nobody fills is our bug.
"""

import re
from importlib.resources import files

from workstation.gui.style.tokens import Theme

SIZE = re.compile(r"@px(\d+)@")


def fill(template: str, theme: Theme, percent: int = 100) -> str:
    """The sheet for this theme and text size. Longest names first, so that ``line`` does not eat
    ``line-strong``."""
    text = SIZE.sub(lambda size: str(round(int(size[1]) * percent / 100)), template)
    for name in sorted(theme.colours, key=len, reverse=True):
        text = text.replace(f"@{name}@", theme.colours[name])
    if "@" in text:
        left = sorted(set(re.findall(r"@[^@\s;]*@?", text)))
        raise ValueError(f"the style sheet has placeholders that the tokens do not: {left}")
    return text


def style_sheet(theme: Theme, percent: int = 100) -> str:
    """The product's sheet for this theme and text size."""
    return fill((files(__package__) / "eyecamp.qss").read_text("utf-8"), theme, percent)
