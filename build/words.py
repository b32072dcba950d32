#!/usr/bin/env python3
"""The words of the window, for translators: what is said in English stands in the tables, every other language in a file.

    .venv/bin/python build/words.py update          new texts come into every file, unfinished; what nobody says is left out
    .venv/bin/python build/words.py put rail.camp ar='المخيم' hi='शिविर' es='Campamento'
                                                    one text; forms of what is counted stand with | between them

The files open in Qt Linguist (``pyside6-linguist workstation/gui/words/eyecamp_ar.ts``); nothing has to be done after saving.
A text whose English changed is unfinished again, and keeps what it was. Run the tests of the words afterwards.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workstation.gui import words  # noqa: E402
from workstation.gui.words.linguist import Message, read, written  # noqa: E402
from workstation.gui.words.plurals import CATEGORIES  # noqa: E402

FOLDER = ROOT / "workstation" / "gui" / "words"


def messages() -> list[Message]:
    """All that the window says, in the order of the tables, in English only."""
    subjects = {id(module.TEXTS): name for name, module in vars(words).items() if hasattr(module, "TEXTS")}
    made = []
    for table in words.TABLES:
        for key, text in table.items():
            name, _, ending = key.rpartition(".")
            is_counted = ending in ("one", "many") and {f"{name}.one", f"{name}.many"} <= words.TEXTS.keys()
            if not is_counted:
                made.append(Message(key, subjects[id(table)], text))
            elif ending == "many":
                made.append(Message(name, subjects[id(table)], text, is_counted=True))
    return made


def brought_up(wanted: Sequence[Message], known: Mapping[str, Message]) -> list[Message]:
    """The wanted messages with what is known of them; finished where the English is still the same."""
    made = []
    for message in wanted:
        old = known.get(message.key, message)
        is_finished = old.is_finished and old.source == message.source
        made.append(replace(message, forms=old.forms, is_finished=is_finished))
    return made


def update(folder: Path = FOLDER) -> None:
    """Bring every file up to date with the tables."""
    wanted = messages()
    for language in words.IN_FILES:
        path = folder / words.file_of(language).name
        path.write_text(written(language, brought_up(wanted, read(path))), "utf-8")


def put(key: str, said: Mapping[str, str], folder: Path = FOLDER) -> None:
    """One text in these languages. Raises ValueError for a key that nobody says, or another number of forms."""
    update(folder)
    for language, text in said.items():
        path = folder / words.file_of(language).name
        known = read(path)
        if key not in known:
            raise ValueError(f"{key} is in no table; put its English there first")
        forms = tuple(text.split("|")) if known[key].is_counted else (text,)
        if known[key].is_counted and len(forms) != len(CATEGORIES[language]):
            raise ValueError(f"{language} counts in {', '.join(CATEGORIES[language])}: give each, with | between them")
        known[key] = replace(known[key], forms=forms, is_finished=all(forms))
        path.write_text(written(language, list(known.values())), "utf-8")


def main(arguments: Sequence[str]) -> int:
    """0 when it was done, 2 for a command that is none."""
    try:
        match arguments:
            case ["update"]:
                update()
            case ["put", key, _, *_] if all(one.partition("=")[0] in words.IN_FILES for one in arguments[2:]):
                put(key, {language: text for language, _, text in (one.partition("=") for one in arguments[2:])})
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except ValueError as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
