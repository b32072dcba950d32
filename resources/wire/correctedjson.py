"""The DICOM JSON of a corrected copy, out of the JSON of the bytes as they came: the same changes as ``wire.corrections`` makes.

Pure; opens no file. A test holds the two against each other.
"""

from typing import Any

from resources.wire.corrections import Corrections
from resources.wire.dicomjson import Json, name_json

_ATTRIBUTES = {
    "name": ("00100010", "PN"),
    "patient_id": ("00100020", "LO"),
    "issuer": ("00100021", "LO"),
    "birth_date": ("00100030", "DA"),
    "sex": ("00100040", "CS"),
    "study_uid": ("0020000D", "UI"),
    "series_uid": ("0020000E", "UI"),
    "image_laterality": ("00200062", "CS"),
}
_EYE = "00200062"
_OTHER_EYES = ("00200060", "00240113")
_FUNCTIONAL_GROUPS = ("52009229", "52009230")
_FRAME_ANATOMY, _FRAME_EYE = "00209071", "00209072"
_ORIGINALS = "04000561"
_CHARACTER_SET = "00080005"


def corrected_json(data_set: Json, corrections: Corrections) -> Json:
    """The model with the corrections in it, and with what stood there before in the Original Attributes Sequence."""
    changed = _changed(data_set, corrections)
    turned = {} if corrections.image_laterality is None else _frames(data_set, corrections.image_laterality)
    if not changed and not turned:
        return data_set
    copy = {**data_set, **turned}
    for tag, element in changed.items():
        if tag in (_EYE, *_OTHER_EYES) and len(element) == 1:
            copy.pop(tag, None)
        else:
            copy[tag] = element
    if not str(changed).isascii():
        copy[_CHARACTER_SET] = {"vr": "CS", "Value": ["ISO_IR 192"]}
    copy[_ORIGINALS] = _originals(data_set, changed, corrections)
    return dict(sorted(copy.items()))


def _changed(data_set: Json, corrections: Corrections) -> dict[str, Json]:
    changed: dict[str, Json] = {}
    for field, (tag, vr) in _ATTRIBUTES.items():
        text: str | None = getattr(corrections, field)
        if text is not None and _values(data_set, tag) != _values({tag: _said(vr, text)}, tag):
            changed[tag] = _said(vr, text)
    eye = corrections.image_laterality
    for tag in _OTHER_EYES if eye is not None else ():
        if _values(data_set, tag) not in ([], [eye]):
            changed[tag] = {"vr": "CS"}
    return changed


def _said(vr: str, text: str) -> Json:
    value = name_json(text) if vr == "PN" else text
    return {"vr": vr, "Value": [value]} if value else {"vr": vr}


def _values(data_set: Json, tag: str) -> list[Any]:
    found = data_set.get(tag, {}).get("Value")
    return list(found) if isinstance(found, list) else []


def _frames(data_set: Json, eye: str) -> Json:
    """The functional groups with Frame Laterality written over, where one says another eye."""
    turned: Json = {}
    for tag in _FUNCTIONAL_GROUPS:
        groups = _values(data_set, tag)
        again = [_turned(group, eye) for group in groups]
        if again != groups:
            turned[tag] = {**data_set[tag], "Value": again}
    return turned


def _turned(group: Json, eye: str) -> Json:
    anatomy = _values(group, _FRAME_ANATOMY)
    if not any(_values(item, _FRAME_EYE) for item in anatomy):
        return group
    said = {"vr": "CS", "Value": [eye]} if eye else {"vr": "CS"}
    items = [{**item, _FRAME_EYE: said} if _values(item, _FRAME_EYE) else item for item in anatomy]
    return {**group, _FRAME_ANATOMY: {"vr": "SQ", "Value": items}}


def _originals(data_set: Json, changed: Json, corrections: Corrections) -> Json:
    before = {tag: data_set[tag] for tag in sorted(changed) if tag in data_set}
    item: Json = {
        "04000550": {"vr": "SQ", "Value": [before]},
        "04000562": {"vr": "DT", "Value": [corrections.at.strftime("%Y%m%d%H%M%S.%f%z")]},
        "04000563": {"vr": "LO", "Value": [corrections.system]},
        "04000564": {"vr": "LO"},
        "04000565": {"vr": "CS", "Value": [corrections.reason.value]},
    }
    return {"vr": "SQ", "Value": [*_values(data_set, _ORIGINALS), item]}
