"""Reports in PDF, written by hand (ISO 32000-1), and wrapped as a camera sends them (PS3.3 A.45.1)."""

from collections.abc import Sequence
from hashlib import md5
from io import BytesIO

from pydicom.dataset import Dataset
from support.data_sets import EXPLICIT, a_file, an_instance

from resources.store.rows import ENCAPSULATED_PDF

A4, LANDSCAPE = "0 0 595 842", "0 0 842 595"
HOLDER, PAGE_TREE, FONT, FIRST = 1, 2, 3, 4
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")  # 7.6.3.3, algorithm 2
OWNER, IDENTITY, ALLOWED = bytes(range(32)), b"an identity here", (-4).to_bytes(4, "little", signed=True)


def a_page(number: int, words: str = "") -> bytes:
    """A sheet that is 40 times its number grey, with words on it."""
    grey = 40 * number / 255
    said = f"0 g BT /F 24 Tf 72 500 Td ({words}) Tj ET" if words else ""
    return f"{grey:.4f} g 0 0 20000 20000 re f {said}".encode()


def a_stream(data: bytes, entries: str = "") -> bytes:
    return f"<</Length {len(data)}{entries}>>stream\n".encode() + data + b"\nendstream"


def a_pdf(
    pages: Sequence[bytes], *, boxes: Sequence[str] = (), count: int = 0, catalog: str = "", page: str = "",
    resources: str = "", more: Sequence[bytes] = (), password: str | None = None,
) -> bytes:  # fmt: skip
    """``count`` is how many pages it claims; ``more`` are objects after the pages; ``password`` locks what is on them."""
    boxes = boxes or [A4] * len(pages)
    kids = " ".join(f"{FIRST + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages {PAGE_TREE} 0 R{catalog}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {count or len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for place, (content, box) in enumerate(zip(pages, boxes, strict=True)):
        number = FIRST + 2 * place + 1
        objects.append(
            f"<</Type/Page/Parent {PAGE_TREE} 0 R/MediaBox[{box}]/Contents {number} 0 R"
            f"/Resources<</Font<</F {FONT} 0 R>>{resources}>>{page}>>".encode()
        )
        objects.append(a_stream(content if password is None else _locked(content, number, password)))
    return _joined([*objects, *more], "" if password is None else _lock(password))


def _joined(objects: Sequence[bytes], trailer: str) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010d} 00000 n \n" for at in places)
    end = f"trailer\n<</Size {len(objects) + 1}/Root {HOLDER} 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + (table + end).encode()


def _key(password: str) -> bytes:
    return md5((password.encode() + PADDING)[:32] + OWNER + ALLOWED + IDENTITY).digest()[:5]


def _lock(password: str) -> str:
    """The standard security handler, revision 2 (7.6.3)."""
    user = _rc4(_key(password), PADDING)
    return (
        f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{OWNER.hex()}>/U<{user.hex()}>>>"
        f"/ID[<{IDENTITY.hex()}><{IDENTITY.hex()}>]"
    )


def _locked(content: bytes, number: int, password: str) -> bytes:
    return _rc4(md5(_key(password) + number.to_bytes(3, "little") + b"\0\0").digest()[:10], content)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, at = list(range(256)), 0
    for place in range(256):
        at = (at + state[place] + key[place % len(key)]) % 256
        state[place], state[at] = state[at], state[place]
    made, one, two = bytearray(), 0, 0
    for byte in data:
        one = (one + 1) % 256
        two = (two + state[one]) % 256
        state[one], state[two] = state[two], state[one]
        made.append(byte ^ state[(state[one] + state[two]) % 256])
    return bytes(made)


def with_a_field(value: str) -> bytes:
    """One page with a field that was filled in: what stands in it is drawn by the field, not by the page."""
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(eye)/V(x)/Rect[72 600 400 700]/F 4/AP<</N 7 0 R>>>>"
    look = a_stream(
        f"BT /F 60 Tf 2 20 Td ({value}) Tj ET".encode(),
        f"/Type/XObject/Subtype/Form/BBox[0 0 328 100]/Resources<</Font<</F {FONT} 0 R>>>>",
    )
    return a_pdf([b""], catalog="/AcroForm<</Fields[6 0 R]>>", page="/Annots[6 0 R]", more=[field, look])


def without_end() -> bytes:
    """A page that draws ten things, each of which draws ten things, twelve deep."""
    deep, first = 12, FIRST + 2
    more = []
    for level in range(deep):
        inner = f"/Resources<</XObject<</X {first + level + 1} 0 R>>>>" if level + 1 < deep else ""
        drawn = b"/X Do " * 10 if inner else b"0 0 9 9 re f"
        more.append(a_stream(drawn, f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]{inner}"))
    begin = f"/XObject<</X {first} 0 R>>"
    return a_pdf([b"/X Do"], more=more, resources=begin)


def a_report_of(pdf: bytes, **more: object) -> Dataset:
    """An instance of Encapsulated PDF around it."""
    ds = an_instance(SOPClassUID=ENCAPSULATED_PDF, Modality="DOC", **more)
    for keyword in ("PixelData", "Rows", "Columns", "BitsAllocated", "PhotometricInterpretation"):
        delattr(ds, keyword)
    ds.EncapsulatedDocument, ds.EncapsulatedDocumentLength = pdf + b"\0" * (len(pdf) % 2), len(pdf)
    ds.MIMETypeOfEncapsulatedDocument = "application/pdf"
    ds["EncapsulatedDocument"].VR = "OB"
    return ds


def a_report_file(pdf: bytes, syntax: str = EXPLICIT) -> BytesIO:
    return a_file(a_report_of(pdf), syntax)
