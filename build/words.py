#!/usr/bin/env python3
"""The words of the window, for translators: every language as a file for Qt Linguist, and back.

    .venv/bin/python build/words.py update                  files: new texts are added unfinished, gone ones are left out
    .venv/bin/python build/words.py export ar out/ar.ts     Arabic or Hindi: from the tables to a file
    .venv/bin/python build/words.py import ar out/ar.ts     and from the file back into the tables

A ``.ts`` opens in Qt Linguist (``pyside6-linguist``). Nothing else is touched; run the tests of the words afterwards.
"""

import ast
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workstation.gui import words  # noqa: E402
from workstation.gui.words import plurals  # noqa: E402
from workstation.gui.words.linguist import Message, read, texts_of, written  # noqa: E402

FOLDER = ROOT / "workstation" / "gui" / "words"
Edit = tuple[int, int, str]


def subjects() -> dict[str, str]:
    """The table in which a key stands."""
    named = {id(table): name for name, module in vars(words).items() if (table := getattr(module, "TEXTS", None))}
    return {key: named[id(table)] for table in words.TABLES for key in table}


def messages(language: str, known: dict[str, Message] | None = None) -> list[Message]:
    """All texts as messages: the forms from what is spoken now, or from what is known of the language."""
    made = []
    for key, subject in subjects().items():
        name, _, ending = key.rpartition(".")
        if ending not in ("one", "many") or not {f"{name}.one", f"{name}.many"} <= words.TEXTS.keys():
            made.append(Message(key, subject, words.TEXTS[key][0], (words.texts_of(language)[key],)))
        elif ending == "many":
            made.append(Message(name, subject, words.TEXTS[key][0], _counted(language, name), is_counted=True))
    if known is None:
        return made
    return [replace(one, forms=known[one.key].forms if one.key in known else ()) for one in made]


def _counted(language: str, key: str) -> tuple[str, ...]:
    texts = words.texts_of(language)
    usual = {"one": texts[f"{key}.one"], "other": texts[f"{key}.many"]}
    forms = [texts.get(f"{key}#{one}", usual.get(one, "")) for one in plurals.CATEGORIES[language]]
    return tuple(forms) if all(forms) else ()


def update() -> None:
    """Bring the files that the program reads up to date with the tables."""
    for language in words.IN_FILES:
        path = words.file_of(language)
        fresh = messages(language, read(path))
        path.write_text(written(language, [one for one in fresh if one.is_counted or language == "es"]), "utf-8")


def export(language: str, path: Path) -> None:
    """Write the file of one language of the tables."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(language, messages(language)), "utf-8")


def take_in(language: str, path: Path, folder: Path = FOLDER) -> int:
    """Put what the translator changed into the tables; how many texts that were. Unfinished ones stay as they are."""
    found, now = read(path), words.texts_of(language)
    wanted = texts_of(language, found)
    new = {key: text for key, text in wanted.items() if key in now and text != now[key]}
    for file in sorted(folder.glob("*.py")):
        source = file.read_text("utf-8")
        if edits := _edits(source, words.IN_TABLES.index(language), new):
            file.write_text(_edited(source, edits), "utf-8")
    if language in words.IN_FILES:
        counted = [one for one in messages(language, found) if one.is_counted]
        (folder / words.file_of(language).name).write_text(written(language, counted), "utf-8")
    return len(new)


def _edits(source: str, column: int, new: dict[str, str]) -> Sequence[Edit]:
    """Where in the source a text of that column begins and ends, and what it becomes."""
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Dict):
            continue
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value in new and isinstance(value, ast.Tuple):
                text = value.elts[column]
                begin = starts[text.lineno - 1] + text.col_offset
                end = starts[(text.end_lineno or text.lineno) - 1] + (text.end_col_offset or 0)
                found.append((begin, end, new[key.value]))
    return found


def _edited(source: str, edits: Sequence[Edit]) -> str:
    data = source.encode()
    for begin, end, text in sorted(edits, reverse=True):
        quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        data = data[:begin] + quoted.encode() + data[end:]
    return data.decode()


def main(arguments: Sequence[str]) -> int:
    """0 when it was done, 2 for a command that is none."""
    match arguments:
        case ["update"]:
            update()
        case ["export", ("ar" | "hi") as language, path]:
            export(language, Path(path))
        case ["import", ("ar" | "hi") as language, path]:
            print(f"{take_in(language, Path(path))} texts changed.")
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
