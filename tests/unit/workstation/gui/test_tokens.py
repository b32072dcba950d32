"""The design's values arrive in the product unchanged, and their contrast holds."""

import json

import pytest
from support.shared import shared

from workstation.gui.style.sheet import fill, style_sheet
from workstation.gui.style.status import Status
from workstation.gui.style.tokens import ContrastPair, Theme, tokens

PAIRS = [(theme, pair) for theme in tokens().themes.values() for pair in theme.contrast]


def luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colour_of(theme: Theme, name: str) -> str:
    if name.endswith("(dim)"):
        return tokens().themes["dim"].colours[name.removesuffix("(dim)")]
    return theme.colours[name]


@pytest.mark.parametrize(
    ("theme", "pair"), PAIRS, ids=lambda value: getattr(value, "name", "") or f"{value.fore}-on-{value.on}"
)
def test_every_pair_keeps_its_contrast(theme: Theme, pair: ContrastPair) -> None:
    found = ratio(colour_of(theme, pair.fore), colour_of(theme, pair.on))

    assert found >= pair.needs
    assert found == pytest.approx(pair.ratio, abs=0.02)


@pytest.mark.parametrize("theme", tokens().themes.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_three_colours_in_both_themes(theme: Theme, status: Status) -> None:
    assert theme.ink(status).isValid()
    assert theme.soft(status).isValid()
    assert theme.mark(status).isValid()
    assert theme.mark(status, on_well=True) == tokens().themes["dim"].mark(status)


@pytest.mark.data
def test_the_products_tokens_are_the_designs_tokens() -> None:
    from importlib.resources import files

    ours = (files("workstation.gui.style") / "tokens.json").read_text("utf-8")

    assert json.loads(ours) == json.loads(shared("screens", "tokens.json").read_text("utf-8"))


@pytest.mark.parametrize("theme", tokens().themes.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("percent", tokens().text_sizes)
def test_the_sheet_has_no_placeholder_left(theme: Theme, percent: int) -> None:
    assert "@" not in style_sheet(theme, percent)


def test_a_placeholder_that_no_token_fills_is_refused() -> None:
    with pytest.raises(ValueError, match="@nothing@"):
        fill("QLabel { color: @nothing@; }", tokens().themes["dim"])


def test_long_names_are_filled_before_the_short_ones_in_them() -> None:
    theme = tokens().themes["daylight"]

    assert fill("@line-strong@ @line@ @px44@ @in44@", theme, 200) == "#6F7B88 #D0D8E0 88 86"
