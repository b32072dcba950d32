"""Words for pictures that did not come, and why."""

TEXTS: dict[str, str] = {
    "missing.title": "Leave without these?",
    "missing.line": "Missing: {what}",
    "missing.why": "Say why, then {name} may go.",
    "missing.stay": "Stay at the camera",
    "missing.announced.one": "1 announced picture",
    "missing.announced.many": "{n} announced pictures",
    "missing.because-small-pupil": "Pupil too small",
    "missing.because-no-view": "No clear view inside",
    "missing.because-no-eye": "No eye to photograph",
    "missing.because-moves": "Cannot keep still",
    "missing.because-refused": "Does not want it",
    "missing.because-camera": "Camera trouble",
    "missing.because-later": "Comes back later",
    "missing.after-grading.one": "1 picture came after grading",
    "missing.after-grading.many": "{n} pictures came after grading",
}
