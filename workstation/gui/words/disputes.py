"""Words for an eye without a picture, and for an opinion that takes the place of another reader's."""

TEXTS = {
    "absence.ask": "{eye} has no picture. Why?",
    "absence.prosthesis": "Artificial eye",
    "absence.phthisis": "Shrunken eye (phthisis)",
    "absence.removed": "Eye was removed",
    "absence.not-seen": "Could not be seen",
    "absence.line": "{eye}: {why}",
    "dispute.open": "Other opinion",
    "dispute.says": "{reader} says {what}",
    "dispute.both": "Both opinions stand, and the more urgent one counts.",
    "dispute.why": "Why it does not stand",
    "dispute.replace": "Replace it",
    "dispute.keep": "Keep both",
    "dispute.needs-why": "Say why first.",
    "dispute.replaced": "replaced by {reader}: {why}",
}
