"""Storing over DICOMweb, by raw requests: PS3.18 Table 10.5.3-1 and what real clients send (api-contract.md 4.1)."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.data_sets import BASELINE, a_file, an_instance, encapsulated
from support.dicomwebs import BOUNDARY, body_of, file_of, parts_of, read, related, stow, uids
from support.restclient import client, web

from resources.dicomweb.attributes import catch_up
from resources.store import attribute_sets, filing, studies
from resources.wire.dataset import read_tree
from resources.wire.dicomjson import json_of, written
from resources.wire.dicomxml import xml_of

GOOD, OTHER = file_of(an_instance(number=1)), file_of(an_instance(number=2))
CHANGED = file_of(an_instance(number=1, PatientComments="another version"))
ELSEWHERE = file_of(an_instance(patient=2))
GARBAGE = b"this is no instance"
HALF = GOOD[:-30]
HOLLOW = a_file(an_instance(number=3)).getvalue().replace(b"1.2.3.1\0", b"1.2.3.x\0")
JPEG = b"\xff\xd8\xff\xc0\0\4ab\xff\xd9"
FAILED, STORED, OTHERS = "00081198", "00081199", "0008119A"


@pytest.fixture
def station(tmp_path: Path):
    with web(tmp_path) as (known, store):
        yield known, store


@pytest.mark.parametrize(
    ("parts", "study", "status", "stored", "failed", "others"),
    [
        ([GOOD], "", 200, 1, [], []),
        ([GOOD, OTHER], "", 200, 2, [], []),
        ([GOOD, GOOD], "", 200, 2, [], []),
        ([GOOD, ELSEWHERE], "", 200, 2, [], []),
        ([GOOD, GARBAGE], "", 202, 1, [], [0xC000]),
        ([GOOD, HALF], "", 202, 1, [0xC000], []),
        ([GOOD, CHANGED], "", 202, 1, [0x0110], []),
        ([GOOD, ELSEWHERE], "1.2.3.1", 202, 1, [0xA900], []),
        ([ELSEWHERE], "1.2.3.1", 409, 0, [0xA900], []),
        ([ELSEWHERE, GARBAGE], "1.2.3.1", 409, 0, [0xA900], [0xC000]),
        ([GARBAGE], "", 400, 0, [], [0xC000]),
        ([HALF], "", 400, 0, [0xC000], []),
        ([b""], "", 400, 0, [], [0xC000]),
    ],
)
def test_each_mixture_has_its_answer(station, parts, study, status, stored, failed, others) -> None:
    answer = stow(station[0], *parts, study=study)
    report = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/dicom+json")
    assert len(uids(report.get(STORED, {}))) == stored
    assert [item["00081197"]["Value"][0] for item in report.get(FAILED, {}).get("Value", [])] == failed
    assert [item["00081197"]["Value"][0] for item in report.get(OTHERS, {}).get("Value", [])] == others
    assert (FAILED in report, STORED in report, OTHERS in report) == (bool(failed), bool(stored), bool(others))


def test_the_same_bytes_again_change_nothing(station) -> None:
    known, store = station
    stow(known, GOOD)
    with store.read() as unit:
        before = studies.study(unit, "1.2.3.1").version
    assert stow(known, GOOD).status_code == 200
    with store.read() as unit:
        assert studies.study(unit, "1.2.3.1").version == before


def test_other_bytes_under_a_known_uid_are_kept_aside_and_never_replace(station) -> None:
    known, store = station
    stow(known, GOOD)
    assert stow(known, CHANGED).status_code == 409
    [(_, body)] = parts_of(known.get("/dicom-web/studies/1.2.3.1"))
    assert body == GOOD
    with store.read() as unit:
        assert [row.kind for row in filing.held(unit)] == ["conflict"]


def test_what_came_whole_and_cannot_be_understood_is_kept_aside(station) -> None:
    known, store = station
    stow(known, HALF)
    with store.read() as unit:
        [held] = filing.held(unit)
    assert (held.kind, store.vault.read(held.digest)) == ("quarantine", HALF)


@pytest.mark.parametrize(
    "kind",
    [
        'multipart/related; type="application/dicom"; boundary={}',
        "multipart/related; type=application/dicom; boundary={}",
        'multipart/related; type="application/dicom"; boundary="{}"',
        'Multipart/Related; boundary={}; start="<1>"; type="Application/DICOM"',
        "multipart/related; boundary={}",
    ],
)
@pytest.mark.parametrize("boundary", [BOUNDARY, "0123456789" * 7 + "abc"])
def test_a_message_is_taken_however_its_type_is_written(station, kind: str, boundary: str) -> None:
    body = b"preamble\r\n" + body_of([("application/dicom; transfer-syntax=1.2.840.10008.1.2.1", GOOD)], boundary)
    answer = station[0].post(
        "/dicom-web/studies", content=body + b"epilogue", headers={"Content-Type": kind.format(boundary)}
    )
    assert answer.status_code == 200


def test_a_body_in_chunks_without_a_length_is_taken(station) -> None:
    kind, body = related(GOOD, OTHER)
    pieces = (body[at : at + 100] for at in range(0, len(body), 100))
    answer = station[0].post("/dicom-web/studies", content=pieces, headers={"Content-Type": kind})
    assert len(uids(answer.json()[STORED])) == 2


def test_a_single_part_is_taken(station) -> None:
    answer = station[0].post("/dicom-web/studies", content=GOOD, headers={"Content-Type": "application/dicom"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 415),
        ("multipart/form-data; boundary=a-boundary", 415),
        ("multipart/related; type=text/plain; boundary=a-boundary", 415),
        ("multipart/related; type=application/dicom", 400),
        ("", 415),
    ],
)
def test_another_type_is_refused(station, kind: str, status: int) -> None:
    _, body = related(GOOD)
    assert station[0].post("/dicom-web/studies", content=body, headers={"Content-Type": kind}).status_code == status


def test_a_message_that_breaks_off_stores_what_was_whole(station) -> None:
    known, store = station
    kind, body = related(GOOD, OTHER)
    answer = known.post("/dicom-web/studies", content=body[:-60], headers={"Content-Type": kind})
    assert (answer.status_code, uids(answer.json()[STORED])) == (202, ["1.2.3.1.1"])
    assert list((store.folder / "vault" / "parts").iterdir()) == []
    broken = known.post("/dicom-web/studies", content=body[:300], headers={"Content-Type": kind})
    assert broken.status_code == 400


def test_a_token_that_may_only_read_stores_nothing(station) -> None:
    known, _ = station
    with client(str(known.base_url), "unknown") as nobody:
        assert stow(nobody, GOOD).status_code == 401


@pytest.mark.parametrize("form", ["json", "xml"])
def test_metadata_and_bulk_data_make_an_instance(station, form: str) -> None:
    ds = an_instance(eye="L")
    model = json_of(read_tree(a_file(ds)).elements)
    model["7FE00010"] = {"vr": "OB", "BulkDataURI": "http://x/studies/1/bulk/1"}
    root = f"application/dicom+{form}"
    described = xml_of(model) if form == "xml" else written([model])
    body = body_of(
        [(root, described), ("application/octet-stream\r\nContent-Location: /studies/1/bulk/1", ds.PixelData)]
    )
    headers = {"Content-Type": f'multipart/related; type="{root}"; boundary={BOUNDARY}'}
    assert station[0].post("/dicom-web/studies", content=body, headers=headers).status_code == 200
    [(_, stored)] = parts_of(station[0].get("/dicom-web/studies/1.2.3.1"))
    again = read(stored)
    assert (again.PixelData, again.ImageLaterality, again.PatientName) == (ds.PixelData, "L", ds.PatientName)


def test_a_compressed_picture_is_put_into_fragments(station) -> None:
    ds = an_instance(PixelData=encapsulated(JPEG), NumberOfFrames=1)
    ds.PhotometricInterpretation = "YBR_FULL_422"
    model = json_of(read_tree(a_file(ds, BASELINE)).elements, lambda _, one: "bulk" if one.fragments else None)
    parts = [
        ("application/dicom+json", written(model)),
        ("image/jpeg\r\nContent-Location: bulk", JPEG),
    ]
    headers = {"Content-Type": f'multipart/related; type="application/dicom+json"; boundary={BOUNDARY}'}
    assert station[0].post("/dicom-web/studies", content=body_of(parts), headers=headers).status_code == 200
    [one] = station[0].get("/dicom-web/instances").json()
    assert one["00083002"]["Value"] == [BASELINE]


@pytest.mark.parametrize("metadata", [b"{", b"[]", b"[1]", json.dumps([{"00080018": {"vr": "UI"}}]).encode()])
def test_metadata_without_an_instance_is_a_bad_request(station, metadata: bytes) -> None:
    headers = {"Content-Type": f'multipart/related; type="application/dicom+json"; boundary={BOUNDARY}'}
    body = body_of([("application/dicom+json", metadata)])
    assert station[0].post("/dicom-web/studies", content=body, headers=headers).status_code == 400


def test_a_full_disk_is_told(station, monkeypatch) -> None:
    known, store = station
    store.vault.floor_bytes = 1 << 62
    assert stow(known, GOOD).status_code == 507


def test_attributes_are_read_after_the_answer(station) -> None:
    known, store = station
    stow(known, GOOD, OTHER)
    with store.read() as unit:
        assert len(attribute_sets.unread(unit, 10)) == 2
    assert catch_up(store) == 2
    assert catch_up(store) == 0


@pytest.fixture(scope="module")
def steady(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (known, store):
        yield known, store


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_mutation_of_a_message_is_our_fault_or_leaves_half_a_picture(steady, data) -> None:
    known, store = steady
    kind, body = related(GOOD, OTHER)
    whole = bytearray(body)
    for _ in range(data.draw(st.integers(0, 5))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    cut = data.draw(st.integers(0, len(whole)))
    answer = known.post("/dicom-web/studies", content=bytes(whole[:cut]), headers={"Content-Type": kind})
    assert answer.status_code < 500
    assert list((store.folder / "vault" / "parts").iterdir()) == []
