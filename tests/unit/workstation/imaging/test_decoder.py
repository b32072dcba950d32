"""Pictures from stored files, decoded where a bad one can do no harm."""

import io
import sys

import numpy as np
import pytest
from PIL import Image
from pydicom.pixels import compress
from support.data_sets import BASELINE, BIG, EXPLICIT, IMPLICIT, a_file, an_instance, encapsulated
from support.noise import with_noise
from support.photographs import Uids, a_jpeg_of, a_png_of, a_retina, a_sitting

from resources.problems import Damaged, Problem, TooLarge, Unavailable, Unsupported
from resources.wire.photograph import photograph
from workstation.imaging.decoder import Decoder


@pytest.fixture(scope="module")
def decoder():
    decoder = Decoder()
    yield decoder
    decoder.close()


def points(shown: tuple[int, int, bytes]) -> np.ndarray:
    width, height, rgb = shown
    return np.frombuffer(rgb, np.uint8).reshape(height, width, 3).astype(int)


def a_photograph(data: bytes) -> io.BytesIO:
    made = photograph(data, a_sitting(), Uids())
    return io.BytesIO(made.file_meta + made.data_set)


def raw(image: np.ndarray, syntax: str = EXPLICIT, **attributes: object) -> io.BytesIO:
    height, width = image.shape[:2]
    ds = an_instance(Rows=height, Columns=width, **attributes)
    ds.PixelData = image.tobytes()
    ds["PixelData"].VR = "OB" if image.dtype.itemsize == 1 else "OW"
    return a_file(ds, syntax)


def test_a_baseline_jpeg_is_handed_out_as_it_is_and_everything_else_is_not(decoder):
    jpeg = a_jpeg_of(a_retina())
    assert decoder.frame_bytes(a_photograph(jpeg)) == jpeg
    assert decoder.frame_bytes(a_photograph(a_png_of(a_retina()))) is None
    assert decoder.frame_bytes(io.BytesIO(b"rubbish")) is None
    two = an_instance(PixelData=encapsulated(jpeg, jpeg), NumberOfFrames="2")
    assert decoder.frame_bytes(a_file(two, BASELINE)) is None
    cmyk = an_instance(PixelData=encapsulated(a_jpeg_of(a_retina().convert("CMYK"))))
    assert decoder.frame_bytes(a_file(cmyk, BASELINE)) is None
    bomb = jpeg.replace(b"\xff\xc0\0\x11\x08\0\x40\0\x60", b"\xff\xc0\0\x11\x08\xff\xff\xff\xff")
    assert decoder.frame_bytes(a_file(an_instance(PixelData=encapsulated(bomb)), BASELINE)) is None


def test_a_frame_in_several_fragments_is_put_together(decoder):
    jpeg = a_jpeg_of(a_retina())
    jpeg += b"\0" * (len(jpeg) % 2)
    parts = [jpeg[at : at + 500] for at in range(0, len(jpeg), 500)]
    ds = an_instance(Rows=64, Columns=96, PixelData=encapsulated(*parts))
    assert decoder.frame_bytes(a_file(ds, BASELINE)).rstrip(b"\0") == jpeg.rstrip(b"\0")
    cut = a_file(ds, BASELINE).getvalue()
    with pytest.raises(Problem):
        decoder.decode(io.BytesIO(cut[: len(cut) // 2]))


@pytest.mark.hazard("HZ-24")
@pytest.mark.parametrize("label", ["YBR_FULL_422", "RGB"])
def test_the_jpegs_own_markers_decide_its_colours(decoder, label):
    jpeg = a_jpeg_of(a_retina())
    ds = an_instance(Rows=64, Columns=96, PhotometricInterpretation=label, PixelData=encapsulated(jpeg))
    shown = points(decoder.decode(a_file(ds, BASELINE)))
    assert (shown == np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB"))).all()
    kept = a_jpeg_of(a_retina(), keep_rgb=True)
    ds.PixelData = encapsulated(kept)
    shown = points(decoder.decode(a_file(ds, BASELINE)))
    assert np.abs(shown - np.asarray(a_retina())).mean() < 3


@pytest.mark.hazard("HZ-24")
@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT, BIG])
@pytest.mark.parametrize("planes", [0, 1])
def test_a_retina_is_red_in_every_raw_form(decoder, syntax, planes):
    retina = np.asarray(a_retina())
    stored = np.ascontiguousarray(retina.transpose(2, 0, 1)) if planes else retina
    ds = an_instance(Rows=64, Columns=96, PlanarConfiguration=planes, PixelData=stored.tobytes())
    assert (points(decoder.decode(a_file(ds, syntax))) == retina).all()


@pytest.mark.hazard("HZ-24")
def test_raw_ybr_comes_out_red(decoder):
    ybr = np.asarray(a_retina().convert("YCbCr"))
    shown = points(decoder.decode(raw(ybr, PhotometricInterpretation="YBR_FULL")))
    assert np.abs(shown - np.asarray(a_retina())).mean() < 3


@pytest.mark.hazard("HZ-24")
@pytest.mark.parametrize("syntax", ["1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90"])
def test_a_retina_is_red_in_every_compressed_form(decoder, syntax):
    retina = np.asarray(a_retina())
    file = raw(retina)
    from pydicom import dcmread

    ds = dcmread(file)
    compress(ds, syntax, retina, generate_instance_uid=False)
    buffer = io.BytesIO()
    ds.save_as(buffer)
    assert (points(decoder.decode(buffer)) == retina).all()


def test_a_palette_is_applied(decoder):
    ds = an_instance(
        SamplesPerPixel=1, PhotometricInterpretation="PALETTE COLOR", Rows=2, Columns=2, PixelData=bytes([0, 1, 2, 3])
    )
    del ds.PlanarConfiguration
    for colour, values in (("Red", [0, 200, 0, 9]), ("Green", [0, 0, 100, 9]), ("Blue", [0, 0, 0, 9])):
        setattr(ds, f"{colour}PaletteColorLookupTableDescriptor", [4, 0, 16])
        setattr(ds, f"{colour}PaletteColorLookupTableData", np.array([value << 8 for value in values], "<u2").tobytes())
    shown = points(decoder.decode(a_file(ds)))
    assert shown.reshape(4, 3).tolist() == [[0, 0, 0], [200, 0, 0], [0, 100, 0], [9, 9, 9]]


def test_more_than_eight_bits_are_windowed_and_white_stays_white(decoder):
    deep = np.array([[0, 1000], [2000, 4000]], np.uint16)
    grey = {"SamplesPerPixel": 1, "BitsAllocated": 16, "BitsStored": 12, "HighBit": 11}
    bright = points(decoder.decode(raw(deep, **grey, PhotometricInterpretation="MONOCHROME2")))
    assert bright[:, :, 0].tolist() == [[0, 63], [127, 255]]
    dark = points(decoder.decode(raw(deep, **grey, PhotometricInterpretation="MONOCHROME1")))
    assert dark[:, :, 1].tolist() == [[255, 192], [128, 0]]


def test_what_holds_no_picture_or_too_large_a_one_is_refused_with_a_sentence(decoder):
    ds = an_instance()
    del ds.PixelData
    del ds.Rows
    with pytest.raises(Unsupported, match="no picture"):
        decoder.decode(a_file(ds))
    with pytest.raises(Unsupported, match="too large"):
        decoder.decode(
            a_file(an_instance(Rows=65535, Columns=65535, PixelData=encapsulated(bytes(64))), "1.2.840.10008.1.2.5")
        )
    with pytest.raises(Unsupported, match="private way"):
        decoder.decode(a_file(an_instance(PixelData=encapsulated(bytes(64))), "1.3.46.670589.33.1.4.1"))
    with pytest.raises(Damaged, match=r"The picture cannot be decoded\."):
        decoder.decode(
            a_file(an_instance(Rows=4, Columns=6, PixelData=encapsulated(bytes(64))), "1.2.840.10008.1.2.4.90")
        )


def test_a_jpeg_of_another_size_than_its_file_says_is_damaged(decoder):
    ds = an_instance(Rows=640, Columns=960, PixelData=encapsulated(a_jpeg_of(a_retina())))
    with pytest.raises(Damaged, match="another size"):
        decoder.decode(a_file(ds, BASELINE))


def test_a_picture_that_breaks_its_decoder_breaks_nothing_else():
    for script in (
        "raise SystemExit",
        "import sys; sys.stdin.buffer.read(9); print('x' * 40)",
        "import time; time.sleep(60)",
    ):
        decoder = Decoder([sys.executable, "-c", script], deadline=1.0)
        for _ in range(2):
            with pytest.raises(Damaged, match="cannot be decoded"):
                decoder.decode(a_photograph(a_jpeg_of(a_retina())))
        decoder.close()


def test_the_child_comes_back_after_it_was_killed_and_not_after_it_was_closed():
    decoder = Decoder()
    for _ in range(2):
        assert decoder.decode(a_photograph(a_jpeg_of(a_retina())))[:2] == (96, 64)
        decoder._child.kill()
        decoder._child.wait()
    decoder.close()
    with pytest.raises(Unavailable):
        decoder.decode(a_photograph(a_jpeg_of(a_retina())))
    assert decoder._child is None


def test_a_program_that_is_not_there_is_unavailable():
    with pytest.raises(Unavailable):
        Decoder(["/nowhere/python"]).decode(a_photograph(a_jpeg_of(a_retina())))


def test_more_bytes_than_any_picture_are_not_even_sent(monkeypatch):
    monkeypatch.setattr("workstation.imaging.decoder.MOST_BYTES", 100)
    with pytest.raises(TooLarge):
        Decoder().decode(a_photograph(a_jpeg_of(a_retina())))


def test_noise_in_a_file_gives_a_picture_or_a_problem(decoder):
    with_noise(a_photograph(a_jpeg_of(a_retina())), decoder.decode)


def test_the_station_itself_can_be_the_child_as_a_frozen_one_must():
    decoder = Decoder([sys.executable, "-m", "workstation", "decode-pictures"])
    assert decoder.decode(a_photograph(a_jpeg_of(a_retina())))[:2] == (96, 64)
    decoder.close()
