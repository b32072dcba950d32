"""What a picture must be to be taken, and what it must not tell."""

import io

import pytest
from PIL import Image
from support.pictures import a_jpeg
from support.samples import samples

from resources.problems import Invalid
from resources.wire.pictures import GPS, MOST_PIXELS, ORIENTATION, checked, without_place


def with_exif(**said) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    if said.get("place"):
        exif.get_ifd(GPS)[1] = "N"
        exif.get_ifd(GPS)[2] = (10.0, 2.0, 3.0)
    out = io.BytesIO()
    with Image.open(io.BytesIO(a_jpeg())) as image:
        image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return image.tobytes()


def test_a_whole_picture_is_measured():
    assert checked(a_jpeg(48, 32))[1:] == (48, 32)


@pytest.mark.parametrize("cut", range(0, 1000, 37))
def test_a_picture_that_is_cut_is_never_taken(cut):
    data = a_jpeg(64, 64)
    end = min(cut, data.index(b"\xff\xda") + 20)
    with pytest.raises(Invalid):
        checked(data[:end])


def test_a_picture_that_claims_too_many_pixels_is_refused_before_it_is_decoded():
    data = a_jpeg()
    place = data.index(b"\xff\xc0") + 5
    huge = data[:place] + (9000).to_bytes(2, "big") * 2 + data[place + 4 :]
    assert MOST_PIXELS < 9000 * 9000
    with pytest.raises(Invalid, match="9000 by 9000"):
        checked(huge)


def test_the_place_goes_and_the_way_up_and_the_pixels_stay():
    placed = with_exif(place=True)
    bare = without_place(placed)
    with Image.open(io.BytesIO(bare)) as image:
        assert dict(image.getexif()) == {ORIENTATION: 6}
    assert pixels(bare) == pixels(placed)


def test_a_picture_without_a_place_is_not_touched():
    for data in (a_jpeg(), with_exif()):
        assert without_place(data) is data


@pytest.mark.data
@pytest.mark.parametrize("path", [*samples("faces", "*.jpg"), *samples("fundus", "*.jpg")], ids=lambda path: path.name)
def test_no_real_picture_tells_its_place_and_none_changes(path):
    data = path.read_bytes()
    after = without_place(checked(data).data)
    with Image.open(io.BytesIO(after)) as image:
        assert GPS not in image.getexif()
    assert pixels(after) == pixels(data)
