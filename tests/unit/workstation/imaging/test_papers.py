"""The pages of a PDF, drawn by the decoding child and nowhere else."""

import io
import subprocess
import sys

import numpy as np
import pytest
from support.data_sets import BIG, EXPLICIT, IMPLICIT, a_file
from support.noise import with_noise
from support.papers import LANDSCAPE, a_page, a_pdf, a_report_file, a_report_of, with_a_field, without_end

from resources.problems import Damaged, Problem, Unsupported
from workstation.imaging.decoder import Decoder

ALONE = """
import io, sys
from workstation.imaging.decoder import Decoder
decoder = Decoder()
pages, width, height, points = decoder.page(io.BytesIO(sys.stdin.buffer.read()), 2)
decoder.close()
print(pages, points[:3].hex(), [name for name in sys.modules if name.startswith("pypdfium2") or name.endswith("papers")])
"""


@pytest.fixture(scope="module")
def decoder():
    decoder = Decoder()
    yield decoder
    decoder.close()


def drawn(decoder: Decoder, pdf: bytes, number: int = 1) -> np.ndarray:
    _, width, height, rgb = decoder.page(a_report_file(pdf), number)
    return np.frombuffer(rgb, np.uint8).reshape(height, width, 3)


def is_grey(rgb: bytes, level: int) -> bool:
    return bool((np.frombuffer(rgb, np.uint8) == level).all())


def ink(points: np.ndarray) -> int:
    return int((points < 128).sum())


@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT, BIG])
def test_each_page_is_drawn_at_three_hundred_dots_an_inch(decoder, syntax):
    pdf = a_pdf([a_page(1), a_page(2), a_page(3)], boxes=["0 0 595 842", LANDSCAPE, "0 0 72 72"])
    sizes = []
    for number in (1, 2, 3):
        pages, width, height, rgb = decoder.page(a_report_file(pdf, syntax), number)
        assert pages == 3 and is_grey(rgb, 40 * number)
        sizes.append((width, height))
    assert sizes == [(2480, 3509), (3509, 2480), (300, 300)]


def test_red_stays_red_and_up_stays_up(decoder):
    points = drawn(decoder, a_pdf([b"1 0 0 rg 0 421 595 421 re f 0 0 1 rg 0 0 595 421 re f"]))
    assert points[100, 100].tolist() == [255, 0, 0] and points[-100, 100].tolist() == [0, 0, 255]


def test_what_was_written_into_a_field_stands_on_the_page(decoder):
    assert ink(drawn(decoder, with_a_field("OD 21 mmHg"))) > 2 * ink(drawn(decoder, with_a_field("OD"))) > 0


def test_a_document_that_is_turned_over_is_sent_once(decoder):
    pdf = a_pdf([a_page(1), a_page(2)])
    assert is_grey(decoder.page(a_report_file(pdf), 1, "a digest")[3], 40)
    assert is_grey(decoder.page(io.BytesIO(b"not asked for again"), 2, "a digest")[3], 80)
    with pytest.raises(Unsupported, match="no picture"):  # other rooms ask for pictures, and get what they got before
        decoder.decode(a_report_file(pdf), 1, "a digest")


def test_the_largest_sheet_is_drawn_less_fine_and_a_larger_one_not_at_all(decoder):
    for box in ("0 0 14400 14400", "0 0 14400 3", "0 0 3 14400", "0 0 842 1191"):
        _, width, height, _ = decoder.page(a_report_file(a_pdf([a_page(1)], boxes=[box])))
        assert width * height < 12_100_000 and max(width, height) <= 8_001, box
    for box in ("0 0 14401 842", "0 0 99999999 99999999", "0 0 1 1"):
        with pytest.raises(Unsupported, match="a size that no paper has"):
            decoder.page(a_report_file(a_pdf([a_page(1)], boxes=[box])))


def test_a_hundred_thousand_pages_are_refused_and_a_page_that_is_not_there_too(decoder):
    with pytest.raises(Unsupported, match="more pages"):
        decoder.page(a_report_file(a_pdf([a_page(1)], count=100_000)))
    claims_more = a_pdf([a_page(1)], count=50)
    assert decoder.page(a_report_file(claims_more))[0] == 50
    with pytest.raises(Damaged):
        decoder.page(a_report_file(claims_more), 7)


def test_a_document_that_needs_a_password_is_refused_and_one_that_needs_none_is_read(decoder):
    with pytest.raises(Damaged, match="password"):
        decoder.page(a_report_file(a_pdf([a_page(2)], password="of the clinic")))
    assert is_grey(decoder.page(a_report_file(a_pdf([a_page(2)], password="")))[3], 80)


def test_what_is_cut_off_or_no_document_at_all_is_damaged(decoder):
    whole = a_pdf([a_page(1)])
    empty = a_report_of(whole)
    del empty.EncapsulatedDocument
    for pdf in (whole[:150], b"", bytes(range(256)), b"%PDF-1.7\n", b"%PDF-1.4\nA report\n%%EOF"):
        with pytest.raises(Damaged):
            decoder.page(a_report_file(pdf))
    with pytest.raises(Damaged):
        decoder.page(a_file(empty))
    with pytest.raises(Problem):
        decoder.page(io.BytesIO(b"rubbish"))


def test_a_page_without_an_end_ends_with_its_child():
    decoder = Decoder(deadline=2.0)
    with pytest.raises(Damaged, match="cannot be decoded"):
        decoder.page(a_report_file(without_end()))
    assert decoder._child is None
    decoder.close()


def test_nothing_that_a_document_wants_to_be_done_is_done(decoder):
    wishes = (
        "/OpenAction<</S/JavaScript/JS(while(true){})>>",
        "/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>",
        "/OpenAction<</S/Launch/F(/bin/false)>>",
        "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert(1))>>]>>>>",
    )
    for wish in wishes:
        assert is_grey(decoder.page(a_report_file(a_pdf([a_page(3)], catalog=wish)))[3], 120)


def test_the_library_that_is_locked_has_no_engine_for_scripts():
    said = "import pypdfium2; print(*pypdfium2.PDFIUM_INFO.flags)"
    flags = subprocess.run([sys.executable, "-c", said], capture_output=True, check=True, text=True).stdout
    assert "V8" not in flags and "XFA" not in flags


def test_the_child_draws_and_the_station_never_loads_what_draws():
    file = a_report_file(a_pdf([a_page(1), a_page(2)])).getvalue()
    done = subprocess.run([sys.executable, "-c", ALONE], input=file, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "2 505050 []"


def test_a_child_that_lies_about_its_pages_is_not_believed():
    lie = (
        "import sys, struct; sys.stdin.buffer.read(13); "
        "sys.stdout.buffer.write(struct.pack('>cIIQ', b'+', 1, 1, {length}) + struct.pack('>I', {pages}) + b'abc'); "
        "sys.stdout.buffer.flush(); sys.stdin.buffer.read()"
    )
    for length, pages in ((7, 0), (7, 4_000_000), (3, 1), (4_000, 1)):
        decoder = Decoder([sys.executable, "-c", lie.format(length=length, pages=pages)])
        with pytest.raises(Damaged):
            decoder.page(a_report_file(a_pdf([a_page(1)])))
        decoder.close()


def test_noise_in_a_document_gives_a_page_or_a_problem(decoder):
    with_noise(a_report_file(a_pdf([a_page(1, "OD")], boxes=["0 0 60 60"])), decoder.page)
