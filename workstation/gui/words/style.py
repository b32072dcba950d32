"""Words inside the parts: tiles, fields of the eye, buttons that every page shares."""

TEXTS = {
    "eye.right": "right eye",
    "eye.left": "left eye",
    "eye.both": "both eyes",
    "eye.picture": "Picture",
    "field.macula": "macula",
    "field.disc": "disc",
    "field.external": "external",
    "tile.expected": "{what}, still to come",
    "tile.arriving": "{what}, arriving",
    "tile.good": "{what}, sharp",
    "tile.blurred": "{what}, blurred, retake?",
    "tile.ungradable": "{what}, ungradable",
    "tile.which-eye": "Which eye?",
    "tile.check-eye": "{what}, check which eye",
    "tile.report": "Report (PDF)",
    "tile.forward-only": "Camera-private picture, will be sent on",
    "undo": "Undo",
    "close": "Close",
    "more": "{n} more",
    "optional": "optional",
}
