"""Retrieving over DICOMweb, by raw requests: the accept matrix of api-contract.md 4.3, ranges, rendering, tombstones."""

from io import BytesIO
from pathlib import Path

import httpx
import numpy as np
import pytest
import requests
from dicomweb_client.api import DICOMwebClient
from PIL import Image
from pydicom.pixels import apply_windowing
from support.data_sets import BASELINE, BIG, EXPLICIT, IMPLICIT, an_instance, encapsulated, frames_of
from support.dicomwebs import file_of, parts_of, read, stow
from support.photographs import a_jpeg_of, a_retina
from support.restclient import client, web
from support.stations import lakshmi

from resources.dicomweb.pictures import or_by
from resources.dicomweb.retrieve import AHEAD
from resources.dicomweb.samples import Unpack
from resources.problems import Damaged
from resources.store import mending, patients, studies, tokens
from resources.terms import Laterality, Origin
from resources.wire.dataset import read_tree
from resources.wire.frames import frame

JPEG = a_jpeg_of(a_retina(), subsampling=0)
BASE = "/dicom-web/studies/1.2.3.{0}/series/1.2.3.{0}.0/instances/1.2.3.{0}.{1}"
RELATED_DICOM = 'multipart/related; type="application/dicom"'
LOSSLESS = "1.2.840.10008.1.2.4.70"
NATIVE_ONE, JPEG_ONE, BIG_ONE, UNDECODABLE = BASE.format(1, 1), BASE.format(2, 1), BASE.format(3, 1), BASE.format(4, 1)
MANY = BASE.format(8, 1)


def compressed(patient: int, *frames: bytes) -> object:
    ds = an_instance(patient=patient, PixelData=encapsulated(*frames), NumberOfFrames=len(frames), Rows=64, Columns=96)
    ds.PhotometricInterpretation = "YBR_FULL"
    return ds


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (known, store):
        sent = [
            file_of(an_instance(patient=1, PatientComments="x" * 10)),
            file_of(compressed(2, JPEG), BASELINE),
            file_of(an_instance(patient=3), BIG),
            file_of(compressed(4, b"\xff\xd8\xff\xc3\0\0"), LOSSLESS),
            file_of(an_instance(patient=5, number=1)),
            file_of(an_instance(patient=5, number=2), IMPLICIT),
            file_of(compressed(6, b"\xff\xd8\xff\xc3\0\0"), LOSSLESS),
            file_of(an_instance(patient=6, number=2)),
            file_of(an_instance(patient=9, number=1, Rows=200, Columns=200, PixelData=bytes(120_000)), IMPLICIT),
            file_of(an_instance(patient=9, number=2)),
            file_of(an_instance(patient=8, NumberOfFrames=2, PixelData=bytes(72) + b"\xc8" * 72)),
        ]
        assert stow(known, *sent).status_code == 200
        rot(store, "1.2.3.9")
        yield known, store


def rot(store, study_uid: str) -> None:
    """The largest file of a study is cut short on the disk."""
    with store.read() as unit:
        rows = studies.study(unit, study_uid).instances
    path = store.vault.path(max(rows, key=lambda row: row.size).digest)
    path.write_bytes(path.read_bytes()[:-20])


def ask(station, path: str, accept: str | None = None, **fields: str):
    headers = {"Accept": accept} if accept is not None else {}
    return station[0].get(path, headers=headers | fields)


@pytest.mark.parametrize(
    ("path", "accept", "status", "kind"),
    [
        (NATIVE_ONE, None, 200, "multipart/related"),
        (NATIVE_ONE, "*/*", 200, "multipart/related"),
        (NATIVE_ONE, "multipart/related", 200, "multipart/related"),
        (NATIVE_ONE, RELATED_DICOM, 200, "multipart/related"),
        (NATIVE_ONE, "multipart/related; type=application/dicom", 200, "multipart/related"),
        (NATIVE_ONE, RELATED_DICOM + "; transfer-syntax=*", 200, "multipart/related"),
        (NATIVE_ONE, f"{RELATED_DICOM}; transfer-syntax={EXPLICIT}", 200, "multipart/related"),
        (NATIVE_ONE, f"{RELATED_DICOM}; transfer-syntax={BASELINE}", 406, ""),
        (NATIVE_ONE, "application/dicom", 200, "application/dicom"),
        (NATIVE_ONE, "application/dicom; transfer-syntax=*", 200, "application/dicom"),
        (NATIVE_ONE, "text/html", 406, ""),
        (NATIVE_ONE, "application/dicom, image/png", 400, ""),
        (JPEG_ONE, RELATED_DICOM, 200, "multipart/related"),
        (JPEG_ONE, RELATED_DICOM + "; transfer-syntax=*", 200, "multipart/related"),
        (UNDECODABLE, RELATED_DICOM, 406, ""),
        (UNDECODABLE, RELATED_DICOM + "; transfer-syntax=*", 200, "multipart/related"),
        (UNDECODABLE, "*/*", 200, "multipart/related"),
        ("/dicom-web/studies/1.2.3.6", RELATED_DICOM, 206, "multipart/related"),
        ("/dicom-web/studies/1.2.3.6", RELATED_DICOM + "; transfer-syntax=*", 200, "multipart/related"),
        ("/dicom-web/studies/1.2.3.1", "application/dicom", 406, ""),
        (NATIVE_ONE + "/metadata", None, 200, "application/dicom+json"),
        (NATIVE_ONE + "/metadata", "application/json", 200, "application/dicom+json"),
        (NATIVE_ONE + "/metadata", 'multipart/related; type="application/dicom+xml"', 200, "multipart/related"),
        (NATIVE_ONE + "/metadata", "image/jpeg", 406, ""),
        (NATIVE_ONE + "/frames/1", None, 200, "multipart/related"),
        (NATIVE_ONE + "/frames/1", "application/octet-stream", 200, "application/octet-stream"),
        (NATIVE_ONE + "/frames/1", 'multipart/related; type="image/jpeg"', 406, ""),
        (JPEG_ONE + "/frames/1", 'multipart/related; type="image/jpeg"', 200, "multipart/related"),
        (JPEG_ONE + "/frames/1", "image/jpeg", 200, "image/jpeg"),
        (JPEG_ONE + "/frames/1", 'multipart/related; type="application/octet-stream"', 200, "multipart/related"),
        (UNDECODABLE + "/frames/1", 'multipart/related; type="application/octet-stream"', 406, ""),
        (UNDECODABLE + "/frames/1", "*/*", 200, "multipart/related"),
        (NATIVE_ONE + "/frames/0", None, 400, ""),
        (NATIVE_ONE + "/frames/2", None, 404, ""),
        (NATIVE_ONE + "/frames/x", None, 400, ""),
        (NATIVE_ONE + "/rendered", None, 200, "image/jpeg"),
        (NATIVE_ONE + "/rendered", "image/png", 200, "image/png"),
        (NATIVE_ONE + "/rendered", "image/gif;q=0.2, image/png;q=0.1", 200, "image/gif"),
        (NATIVE_ONE + "/rendered", "application/dicom", 406, ""),
        (NATIVE_ONE + "/rendered?accept=image/png", "image/jpeg", 200, "image/png"),
        (JPEG_ONE + "/rendered", None, 200, "image/jpeg"),
        (JPEG_ONE + "/frames/1/rendered", None, 200, "image/jpeg"),
        (UNDECODABLE + "/rendered", None, 406, ""),
        ("/dicom-web/studies/1.2.3.5/rendered", None, 200, "multipart/related"),
        ("/dicom-web/studies/1.2.3.5/thumbnail", None, 200, "image/jpeg"),
        ("/dicom-web/studies/1.2.3.5/series/1.2.3.5.0/thumbnail", "image/png", 200, "image/png"),
        (JPEG_ONE + "/frames/1/thumbnail", None, 200, "image/jpeg"),
        ("/dicom-web/studies/1.2.3.99", None, 404, ""),
        (BASE.format(1, 9), None, 404, ""),
        ("/dicom-web/nothing", None, 404, ""),
    ],
)
def test_the_accept_matrix(station, path: str, accept: str | None, status: int, kind: str) -> None:
    answer = ask(station, path, accept)
    assert answer.status_code == status, answer.text[:200]
    if kind:
        assert answer.headers["content-type"].split(";")[0] == kind


@pytest.mark.parametrize("one", [NATIVE_ONE, BIG_ONE, BASE.format(5, 2)])
def test_any_native_file_comes_as_explicit_little_endian_with_the_same_content(station, one: str) -> None:
    [(fields, body)] = parts_of(ask(station, one, RELATED_DICOM))
    assert fields["content-type"] == f"application/dicom; transfer-syntax={EXPLICIT}"
    found = read(body)
    assert found.file_meta.TransferSyntaxUID == EXPLICIT
    wanted = an_instance(patient=int(found.StudyInstanceUID[6:]), number=int(found.SOPInstanceUID[-1]))
    assert (found.PixelData, found.Rows, found.PatientName) == (wanted.PixelData, 4, "Devi^Lakshmi")


def test_a_picture_that_is_damaged_on_the_disk_is_left_out_among_others(station, caplog) -> None:
    answer = ask(station, "/dicom-web/studies/1.2.3.9", RELATED_DICOM)
    assert answer.status_code == 206
    assert [read(part).SOPInstanceUID for _, part in parts_of(answer)] == ["1.2.3.9.2"]
    caplog.clear()  # that its attributes cannot be read either


def test_a_jpeg_comes_decoded_or_as_it_is(station) -> None:
    [(_, stored)] = parts_of(ask(station, JPEG_ONE, RELATED_DICOM + "; transfer-syntax=*"))
    assert stored == file_of(compressed(2, JPEG), BASELINE)
    [(_, decoded)] = parts_of(ask(station, JPEG_ONE, RELATED_DICOM))
    with Image.open(BytesIO(JPEG)) as image:
        assert read(decoded).PixelData == image.tobytes()
    assert read(decoded).PhotometricInterpretation == "RGB"
    assert ask(station, JPEG_ONE + "/frames/1", "image/jpeg").content.rstrip(b"\0") == JPEG


def test_frames_come_in_the_order_asked_for_and_repeat(station) -> None:
    pictures = [a_jpeg_of(a_retina(96, 64).rotate(turn)) for turn in (0, 90)]
    stow(station[0], file_of(compressed(7, *pictures), BASELINE))
    found = parts_of(ask(station, BASE.format(7, 1) + "/frames/2,1,2", 'multipart/related; type="image/jpeg"'))
    assert [body.rstrip(b"\0") for _, body in found] == [pictures[1], pictures[0], pictures[1]]


@pytest.mark.parametrize(
    ("field", "status", "body"),
    [
        ("bytes=0-3", 206, bytes(range(4))),
        ("bytes=70-", 206, bytes([70, 71])),
        ("bytes=-2", 206, bytes([70, 71])),
        ("bytes=60-999", 206, bytes(range(60, 72))),
        ("bytes=72-", 416, b""),
        ("lines=1-2", 200, bytes(range(72))),
    ],
)
def test_bulk_data_comes_in_ranges(station, field: str, status: int, body: bytes) -> None:
    answer = ask(station, NATIVE_ONE + "/bulkdata/7FE00010", Range=field)
    assert (answer.status_code, answer.content) == (status, body)


@pytest.mark.parametrize("path", ["00100099", "x", "7FE00010/0", "52009229/0/00209111", ""])
def test_a_value_that_is_not_there_is_not_found(station, path: str) -> None:
    assert ask(station, f"{NATIVE_ONE}/bulkdata/{path}").status_code == 404


@pytest.mark.parametrize(
    ("query", "size"),
    [("viewport=48,48", (48, 32)), ("viewport=10,100", (10, 7)), ("viewport=32,32,0,0,32,32", (32, 32))],
)
def test_a_picture_is_fitted_into_the_viewport(station, query: str, size: tuple[int, int]) -> None:
    answer = ask(station, f"{JPEG_ONE}/rendered?{query}&quality=80&window=128,256,linear", "image/png")
    with Image.open(BytesIO(answer.content)) as image:
        assert image.size == size


@pytest.mark.parametrize(
    "query", ["viewport=0,5", "viewport=a,b", "viewport=1", "quality=0", "quality=101", "window=1", "window=1,0"]
)  # fmt: skip
def test_a_view_that_cannot_be_is_a_bad_request(station, query: str) -> None:
    assert ask(station, f"{NATIVE_ONE}/rendered?{query}").status_code == 400


@pytest.mark.parametrize("function", ["LINEAR", "LINEAR_EXACT", "SIGMOID"])
@pytest.mark.parametrize(("slope", "intercept"), [(1, 0), (2, -100)])
def test_a_window_shows_what_pydicom_shows(empty, function: str, slope: int, intercept: int) -> None:
    samples = np.arange(0, 6144, dtype="<u2").reshape(64, 96)
    centre, width = 2000, 3000
    ds = an_instance(
        patient=9, PixelData=samples.tobytes(), Rows=64, Columns=96, SamplesPerPixel=1, BitsAllocated=16, BitsStored=16,
        HighBit=15, PhotometricInterpretation="MONOCHROME2", WindowCenter=centre, WindowWidth=width,
        VOILUTFunction=function, RescaleSlope=slope, RescaleIntercept=intercept,
    )  # fmt: skip
    del ds.PlanarConfiguration
    known, _ = empty
    assert stow(known, file_of(ds)).status_code == 200
    judge = np.asarray(apply_windowing(samples.astype("float64") * slope + intercept, ds))
    low, high = (0.0, 65535.0) if slope == 1 else (-100.0, 130970.0)
    expected = (judge - low) / (high - low) * 255
    asked = f"window={centre},{width},{function.lower().replace('_', '-')}"
    for query in ("", asked):
        answer = known.get(f"{BASE.format(9, 1)}/rendered?{query}", headers={"Accept": "image/png"})
        with Image.open(BytesIO(answer.content)) as image:
            assert np.abs(np.asarray(image, dtype="float64") - expected).max() <= 1


def test_several_frames_are_shown_one_part_each(station) -> None:
    answer = ask(station, f"{MANY}/frames/2,1,2/rendered", 'multipart/related; type="image/png"')
    shades = []
    for _, body in parts_of(answer):
        with Image.open(BytesIO(body)) as image:
            shades.append(round(np.asarray(image).mean()))
    assert shades[0] == shades[2] != shades[1]
    assert ask(station, f"{MANY}/frames/2,1/rendered", "image/png").status_code == 406


@pytest.mark.parametrize("path", ["rendered", "thumbnail", "metadata"])
def test_what_the_caller_has_already_is_not_sent_again(station, path: str) -> None:
    first = ask(station, f"{JPEG_ONE}/{path}")
    again = ask(station, f"{JPEG_ONE}/{path}", **{"If-None-Match": f'"else", W/{first.headers["ETag"]}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert ask(station, f"{JPEG_ONE}/{path}", **{"If-None-Match": '"another"'}).status_code == 200


def test_a_thumbnail_is_small(station) -> None:
    with Image.open(BytesIO(ask(station, JPEG_ONE + "/thumbnail").content)) as image:
        assert max(image.size) == 200


def test_every_answer_has_a_boundary_of_its_own(station) -> None:
    assert len({ask(station, NATIVE_ONE).headers["content-type"] for _ in range(3)}) == 3


def test_bulk_data_addresses_are_absolute_and_good(station) -> None:
    [metadata] = ask(station, BIG_ONE + "/metadata").json()
    assert station[0].get(metadata["7FE00010"]["BulkDataURI"]).content == bytes(range(72))
    assert "PixelData" not in metadata
    assert "00020010" not in metadata


# --- what is published ------------------------------------------------------------------------------------------------


@pytest.fixture
def empty(tmp_path: Path):
    with web(tmp_path) as (known, store):
        yield known, store


def test_metadata_and_file_say_the_same_of_a_picture_that_was_put_right(empty) -> None:
    known, store = empty
    stow(known, file_of(an_instance(eye="R", Laterality="R")))
    with store.write(Origin.PERSON, actor="grace") as unit:
        person = patients.register(unit, lakshmi(native_name="லட்சுமி"))
        mending.assign(unit, ["1.2.3.1.1"], person.uuid)
        mending.set_laterality(unit, "1.2.3.1.1", Laterality.LEFT)
    [metadata] = known.get("/dicom-web/studies/1.2.3.1/metadata").json()
    [(_, body)] = parts_of(known.get("/dicom-web/studies/1.2.3.1"))
    found = read(body)
    assert metadata["00100020"]["Value"] == [found.PatientID] == [person.number]
    assert metadata["00100010"]["Value"][0]["Ideographic"] == found.PatientName.ideographic == "லட்சுமி"
    assert metadata["00200062"]["Value"] == [found.ImageLaterality] == ["L"]
    assert "00200060" not in metadata
    assert "Laterality" not in found
    assert len(metadata["04000561"]["Value"]) == len(found.OriginalAttributesSequence) == 1


@pytest.mark.hazard("HZ-02")
@pytest.mark.parametrize(
    "said",
    [{}, {"eye": "R", "Laterality": "L"}, {"PerFrameFunctionalGroupsSequence": frames_of("R", "L")}, {"eye": "X"}],
)
def test_an_eye_that_nobody_knows_is_said_nowhere(empty, said: dict) -> None:
    known, _ = empty
    stow(known, file_of(an_instance(SeriesDescription="OD macula", **said)))
    root = "/dicom-web/studies/1.2.3.1"
    for path in (f"{root}/metadata", "/dicom-web/instances?includefield=all", f"{root}/series?includefield=all"):
        text = known.get(path).text
        for tag in ("00200060", "00200062", "00240113"):
            assert tag not in text.split("04000561")[0]
    [(_, body)] = parts_of(known.get(root))
    found = read(body)
    assert [found.get(name) for name in ("ImageLaterality", "Laterality")] == [None, None]


@pytest.mark.hazard("HZ-12")
def test_a_study_or_series_never_speaks_for_the_side_of_its_pictures(empty) -> None:
    known, _ = empty
    stow(known, *(file_of(an_instance(number=n, eye=eye, Laterality=eye)) for n, eye in enumerate("LR", start=1)))
    for path in ("/dicom-web/studies?includefield=all", "/dicom-web/series?includefield=all"):
        assert "00200060" not in known.get(path).text
        assert "00200062" not in known.get(path).text
    found = known.get("/dicom-web/instances").json()
    assert [one["00200062"]["Value"] for one in found] == [["L"], ["R"]]


# --- removing ---------------------------------------------------------------------------------------------------------


def test_what_headquarters_has_not_confirmed_is_removed_by_an_admin_only(empty) -> None:
    known, store = empty
    stow(known, file_of(an_instance(number=1)), file_of(an_instance(number=2)))
    root = "/dicom-web/studies/1.2.3.1"
    with store.write(Origin.STATION) as unit:
        secret = tokens.create(unit, "clinic", ["read", "write"])
    with client(str(known.base_url), secret) as clinic:
        assert clinic.delete(root).status_code == 409
        assert clinic.delete(f"{root}?force=true").status_code == 403
    assert known.delete(BASE.format(1, 1) + "?force=true").status_code == 204
    assert known.get(BASE.format(1, 1)).status_code == 410
    assert len(parts_of(known.get(root))) == 1
    assert known.delete(f"{root}/series/1.2.3.1.0?force=true").status_code == 204
    assert known.get(f"{root}/metadata").status_code == 410
    assert known.get("/dicom-web/studies").json() == []


def test_what_headquarters_has_may_go(tmp_path: Path) -> None:
    with web(tmp_path, confirmed=set) as (known, _):
        stow(known, file_of(an_instance()))
        assert known.delete("/dicom-web/studies/1.2.3.1").status_code == 204


def test_wrong_methods_name_the_right_ones(empty) -> None:
    answer = empty[0].put("/dicom-web/studies")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")
    assert empty[0].options("/dicom-web/studies/1.2").status_code == 204


def test_what_cannot_be_decoded_here_is_shown_by_the_decoder_that_was_handed_in(tmp_path: Path) -> None:
    red = or_by(lambda _, number: (2, 1, bytes([256 - number, 0, 0]) * 2))
    with web(tmp_path, decode=red) as (known, _):
        stow(known, file_of(compressed(4, *[b"\xff\xd8\xff\xc3\0\0"] * 2), LOSSLESS))
        for path, shade in (("", 255), ("/frames/2", 254)):
            answer = known.get(f"{UNDECODABLE}{path}/rendered", headers={"Accept": "image/png"})
            with Image.open(BytesIO(answer.content)) as image:
                assert (image.size, image.getpixel((0, 0))) == ((2, 1), (shade, 0, 0))
        assert known.get(UNDECODABLE, headers={"Accept": RELATED_DICOM}).status_code == 406


# --- what cannot be decoded after all ---------------------------------------------------------------------------------

BROKEN = b"\xff\xd8\xff\xc3\0\1"
FLAWLESS = b"\xff\xd8\xff\xc3\0\0"
PIXELS = bytes(range(256)) * 800


def by_a_decoder_that_stumbles(stream, number: int) -> tuple[int, int, bytes]:
    """Decodes what is flawless into 200 kB of grey."""
    if b"".join(frame(read_tree(stream), number)) == BROKEN:
        raise Damaged("The picture cannot be decoded: it is cut off or damaged.")
    return 1, 8, PIXELS


@pytest.fixture
def stumbling(tmp_path: Path):
    unpack = Unpack(frozenset({LOSSLESS}), by_a_decoder_that_stumbles)
    with web(tmp_path, unpack=unpack) as (known, store):
        yield known
        assert list((store.vault.folder / "parts").iterdir()) == []


def a_coded(number: int, *frames: bytes) -> bytes:
    ds = an_instance(number=number, PixelData=encapsulated(*frames), NumberOfFrames=len(frames))
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    return file_of(ds, LOSSLESS)


def test_what_cannot_be_decoded_is_left_out_and_that_is_said(stumbling) -> None:
    stow(stumbling, *(a_coded(n, BROKEN if n == 1 else FLAWLESS) for n in (1, 2, 3)))
    answer = stumbling.get("/dicom-web/studies/1.2.3.1", headers={"Accept": RELATED_DICOM})
    assert answer.status_code == 206
    assert [read(body).PixelData for _, body in parts_of(answer)] == [PIXELS, PIXELS]
    assert stumbling.get(BASE.format(1, 1), headers={"Accept": RELATED_DICOM}).status_code == 406
    assert stumbling.get("/dicom-web/studies/1.2.3.1").status_code == 200


@pytest.mark.parametrize("accept", [RELATED_DICOM, "application/dicom"])
def test_a_picture_whose_last_frame_cannot_be_decoded_is_refused_before_the_answer_begins(stumbling, accept) -> None:
    frames = [FLAWLESS] * 30
    stow(stumbling, a_coded(1, *frames, BROKEN), a_coded(2, *frames))
    assert stumbling.get(BASE.format(1, 1), headers={"Accept": accept}).status_code == 406
    whole = stumbling.get(BASE.format(1, 2), headers={"Accept": accept})
    body = whole.content if accept == "application/dicom" else parts_of(whole)[0][1]
    assert read(body).PixelData == PIXELS * 30


def test_an_answer_that_fails_too_late_to_say_so_breaks_off_between_two_parts(stumbling, caplog) -> None:
    stow(stumbling, *(a_coded(n, FLAWLESS if n <= AHEAD + 8 else BROKEN) for n in range(1, AHEAD + 10)))
    path, got = "/dicom-web/studies/1.2.3.1", bytearray()
    with stumbling.stream("GET", path, headers={"Accept": RELATED_DICOM}) as answer:
        assert answer.status_code == 200
        boundary = answer.headers["content-type"].partition("boundary=")[2].encode()
        with pytest.raises(httpx.RemoteProtocolError):
            for piece in answer.iter_raw():
                got += piece
    parts = bytes(got).split(b"--" + boundary + b"\r\n")[1:]
    assert not got.rstrip().endswith(b"--" + boundary + b"--")
    assert {read(one.partition(b"\r\n\r\n")[2]).PixelData for one in parts} == {PIXELS}
    client = DICOMwebClient(f"{str(stumbling.base_url).rstrip('/')}/dicom-web", headers=dict(stumbling.headers))
    client.set_http_retry_params(retry=False)
    with pytest.raises(requests.exceptions.RequestException):
        client.retrieve_study("1.2.3.1")
    said = [record.getMessage() for record in caplog.records if record.name == "resources.http.limits"]
    assert said == ["http: an answer broke off: NotAcceptable"] * 2
    caplog.clear()
