"""Words for the readings that headquarters asks for."""

TEXTS = {
    "tasks.title": "Headquarters asks for a reading",
    "tasks.urgent": "Headquarters calls it urgent",
    "tasks.missing": "Its pictures have not come here yet",
    "tasks.cancel-asked": "Headquarters asks to give it back",
    "tasks.nobody": "Somebody who is not known here",
    "tasks.read": "Read this",
    "tasks.give-back": "Give back",
    "tasks.seen": "I have seen it",
    "tasks.was-taken": "The reading of {name} is begun here",
    "tasks.was-given-back": "The reading of {name} goes back to headquarters",
    "tasks.was-seen": "It stands here no more",
}
