"""On a slow line small previews come before the originals, from whoever makes them, and keep no original away (HZ-09)."""

import io
from datetime import timedelta
from threading import Event

import pydicom
import pytest
from support.drawn import a_fundus
from support.rendering import RenderingHeadquarters, an_earlier_visit, rendered
from support.screens import encoded_image, register
from support.stations import a_store, lakshmi

from resources.store import previews
from resources.terms import Laterality
from sync import glimpses, outbox, pull
from sync.answers import Place
from sync.engine import SyncService

pytestmark = pytest.mark.hazard("HZ-09")
HQ = "hq"
NEVER = Event().is_set


def drawn(eye):
    return encoded_image(a_fundus(eye, size=1200))


JPEGS = [drawn(Laterality.RIGHT), drawn(Laterality.LEFT)]


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path, chains=[outbox.MIGRATIONS])
    yield made
    made.close()


@pytest.fixture
def person(store):
    return register(store, lakshmi())


def look(store, hq, person):
    return glimpses.of_person(store, hq.client(), HQ, person, NEVER)


@pytest.mark.parametrize("refusal", [404, 405, 406, 501, 503])
def test_who_makes_no_previews_is_asked_once_a_day_and_gives_the_originals_as_ever(store, person, refusal):
    hq = an_earlier_visit(person, JPEGS)
    hq.can_render, hq.refusal = False, refusal
    assert look(store, hq, person) == 0 and rendered(hq) == ["rendered"]
    hq.requests.clear()
    assert look(store, hq, person) == 0 and hq.requests == []
    assert glimpses.of_person(store, hq.client(), "another", person, NEVER) == 0 and rendered(hq) == ["rendered"]
    hq.can_render = True
    store.clock.forward(timedelta(days=1, seconds=1).total_seconds())
    assert look(store, hq, person) == 2
    assert pull.pull(store, hq.client(), HQ, person, NEVER).stored == 2


@pytest.mark.parametrize("refusal", [400, 404, 409, 500])
def test_one_picture_of_which_there_is_no_preview_keeps_the_others_from_nothing(store, person, refusal):
    hq = an_earlier_visit(person, JPEGS)
    another = an_earlier_visit(person, JPEGS, patient=2)
    hq.held |= another.held
    uids = list(hq.held)
    hq.without, hq.refusal = {uids[1]}, refusal
    assert look(store, hq, person) == 3
    with store.read() as unit:
        assert {one.row.instance_uid for one in previews.of_patient(unit, person.pk)} == set(uids) - {uids[1]}


class Misshaping(RenderingHeadquarters):
    """Its small pictures are something else than a small picture of what was asked for."""

    def __init__(self, small):
        super().__init__()
        self.small = small

    def _get(self, path, query):
        answer = super()._get(path, query)
        return (200, {"Content-Type": "image/jpeg"}, self.small) if path[-1] == "rendered" else answer


def cut(jpeg):
    return jpeg[: len(jpeg) // 2]


@pytest.mark.parametrize(
    "small",
    [
        b"",
        b"GIF89a",
        cut(encoded_image(a_fundus(size=900))),
        encoded_image(a_fundus(size=900).copy(0, 0, 900, 600)),
        encoded_image(a_fundus(size=1300)),
    ],
    ids=["empty", "no JPEG", "cut", "of another shape", "larger than the picture"],
)
def test_what_is_no_small_picture_of_it_is_no_preview(store, person, small):
    hq = Misshaping(small)
    hq.held = an_earlier_visit(person, JPEGS).held
    assert look(store, hq, person) == 0
    with store.read() as unit:
        assert previews.of_patient(unit, person.pk) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"ImageLaterality": ""},
        {"StudyDate": ""},
        {"PatientID": "C7-A-99999-9"},
        {"PatientSex": "M"},
        {"NumberOfFrames": 9},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_headquarters_does_not_say_or_says_otherwise_is_not_shown_as_a_preview(store, person, changed):
    hq = an_earlier_visit(person, JPEGS)
    hq.held = {uid: with_(part, **changed) for uid, part in hq.held.items()}
    assert look(store, hq, person) == 0


@pytest.mark.parametrize("changed", [{"PatientID": "C7A-00002-1"}, {"PatientSex": "M"}], ids=["number", "sex"])
def test_a_list_that_names_somebody_elses_visit_brings_no_preview_of_it(store, person, changed):
    hq = an_earlier_visit(person, JPEGS)
    hq.held = {uid: with_(part, **changed) for uid, part in hq.held.items()}
    said = [pydicom.dcmread(io.BytesIO(part)) for part in hq.held.values()]
    places = [Place(str(one.StudyInstanceUID), str(one.SeriesInstanceUID), str(one.SOPInstanceUID)) for one in said]
    assert glimpses.of_places(store, hq.client(), HQ, places, person, NEVER) == 0 and rendered(hq) == []


def with_(part10, **changed):
    data_set = pydicom.dcmread(io.BytesIO(part10))
    for keyword, value in changed.items():
        setattr(data_set, keyword, value)
    out = io.BytesIO()
    data_set.save_as(out)
    return out.getvalue()


def test_on_a_slow_line_everybodys_previews_come_before_the_first_original(store):
    people = [register(store, lakshmi()), register(store, lakshmi(given_name="Sita"))]
    hq = RenderingHeadquarters()
    for patient, one in enumerate(people, start=1):
        hq.held |= an_earlier_visit(one, JPEGS, patient).held
    for is_slow, asked in ((True, ["rendered"] * 4 + ["whole"] * 4), (False, [])):
        service = SyncService(store, hq.client, headquarters="http://127.0.0.1:1/dicom-web", slow_line=is_slow)
        assert service.once().problem == ""
        service.stop(1.0)
        assert rendered(hq) == asked
        hq.requests.clear()


def test_a_headquarters_that_falls_silent_over_a_preview_still_gives_its_originals(store, person):
    class Broken(RenderingHeadquarters):
        def _get(self, path, query):
            return (503, {"Retry-After": "60"}, b"") if path[-1] == "rendered" else super()._get(path, query)

    hq = Broken()
    hq.held = an_earlier_visit(person, JPEGS).held
    service = SyncService(store, hq.client, headquarters="http://127.0.0.1:1/dicom-web", slow_line=True)
    assert service.once().pulled == 2 and rendered(hq)[0] == "rendered"
    service.stop(1.0)
