"""Workitems as a client of UPS-RS writes them, in DICOM JSON."""

import httpx

TIMES = {tag: {"vr": "DT", "Value": ["20261121"]} for tag in ("00404050", "00404051")}
PERFORMED = {"00741216": {"vr": "SQ", "Value": [TIMES]}}


def an_item(**more: object) -> dict:
    return {
        "00741000": {"vr": "CS", "Value": ["SCHEDULED"]},
        "00404041": {"vr": "CS", "Value": ["READY"]},
        "00404005": {"vr": "DT", "Value": ["20261121103000+0530"]},
        "00741200": {"vr": "CS", "Value": ["MEDIUM"]},
        "00741204": {"vr": "LO", "Value": ["Eye screening"]},
        "00100010": {"vr": "PN", "Value": [{"Alphabetic": "Devi^Lakshmi"}]},
        "00404018": {"vr": "SQ", "Value": [{"00080100": {"vr": "SH", "Value": [code]}} for code in ("A", "B")]},
        **more,
    }


def state(text: str, key: str) -> dict:
    said = {"00741000": {"vr": "CS", "Value": [text]}}
    return said | ({"00081195": {"vr": "UI", "Value": [key]}} if key else {})


def kind_of(request: httpx.Request) -> str:
    """What a request asks of the worklist; empty for what is none of its business."""
    path = request.url.path.partition("/workitems")[2]
    if "/workitems" not in request.url.path:
        return ""
    if request.method == "PUT":
        return "change"
    if request.method == "POST":
        return "update"
    return "look" if path.strip("/") else "list"
