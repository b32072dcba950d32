"""Search of ImagingStudy: every parameter, prefix and modifier against brute force, and pages that neither repeat nor skip."""

import random
import threading
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import fhiroracle
from support.fhirclient import DCM, STUDY, a_person, a_study, fhir, ids
from support.restclient import client
from support.stations import FROM_CAMERA, Clock, a_header

from resources.store import filing, patients
from resources.terms import Origin
from resources.wire.fhirsearch import STUDY_PARAMETERS

SYSTEMS = ["http://a.org", "urn:oid:1.2", None]
CODES = ["x", "Y", "y z", "a,b", "c$d"]
PEOPLE = STUDY.replace("ImagingStudy", "Patient")
STARTS = [
    "2016",
    "2016-04",
    "2016-04-16",
    "2016-04-16T10:00:00Z",
    "2016-04-16T10:00:00.250Z",
    "2016-04-17T01:30:00+03:00",
    "2017-01-01",
]
TYPES = {
    "basedon": ["ReferralRequest", "CarePlan", "ProcedureRequest"], "context": ["Encounter", "EpisodeOfCare"],
    "endpoint": ["Endpoint"], "patient": ["Patient"], "performer": ["Practitioner"],
}  # fmt: skip
PREFIXES = ("", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap")
KEYS = {"patient": ["p1", "p2", "nobody"], "endpoint": ["1", "2", "wado-rs"]}
SOP = ["1.2.840.10008.5.1.4.1.1.77.1.5.1", "1.2.840.10008.5.1.4.1.1.77.1.5.4"]


class Dice(random.Random):
    """Draws the parts of a study, each of which may be absent."""

    def coding(self):
        parts = {
            "system": self.choice(SYSTEMS),
            "code": self.choice([*CODES, None]),
            "display": self.choice(["Alpha", "beta", None]),
        }
        return {name: value for name, value in parts.items() if value} or {"code": "x"}

    def identifier(self):
        parts = {
            "system": self.choice(SYSTEMS),
            "value": self.choice(CODES),
            "type": self.choice([None, {"text": "Alpha"}]),
        }
        return {name: value for name, value in parts.items() if value}

    def reference(self, name):
        return {"reference": f"{self.choice(TYPES[name])}/{self.choice('12')}"}

    def maybe(self, value):
        return value if self.random() < 0.5 else None

    def series(self, uid):
        instances = [
            {"uid": f"urn:oid:{uid}.{n}", "sopClass": f"urn:oid:{self.choice(SOP)}"} for n in range(self.randrange(3))
        ]
        whole = {
            "uid": f"urn:oid:{uid}", "modality": self.choice([{"system": DCM, "code": "OP"}, self.coding()]),
            "instance": instances,
            "bodySite": self.maybe(self.coding()), "performer": self.maybe([self.reference("performer")]),
            "endpoint": self.maybe([self.reference("endpoint")]),
        }  # fmt: skip
        return {name: value for name, value in whole.items() if value}

    def study(self, number):
        uid = f"1.2.{number % 5}.{number}"
        return a_study(
            uid, patient=self.choice(["p1", "p2"]),
            series=[self.series(f"{uid}.{n}") for n in range(self.randrange(3))] or None,
            started=self.maybe(self.choice(STARTS)), accession=self.maybe(self.identifier()),
            language=self.maybe(self.choice(["en", "hi"])),
            identifier=self.maybe([self.identifier() for _ in range(self.randint(1, 2))]),
            context=self.maybe(self.reference("context")),
            basedOn=self.maybe([self.reference("basedon")]), endpoint=self.maybe([self.reference("endpoint")]),
            reason=self.maybe({"coding": [self.coding()], "text": "Alphabet"}),
        )  # fmt: skip


def from_a_camera(store, number):
    """A study that no client has stated, with a picture; the number on it may be ours or not."""
    with store.read() as unit:
        own = patients.find(unit, "p1").number
    header = a_header(
        patient_id=own if number % 2 else "strange", study=900 + number, eye="R" if number % 3 else "", study_date="20160416",
        study_time="100000.5", accession_number="x" if number % 2 else "", study_id="y z",
    )  # fmt: skip
    blob = store.vault.admit(f"picture {number}".encode())
    with store.write(Origin.CAMERA) as unit:
        filing.file_instance(unit, header, blob, FROM_CAMERA)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Forty studies, the client, and the resources as they are shown."""
    clock = Clock()
    with fhir(tmp_path_factory.mktemp("search"), clock=clock) as (http, store):
        a_person(store, "p1", given_name="p1", identifiers=({"system": SYSTEMS[0], "value": "x"}, {"value": "a,b"}))
        a_person(store, "p2", given_name="p2", identifiers=({"system": SYSTEMS[1], "value": "Y"},))
        dice = Dice(4)
        for number in range(32):
            clock.forward(0.0007 + dice.random() * 5000)
            answer = http.post(STUDY, json=dice.study(number))
            assert answer.status_code == 201, answer.text
        for number in range(8):
            from_a_camera(store, number)
        shown = [one["resource"] for one in http.get(f"{STUDY}?_count=200").json()["entry"]]
        assert len(shown) == 40
        yield http, shown, clock


def escaped(text):
    return "".join(f"\\{char}" if char in "\\,|$" else char for char in text)


def token():
    one = st.sampled_from([*CODES, "OP", "op", "en", "nothing"])
    code = one.map(lambda text: (text, escaped(text)))
    system = st.sampled_from([*SYSTEMS[:2], DCM, ""]).map(lambda text: (text, escaped(text)))
    both = st.tuples(system, code).map(lambda pair: (f"{pair[0][0]}|{pair[1][0]}", f"{pair[0][1]}|{pair[1][1]}"))
    return st.one_of(code, both, system.filter(lambda pair: pair[0]).map(lambda pair: (pair[0] + "|", pair[1] + "|")))


def plain(values):
    return st.sampled_from(values).map(lambda text: (text, escaped(text)))


def value_of(name, modifier, shown):  # noqa: PLR0911  # one kind of value after the other
    kind = STUDY_PARAMETERS[name]
    if modifier == "missing":
        return plain(["true", "false"])
    if modifier == "text":
        return plain(["alph", "Beta", "t"])
    if name == "_id":
        return plain([*(one["id"] for one in shown[:5]), "nobody"])
    if kind == "token":
        return token()
    if kind == "reference":
        keys = KEYS.get(name, ["1", "2", "3"])
        return plain([*keys, *(f"{type_}/{key}" for type_ in TYPES[name] for key in keys)])
    if kind == "uri":
        uids = [uid for one in shown for uid in fhiroracle.elements(one, fhiroracle.URIS[name])]
        some = [
            *random.Random(1).sample(uids, min(12, len(uids))),
            "1.2",
            "1.2.3",
            "1.2.1.1",
            SOP[0],
            "1.2.840.10008.5",
        ]
        return plain(sorted({*some, *(uid.removeprefix("urn:oid:") for uid in some)}))
    prefixes = st.sampled_from(PREFIXES)
    return st.tuples(prefixes, moment_of(name, shown)).map(lambda pair: (pair[0] + pair[1][0], pair[0] + pair[1][1]))


def moment_of(name, shown):
    """A date or a time, without a prefix."""
    if name == "started":
        return plain(STARTS)
    return plain(sorted({one["meta"]["lastUpdated"] for one in shown} | {"2026-11-21", "2026"}))


def parameters(shown):
    modifiers = {"token": ["", "", "not", "text", "missing"], "uri": ["", "", "below", "above", "missing"],
                 "reference": ["", "", "", "missing"], "date": ["", "", "", "missing"]}  # fmt: skip
    names = st.sampled_from(sorted(set(STUDY_PARAMETERS) - {"patient.identifier"}))
    with_modifier = names.flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(modifiers[STUDY_PARAMETERS[name]]))
    )

    def whole(pair):
        most = 1 if pair[1] == "missing" else 3
        return st.tuples(st.just(pair), st.lists(value_of(*pair, shown), min_size=1, max_size=most))

    return st.lists(with_modifier.flatmap(whole), min_size=1, max_size=2)


def test_each_parameter_prefix_and_modifier_agrees_with_brute_force(filled):
    http, shown, clock = filled
    sizes = []

    @settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(parameters(shown))
    def agrees(asked):
        query = "&".join(
            f"{name}{':' * bool(modifier)}{modifier}={quote(','.join(text for _, text in values))}"
            for (name, modifier), values in asked
        )
        answer = quick.get(f"{STUDY}?{query}&_count=200")
        assert answer.status_code == 200, (query, answer.text)
        wanted = [
            one["id"]
            for one in shown
            if all(
                fhiroracle.fits(one, name, modifier, [value for value, _ in values], clock.now)
                for (name, modifier), values in asked
            )
        ]
        assert ids(answer.json()) == wanted, query
        assert answer.json()["total"] == len(wanted)
        sizes.append(len(wanted))

    with client(str(http.base_url)) as quick:  # what each answer looks like is seen elsewhere
        agrees()
    assert sum(0 < size < 40 for size in sizes) > 200  # neither all nor nothing, so that it means something


MODIFIERS = {
    "token": ("", "not", "text", "missing"), "uri": ("", "below", "above", "missing"), "reference": ("", "missing"),
    "date": ("", "missing"),
}  # fmt: skip


def kinds():
    """Every parameter with every modifier, and those of dates with every prefix."""
    for name, kind in STUDY_PARAMETERS.items():
        for modifier in MODIFIERS[kind]:
            dated = kind == "date" and not modifier
            yield from ((name, modifier, prefix) for prefix in (PREFIXES if dated else ("",)))


@pytest.mark.parametrize(("name", "modifier", "prefix"), list(kinds()))
def test_no_parameter_modifier_or_prefix_is_passed_over(filled, name, modifier, prefix):
    http, shown, clock = filled
    if name == "patient.identifier":
        people = {one["resource"]["id"]: one["resource"] for one in http.get(PEOPLE).json()["entry"]}
        shown = [one | {"identifiers": identifiers_of(one, people)} for one in shown]

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(
        st.lists(
            moment_of(name, shown) if prefix else value_of(name, modifier, shown),
            min_size=1,
            max_size=1 if modifier == "missing" else 3,
        )
    )
    def agrees(values):
        query = f"{name}{':' * bool(modifier)}{modifier}={quote(','.join(prefix + text for _, text in values))}"
        answer = quick.get(f"{STUDY}?{query}&_count=200")
        assert answer.status_code == 200, (query, answer.text)
        asked = [prefix + text for text, _ in values]
        wanted = [one["id"] for one in shown if fhiroracle.fits(one, name, modifier, asked, clock.now)]
        assert ids(answer.json()) == wanted, query

    with client(str(http.base_url)) as quick:  # what each answer looks like is seen elsewhere
        agrees()


def identifiers_of(study, people):
    """Those of the person whose study it is."""
    key = study["patient"].get("reference", "").rpartition("/")[2]
    return people[key]["identifier"] if key in people else []


@pytest.mark.parametrize(
    "query",
    [
        "started=x", "started=gt", "started=2016-13", "started=zz2016", "modality:below=OP", "started:not=2016",
        "modality=|", "_id=a|b|c",
        "patient:missing=x", "_summary=x", "_count=-1", "_count=x", "_cursor=x", "modality=,", "uid:text=1",
        "started=2016-02-30",
    ],
)  # fmt: skip
def test_a_value_that_means_nothing_is_400(filled, query):
    assert filled[0].get(f"{STUDY}?{query}").status_code == 400


def test_an_unknown_parameter_is_left_out_unless_the_caller_is_strict(filled):
    http = filled[0]
    page = http.get(f"{STUDY}?nonsense=1&modality=OP").json()
    assert [one["search"]["mode"] for one in page["entry"]].count("outcome") == 1
    assert "nonsense" not in page["link"][0]["url"]
    for query in ("nonsense=1", "_sort=nonsense", "_include=nonsense"):
        assert http.get(f"{STUDY}?{query}").status_code == 200
        assert http.get(f"{STUDY}?{query}", headers={"Prefer": "handling=strict"}).status_code == 400


def test_by_get_by_post_and_by_absolute_reference_it_is_the_same(filled):
    http = filled[0]
    wanted = ids(http.get(f"{STUDY}?patient=p1&modality=OP").json())
    assert wanted
    assert ids(http.post(f"{STUDY}/_search", data={"patient": "Patient/p1", "modality": "OP"}).json()) == wanted
    assert ids(http.post(f"{STUDY}/_search?patient=p1", data={"modality": "OP"}).json()) == wanted
    assert ids(http.post(f"{STUDY}/_search?patient=p1&modality=OP", json={}).json()) == wanted
    own = f"{http.base_url}/organizations/default/fhir/3/Patient/p1"
    assert ids(http.get(STUDY, params={"patient": own, "modality": "OP"}).json()) == wanted
    assert ids(http.get(STUDY, params={"patient:Patient": "p1", "modality": "OP"}).json()) == wanted
    assert ids(http.get(STUDY, params={"patient": "http://elsewhere.org/Patient/p1"}).json()) == []
    assert http.post(f"{STUDY}/_search", content=b"<x/>", headers={"Content-Type": "text/xml"}).status_code == 415


def test_the_number_on_the_card_finds_the_studies(filled):
    http, shown, _ = filled
    number = http.get("/organizations/default/fhir/3/Patient/p1").json()["identifier"][0]["value"]
    wanted = [one["id"] for one in shown if one["patient"].get("reference") == "Patient/p1"]
    for query in (
        f"patient.identifier={number}",
        f"patient.identifier=urn:eyecamp:number|{number}",
        f"patient={number}",
    ):
        assert ids(http.get(f"{STUDY}?{query}&_count=99").json()) == wanted


def test_included_are_the_people_and_the_endpoint_once_each(filled):
    http = filled[0]
    page = http.get(f"{STUDY}?_count=99&_include=ImagingStudy:patient&_include=ImagingStudy:endpoint").json()
    assert sorted(ids(page, "include")) == ["p1", "p2", "wado-rs"]
    assert page["total"] == 40


@pytest.mark.parametrize(
    "sort", ["", "_lastUpdated", "-_lastUpdated", "started", "-started,_id", "_id", "-study", "started,-_lastUpdated"]
)
@pytest.mark.parametrize("count", [1, 7, 39, 40, 99])
def test_pages_together_are_the_whole_in_order(filled, sort, count):
    http, shown, _ = filled
    seen, url = [], f"{STUDY}?_count={count}" + (f"&_sort={sort}" if sort else "")
    while url:
        page = http.get(url).json()
        assert page["total"] == 40
        seen += ids(page)
        url = next((link["url"] for link in page["link"] if link["relation"] == "next"), None)
    assert sorted(seen) == sorted(one["id"] for one in shown)
    if sort == "-_lastUpdated":
        changed = {one["id"]: one["meta"]["lastUpdated"] for one in shown}
        assert [changed[key] for key in seen] == sorted(changed.values(), reverse=True)
    if sort == "started,-_lastUpdated":
        stated = [next((one.get("started") for one in shown if one["id"] == key), None) for key in seen]
        starts = [fhiroracle.stretch(text)[0] for text in stated if text]
        assert stated[: stated.count(None)] == [None] * stated.count(None)
        assert starts == sorted(starts)


def test_a_cursor_is_good_for_its_own_search_only(filled):
    http = filled[0]
    page = http.get(f"{STUDY}?_count=5&modality=OP").json()
    cursor = next(link["url"] for link in page["link"] if link["relation"] == "next").partition("_cursor=")[2]
    assert http.get(f"{STUDY}?_count=5&modality=OP&_cursor={cursor}").status_code == 200
    for other in (
        f"_count=5&_cursor={cursor}",
        f"_count=5&modality=OP&_cursor={cursor[:-3]}",
        "_cursor=WzFd",
        "_cursor=bnVsbA",
    ):
        assert http.get(f"{STUDY}?{other}").status_code == 400


@pytest.mark.parametrize("sort", ["", "&_sort=-_lastUpdated", "&_sort=started"])
def test_what_is_inserted_meanwhile_neither_repeats_nor_hides_anything(tmp_path, sort):
    clock = Clock()
    with fhir(tmp_path, clock=clock) as (http, store):
        a_person(store)

        def made(number):
            clock.forward(1)
            return http.post(STUDY, json=a_study(f"1.2.{number}", started=f"20{number % 20 + 10}")).json()["id"]

        before = [made(number) for number in range(30)]
        stop = threading.Event()

        def insert():
            with client(str(http.base_url)) as own:
                for number in range(1000, 1400):
                    if stop.is_set():
                        return
                    clock.forward(1)
                    own.post(STUDY, json=a_study(f"1.2.{number}", started=f"20{number % 20 + 10}"))

        threads = [threading.Thread(target=insert)]
        for thread in threads:
            thread.start()
        seen, url = [], f"{STUDY}?_count=3{sort}"
        while url and len(seen) < 300:
            page = http.get(url).json()
            seen += ids(page)
            url = next((link["url"] for link in page["link"] if link["relation"] == "next"), None)
        stop.set()
        for thread in threads:
            thread.join()
    assert len(set(seen)) == len(seen)
    assert set(before) <= set(seen)
