"""Words for what headquarters has read: beside our own reading, and where it waits for an answer."""

TEXTS = {
    "patient.from-hq": "Readings of headquarters and ours",
    "patient.hq-visit": "Visit of {day}",
    "result.title": "A result from headquarters waits",
    "result.why-name": "Headquarters names this person by name alone. Look at the record before you say who it is.",
    "result.why-unlike": "Name, sex or birth are not those of the person with this number.",
    "result.why-taken-back": "Headquarters has taken this result back. It counts until a reader has replaced it.",
    "result.is": "It is {name}",
    "result.eye-R": "Right eye",
    "result.eye-L": "Left eye",
    "result.seen": "I have seen it",
    "result.given": "The result stands in the record of {name}",
    "result.was-seen": "The result waits no more",
}
