"""JSON Patch (RFC 6902) on JSON values, with JSON Pointer (RFC 6901). Pure: the document that is given is not changed."""

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any

from resources.problems import Conflict, Invalid

NEEDED = {
    "add": {"path", "value"}, "remove": {"path"}, "replace": {"path", "value"}, "move": {"path", "from"},
    "copy": {"path", "from"}, "test": {"path", "value"},
}  # fmt: skip
MOST = 1000
"""Operations in one patch."""


def check(patch: object) -> Sequence[Mapping[str, Any]]:
    """The operations of a well-formed patch. Raises Invalid."""
    if not isinstance(patch, list) or len(patch) > MOST:
        raise Invalid("A JSON Patch is a list of operations.")
    for step in patch:
        if not isinstance(step, dict) or step.get("op") not in NEEDED:
            raise Invalid("An operation is add, remove, replace, move, copy or test.")
        if not NEEDED[step["op"]] <= set(step):
            raise Invalid(f"The operation {step['op']} needs {' and '.join(sorted(NEEDED[step['op']]))}.")
        for name in ("path", "from"):
            if name in step:
                pointer(step[name])
    return patch


def applied(document: Any, patch: Sequence[Mapping[str, Any]]) -> Any:
    """The document after all operations. Raises Conflict for one that does not apply; then nothing has happened."""
    result = copy.deepcopy(document)
    for step in patch:
        result = _apply(result, step)
    return result


def pointer(text: object) -> list[str]:
    """The steps of a JSON Pointer. Raises Invalid."""
    if not isinstance(text, str) or (text and not text.startswith("/")) or re.search(r"~(?![01])", text):
        raise Invalid("A path is a JSON Pointer, like /series/0/uid.")
    return [step.replace("~1", "/").replace("~0", "~") for step in text.split("/")[1:]]


def same(one: Any, other: Any) -> bool:
    """Equality of JSON values: 1 and true are two things (RFC 6902 4.6)."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def _apply(document: Any, step: Mapping[str, Any]) -> Any:
    path = pointer(step["path"])
    match step["op"]:
        case "add":
            return _add(document, path, copy.deepcopy(step["value"]))
        case "remove":
            return _remove(document, path)
        case "replace":
            _get(document, path)
            return copy.deepcopy(step["value"]) if not path else _add(_remove(document, path), path, step["value"])
        case "move":
            source = pointer(step["from"])
            if path[: len(source)] == source and path != source:
                raise Conflict("A thing cannot be moved into itself.")
            value = _get(document, source)
            return _add(_remove(document, source), path, value)
        case "copy":
            return _add(document, path, copy.deepcopy(_get(document, pointer(step["from"]))))
    if not same(_get(document, path), step["value"]):
        raise Conflict("A test of the patch does not hold.")
    return document


def _get(document: Any, path: Sequence[str]) -> Any:
    for step in path:
        document = document[_place(document, step)]
    return document


def _add(document: Any, path: Sequence[str], value: Any) -> Any:
    if not path:
        return value
    parent = _get(document, path[:-1])
    if isinstance(parent, list):
        end = len(parent) if path[-1] == "-" else _index(path[-1], len(parent))
        parent.insert(end, value)
    elif isinstance(parent, dict):
        parent[path[-1]] = value
    else:
        raise Conflict("The path of an operation leads nowhere.")
    return document


def _remove(document: Any, path: Sequence[str]) -> Any:
    if not path:
        return None
    parent = _get(document, path[:-1])
    del parent[_place(parent, path[-1])]
    return document


def _place(parent: Any, step: str) -> str | int:
    if isinstance(parent, list):
        return _index(step, len(parent) - 1)
    if isinstance(parent, dict) and step in parent:
        return step
    raise Conflict("The path of an operation leads nowhere.")


def _index(step: str, most: int) -> int:
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", step) or int(step) > most:
        raise Conflict("The path of an operation leads nowhere.")
    return int(step)
