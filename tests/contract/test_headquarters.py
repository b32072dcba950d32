"""What push, pull and verify may rely on, held by a pretend archive without a socket, by the same over HTTP, and by Orthanc."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.headquarters import MemoryHeadquarters, served
from support.orthanc import Orthanc, running_orthanc
from support.pictures import an_op, series_of, study_of, uid_of

from resources.problems import NotFound, Offline
from sync.answers import Place, attributes
from sync.headquarters import Headquarters, HttpHeadquarters, Outgoing


@pytest.fixture(scope="module")
def orthanc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Orthanc]:
    with running_orthanc(tmp_path_factory.mktemp("orthanc")) as running:
        yield running


@pytest.fixture(params=["memory", "http", pytest.param("orthanc", marks=pytest.mark.orthanc)])
def hq(request: pytest.FixtureRequest) -> Iterator[Headquarters]:
    match request.param:
        case "memory":
            client = MemoryHeadquarters().client()
            yield client
        case "http":
            with served(MemoryHeadquarters()) as url:
                client = HttpHeadquarters(url)
                yield client
                client.close()
        case _:
            orthanc = request.getfixturevalue("orthanc")
            orthanc.clear()
            client = HttpHeadquarters(orthanc.dicomweb_url)
            yield client
    client.close()


def drop(chunks: Iterator[bytes]) -> None:
    for _ in chunks:
        pass


def outgoing(part10: bytes, instance: int) -> Outgoing:
    return Outgoing(uid_of(instance), len(part10), lambda: [part10])


def at(instance: int, study: int = 1) -> Place:
    return Place(study_of(study), series_of(study), uid_of(instance))


def test_it_answers_a_probe(hq: Headquarters) -> None:
    hq.probe()


def test_nothing_is_known_of_what_was_never_sent(hq: Headquarters) -> None:
    assert hq.find_instance(uid_of(1)) == []
    assert hq.find_studies("C7A-00042-6") == []
    assert hq.instances(study_of(1)) == []
    assert hq.metadata(at(1)) is None
    with pytest.raises(NotFound):
        hq.fetch(at(1), drop)


def test_what_was_sent_is_listed_found_and_read_back(hq: Headquarters) -> None:
    answer = hq.stow([outgoing(an_op(1, eye="L"), 1), outgoing(an_op(2, patient="C7A-00043-4", study=2), 2)])
    assert answer.listed == {uid_of(1), uid_of(2)}
    assert hq.find_instance(uid_of(1)) == [at(1)]
    assert [one.study_uid for one in hq.find_studies("C7A-00042-6")] == [study_of(1)]
    assert hq.find_studies("C7A-0004") == []
    assert hq.instances(study_of(2)) == [at(2, study=2)]
    found = hq.metadata(at(1))
    assert found is not None
    read = attributes(found)
    assert (read.patient_id, read.study_uid, read.laterality, read.rows, read.columns, read.frames) == (
        "C7A-00042-6", study_of(1), "L", 32, 48, 1,
    )  # fmt: skip


def test_what_was_sent_comes_back_as_it_went(hq: Headquarters) -> None:
    picture, back = an_op(1), []
    hq.stow([outgoing(picture, 1)])
    hq.fetch(at(1), lambda chunks: back.append(b"".join(chunks)))
    [got] = back
    assert got[got.index(b"\x08\x00\x05\x00") :] == picture[picture.index(b"\x08\x00\x05\x00") :]


def test_sending_twice_keeps_one(hq: Headquarters) -> None:
    for _ in range(2):
        assert hq.stow([outgoing(an_op(1), 1)]).listed == {uid_of(1)}
    assert hq.instances(study_of(1)) == [at(1)]


def test_names_travel_in_queries_with_their_carets(hq: Headquarters) -> None:
    hq.stow([outgoing(an_op(1, patient="A^B C&D"), 1)])
    assert hq.find_studies("nobody^*") == []
    hq.probe()


@pytest.mark.orthanc
def test_orthanc_answers_400_and_has_stored_the_good_one(orthanc: Orthanc) -> None:
    orthanc.clear()
    client = HttpHeadquarters(orthanc.dicomweb_url)
    rubbish = b"this is not DICOM"
    answer = client.stow([outgoing(an_op(1), 1), Outgoing("1.2.3", len(rubbish), lambda: [rubbish])])
    client.close()
    assert answer.listed == {uid_of(1)}
    assert "1.2.3" in answer.missing | answer.failed.keys()
    assert list(orthanc.tags()) == [uid_of(1)]


def test_a_closed_port_is_offline(tmp_path: Path) -> None:
    with served(MemoryHeadquarters()) as url:
        pass
    client = HttpHeadquarters(url)
    with pytest.raises(Offline):
        client.probe()
    client.close()
