"""Words for what headquarters and this laptop say differently of a record, and for records that wait."""

TEXTS = {
    "question.name": "Two names",
    "question.gender": "Two sexes",
    "question.birthDate": "Two dates of birth",
    "question.address": "Two villages",
    "question.removed": "Removed on one side",
    "question.other": "Two versions of a record",
    "question.before": "Before",
    "question.here": "This laptop says",
    "question.there": "Headquarters says",
    "question.nothing": "nothing",
    "question.keep-mine": "Send ours",
    "question.keep-theirs": "Take theirs",
    "question.keep-both": "Each keeps its own",
    "question.decided": "Decided. The next sync follows it.",
    "records.title": "Records",
    "records.waiting": "Not shown by headquarters yet: {n}",
    "records.alone": "On this laptop alone: {n}. This headquarters takes pictures only.",
}
