"""Words for what headquarters has read: beside our own reading, and where it waits for an answer."""

TEXTS = {
    "patient.from-hq": "Readings of headquarters and ours",
    "patient.hq-visit": "Visit of {day}",
    "result.title": "A result from headquarters waits",
    "result.why-name": "Headquarters names this person by name alone. Look at the record before you say who it is.",
    "result.why-eye": "Headquarters does not say which eye.",
    "result.why-several": "Headquarters names several people who are registered here.",
    "result.why-picture": "Headquarters names a person, and a picture of somebody else.",
    "result.why-unlike": "Name, sex or birth are not those of the person with this number.",
    "result.why-taken-back": "Headquarters has taken this result back. It counts until a reader has replaced it.",
    "result.why-other": "It does not fit what is known here. Compare it with the record.",
    "result.is": "It is {name}",
    "result.eye-R": "Right eye",
    "result.eye-L": "Left eye",
    "result.seen": "I have seen it",
    "result.given": "The result stands in the record of {name}",
    "result.was-seen": "The result waits no more",
}
