"""Words about babies born too early (hazard HZ-30)."""

TEXTS = {
    "newborn.gestation": "Weeks at birth",
    "newborn.weight": "Birth weight in grams",
    "newborn.ask-gestation": "Write 28w3d.",
    "newborn.ask-weight": "Write grams, like 1200.",
    "newborn.ask-birth-date": "Write the birth date, like {day}.",
    "newborn.grams": "{n} g?",
    "newborn.age": "{weeks} w {days} d since conception",
    "newborn.overdue": "Eye examination overdue",
    "newborn.no-date": "no next day",
    "newborn.next": "Next eye examination",
    "newborn.no-more": "No more",
    "newborn.in-weeks.one": "in 1 week",
    "newborn.in-weeks.many": "in {n} weeks",
    "newborn.planned": "Next eye examination of {name}: {date}",
    "newborn.since.one": "1 day",
    "newborn.since.many": "{n} days",
    "newborn.due": "due {date}",
}
