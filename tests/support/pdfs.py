"""What a reader finds on the pages of a PDF: streams inflated, glyphs turned into text by ToUnicode (ISO 32000-1, 9.10)."""

import re
import unicodedata
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
SHOWN = re.compile(rb"/(\S+) [\d.]+ Tf|<([0-9A-Fa-f]+)>\s*Tj|\[(.*?)\]\s*TJ|\b(ET)\b", re.DOTALL)


def objects_of(pdf: bytes) -> dict[int, bytes]:
    return {int(number): body for number, body in OBJECT.findall(pdf)}


def stream_of(body: bytes) -> bytes:
    found = STREAM.search(body)
    if found is None:
        return b""
    if b"FlateDecode" not in body[: found.start()]:
        return found[1]
    return zlib.decompressobj().decompress(
        found[1]
    )  # its last byte may look like the end of a line, and is missing then


def text_on_pages(pdf: bytes) -> list[str]:
    """One text per page; glyphs that no map names are left out."""
    objects = objects_of(pdf)
    pages = [body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)]
    return [_text(body, objects) for body in pages]


def _text(page: bytes, objects: dict[int, bytes]) -> str:
    content = stream_of(objects[_reference(page, b"Contents")])
    fonts = _fonts(page, objects)
    maps: dict[bytes, dict[int, str]] = {name: _to_unicode(objects[number], objects) for name, number in fonts.items()}
    said, known = [], {}
    for font, one, many, end in SHOWN.findall(content):
        if font:
            known = maps.get(font, {})
        if end:
            said.append("\n")
        for piece in [one] if one else re.findall(rb"<([0-9A-Fa-f]+)>", many):
            said.append("".join(known.get(int(piece[at : at + 4], 16), "") for at in range(0, len(piece), 4)))
    return "".join(said)


def _reference(body: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb"\s+(\d+) 0 R", body)
    assert found is not None, key
    return int(found[1])


def _fonts(page: bytes, objects: dict[int, bytes]) -> dict[bytes, int]:
    resources = objects[_reference(page, b"Resources")] if re.search(rb"/Resources\s+\d+ 0 R", page) else page
    found = re.search(rb"/Font\s*<<(.*?)>>", resources, re.DOTALL)
    return {name: int(number) for name, number in re.findall(rb"/(\S+)\s+(\d+) 0 R", found[1])} if found else {}


def _to_unicode(font: bytes, objects: dict[int, bytes]) -> dict[int, str]:
    cmap = stream_of(objects[_reference(font, b"ToUnicode")])
    known: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for glyph, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            known[int(glyph, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be", "ignore")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, texts in re.findall(rb"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", block, re.DOTALL):
            said = [bytes.fromhex(one.decode()) for one in re.findall(rb"<(\w+)>", texts)]
            for place in range(int(last, 16) - int(first, 16) + 1):
                raw = said[place] if texts.startswith(b"[") else said[0]
                text = raw.decode("utf-16-be", "ignore")
                shift = 0 if texts.startswith(b"[") else place
                known[int(first, 16) + place] = text[:-1] + chr(ord(text[-1]) + shift) if text else ""
    return known


def plain(text: str) -> str:
    """As somebody reads it: letters instead of their shapes, one kind of space."""
    return re.sub(r"[ \t]+", " ", unicodedata.normalize("NFKC", text))
