"""Words about clocks that cannot be right (hazard HZ-26)."""

TEXTS = {
    "clock.laptop": "This laptop's clock leapt to {there}. Eyecamp goes on from {here}; nothing is stopped. "
    "Set date and time, or say that the new ones are right.",
    "clock.headquarters": "Headquarters: {said}. Check date and time of this laptop; nothing is stopped.",
    "clock.camera": "{name}: {said}. Set the camera's clock; its pictures are kept under the day they come.",
    "clock.accept": "The laptop's clock is right",
    "clock.seen": "I have seen it",
}
