"""Words for what a picture looks like. Each is a hint, and says what to try."""

TEXTS: dict[str, str] = {
    "hint.answer-first": "{eye}: the picture looks like the other eye. Press R or L first.",
    "hint.side": "{eye}: the disc lies as in the other eye. Which eye is it?",
    "hint.dark": "Looks dark: a darker room, wait for the pupil, or drops",
    "hint.bright": "Looks too bright: less flash, then again",
    "hint.blurred": "Looks blurred: wipe the lens, a blink, focus, then again",
}
