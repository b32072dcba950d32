"""Words about the card that a person carries."""

TEXTS: dict[str, str] = {
    "card.is-this": "Is this {name}?",
    "card.yes": "Yes",
    "card.no": "No, somebody else",
    "card.doubted": "Noted: somebody else holds the card of {name}. Register this person, or look by name.",
    "card.was-doubted": "Somebody else held this card",
    "card.slip": "{number} has a wrong digit. Scan or type it again.",
    "card.elsewhere": "Nobody on this laptop has {number}. The card may be of another camp or laptop.",
    "card.foreign": "This code is not on one of our cards. Look by name.",
    "card.of-title": "Card",
    "card.of-print": "Print card",
    "card.keep": "Keep as PDF",
    "card.times": "Times printed: {n}",
    "card.not-printed": "Not printed yet",
    "card.done": "The card of {name} is printed",
    "card.kept": "The card of {name} is in {file}",
    "card.copy": "COPY",
}
