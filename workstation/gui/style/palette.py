"""The QPalette of a theme, role by role as in design-system section 8. Decides no colour of its own."""

from PySide6.QtGui import QPalette

from workstation.gui.style.tokens import Theme

ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "toast-text",
    QPalette.ColorRole.Highlight: "accent-fill",
    QPalette.ColorRole.Accent: "accent-fill",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line-strong",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "surface",
    QPalette.ColorRole.Shadow: "line-strong",
}
WORDS = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(theme: Theme) -> QPalette:
    """The palette that Fusion paints with."""
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(role, theme.colour(name))
    for role in WORDS:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text3"))
    return made
