"""Two joined records say so on every surface that shows a person, stay what they were, and are found under either (HZ-18)."""

from pathlib import Path
from typing import Any

import pytest
from support.restclient import web
from support.stations import lakshmi

from resources.store import links, patients
from resources.terms import Origin

pytestmark = pytest.mark.hazard("HZ-18")


def test_both_surfaces_refer_from_one_record_to_the_other_until_they_are_parted(tmp_path: Path) -> None:
    with web(tmp_path) as (http, store):
        with store.write(Origin.PERSON, "Grace Mwangi") as unit:
            a, b = (patients.register(unit, lakshmi(given_name=name)) for name in ("Lakshmi", "Laxmi"))
        before = {row.uuid: shown(http, row) for row in (a, b)}
        with store.write(Origin.PERSON, "Grace Mwangi") as unit:
            link = links.join(unit, b.uuid, a.uuid)

        fhir, rest = shown(http, b)
        assert fhir["link"] == [{"other": {"reference": f"Patient/{a.uuid}"}, "type": "refer"}]
        assert rest["link"] == [{"other": {"reference": f"patients/{a.public_id}"}, "type": "refer"}]
        fhir, rest = shown(http, a)
        assert fhir["link"] == [{"other": {"reference": f"Patient/{b.uuid}"}, "type": "seealso"}]
        assert rest["link"][0]["type"] == "seealso"
        found = http.get("/fhir/Patient", params={"family": "Devi"}).json()
        assert {one["resource"]["id"]: one["resource"]["link"][0]["type"] for one in found["entry"]} == {
            a.uuid: "seealso",
            b.uuid: "refer",
        }
        with store.write(Origin.PERSON, "Grace Mwangi") as unit:
            links.part(unit, link.uuid)

        for row in (a, b):
            assert [without_version(one) for one in shown(http, row)] == [
                without_version(one) for one in before[row.uuid]
            ]
            assert shown(http, row)[0]["meta"]["versionId"] == "3"


def shown(http: Any, row: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """As FHIR and as seed 000 give them."""
    return http.get(f"/fhir/Patient/{row.uuid}").json(), http.get(f"/api/patients/{row.public_id}").json()


def without_version(resource: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in resource.items() if key != "meta"}
