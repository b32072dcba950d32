"""The words as Qt Linguist keeps them: a ``.ts`` file of one language, to values and back. Refuses no file that Linguist saves.

Messages have our keys as their ids and the subject's table as their context; what is counted is a numerus message. Format:
Qt's TS 2.1 (doc.qt.io, "Linguist TS File Format").
"""

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

from workstation.gui.words.plurals import CATEGORIES


@dataclass(frozen=True, slots=True)
class Message:
    """One text: its key, its subject, the English, and the forms in the language; spoken once it is finished."""

    key: str
    subject: str
    source: str
    forms: tuple[str, ...] = ()
    is_counted: bool = False
    is_finished: bool = False


def read(path: Path) -> dict[str, Message]:
    """The messages of that file by key; what is marked unfinished or vanished, or lacks a form, is not finished."""
    root = Xml.parse(path).getroot()  # noqa: S314  # shipped with the program, or named by who runs the build
    return {message.key: message for context in root.iter("context") for message in _of(context)}


def _of(context: Xml.Element) -> Iterator[Message]:
    subject = context.findtext("name", "")
    for node in context.iter("message"):
        translation = node.find("translation")
        forms: tuple[str, ...] = ()
        if translation is not None:
            counted = [form.text or "" for form in translation.iter("numerusform")]
            forms = tuple(counted or [translation.text or ""])
        is_finished = translation is not None and translation.get("type") is None and all(forms)
        is_counted = node.get("numerus") == "yes"
        yield Message(
            node.get("id", ""),
            subject,
            node.findtext("source", ""),
            forms if any(forms) else (),
            is_counted,
            is_finished,
        )


def written(language: str, messages: Sequence[Message]) -> str:
    """The file as Linguist writes it."""
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, Xml.Element] = {}
    for message in messages:
        if message.subject not in contexts:
            contexts[message.subject] = Xml.SubElement(root, "context")
            Xml.SubElement(contexts[message.subject], "name").text = message.subject
        _write(contexts[message.subject], message, len(CATEGORIES[language]))
    Xml.indent(root, "    ")
    text = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n'


def _write(context: Xml.Element, message: Message, forms: int) -> None:
    node = Xml.SubElement(context, "message", id=message.key)
    if message.is_counted:
        node.set("numerus", "yes")
    Xml.SubElement(node, "source").text = message.source
    if hint := _hint(message):
        Xml.SubElement(node, "extracomment").text = hint
    translation = Xml.SubElement(node, "translation")
    if not message.is_finished:
        translation.set("type", "unfinished")
    if message.is_counted:
        for place in range(forms):
            Xml.SubElement(translation, "numerusform").text = message.forms[place] if place < len(message.forms) else ""
    else:
        translation.text = message.forms[0] if message.forms else ""


def _hint(message: Message) -> str:
    """What a translator must know."""
    said = []
    if names := sorted({name for _, name, _, _ in string.Formatter().parse(message.source) if name}):
        said.append(f"Keep {', '.join(f'{{{name}}}' for name in names)} as they are; they become names and numbers.")
    if message.key.startswith("claim."):
        said.append("This claims something about a patient: it may say no more, and no less, than the English.")
    return " ".join(said)


def texts_of(language: str, messages: Mapping[str, Message]) -> dict[str, str]:
    """The finished texts by the keys of our tables: what is counted has ``.one``, ``.many`` and each form by its category."""
    texts: dict[str, str] = {}
    for key, message in messages.items():
        if message.is_finished and message.is_counted:
            forms = dict(zip(CATEGORIES[language], message.forms, strict=False))
            texts |= {f"{key}#{category}": text for category, text in forms.items()}
            texts |= {f"{key}.one": forms["one"], f"{key}.many": message.forms[-1]}
        elif message.is_finished:
            texts[key] = message.forms[0]
    return texts
