"""Several clients at once: each fact is written by exactly one of them, and nobody gets an error of ours."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from support.pictures import a_jpeg
from support.restclient import client, web

JPEG = {"Content-Type": "image/jpeg"}
HENRY = {"id": "10003", "name": {"family": "Demo", "given": "Henry"}}
CLIENTS = 6


@pytest.fixture
def base(tmp_path):
    with web(tmp_path) as (known, _):
        yield str(known.base_url)


def all_at_once(base, ask) -> list[int]:
    """The codes that ``ask(client, number)`` got from so many clients."""

    def one(number: int) -> int:
        with client(base) as mine:
            return ask(mine, number).status_code

    with ThreadPoolExecutor(CLIENTS) as pool:
        return sorted(pool.map(one, range(CLIENTS)))


def test_an_id_is_given_to_one_person(base):
    codes = all_at_once(base, lambda mine, _: mine.post("/api/patients", json=HENRY))
    assert codes == [201] + [409] * (CLIENTS - 1)


def test_an_identifier_is_given_to_one_person(base):
    body = {"name": HENRY["name"], "identifier": {"system": "urn:lab", "value": "7"}}
    assert all_at_once(base, lambda mine, _: mine.post("/api/patients", json=body)) == [201] + [409] * (CLIENTS - 1)


def test_people_without_an_id_all_get_one_of_their_own(base):
    assert set(all_at_once(base, lambda mine, _: mine.post("/api/patients", json={"name": HENRY["name"]}))) == {201}
    with client(base) as mine:
        people = mine.get("/api/patients").json()
    assert len({one["id"] for one in people}) == len({one["number"] for one in people}) == CLIENTS


@pytest.mark.hazard("HZ-12")
def test_one_of_several_photographs_becomes_the_instance_that_waits(base):
    with client(base) as mine:
        mine.post("/api/patients", json=HENRY)
        mine.post("/api/ImagingStudy", json={"id": "1", "patient": "10003"})
        mine.post("/api/ImagingStudy/1/instance", json={"modality": "OP", "laterality": "LEFT", "instance": [{}]})
    pictures = [a_jpeg(32 + number, 32) for number in range(CLIENTS)]

    def ask(mine, number):
        return mine.post("/api/ImagingStudy/1/photo", content=pictures[number], headers=JPEG)

    codes = all_at_once(base, ask)
    assert codes.count(201) == 1
    assert set(codes) <= {201, 400, 409}
    with client(base) as mine:
        (series,) = mine.get("/api/ImagingStudy/1").json()["series"]
    assert [one["laterality"] for one in series["instance"]] == ["LEFT"]


def test_headshots_replace_each_other_whole(base):
    with client(base) as mine:
        mine.post("/api/patients", json=HENRY)
    pictures = [a_jpeg(32 + number, 32) for number in range(CLIENTS)]
    codes = all_at_once(
        base, lambda mine, number: mine.post("/api/patients/10003/photo", content=pictures[number], headers=JPEG)
    )
    assert codes == [200] * (CLIENTS - 1) + [201]
    with client(base) as mine:
        assert mine.get("/api/patients/10003/photo").content in pictures
