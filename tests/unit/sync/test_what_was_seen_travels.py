"""HZ-09: how an opinion was made goes to headquarters with it, and comes back with one that another station signed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from support.grading import RIGHT, icdr

from resources.store.opinions import OpinionRow, Said
from resources.terms import Origin
from resources.wire.fhir import OURS
from sync import fhirmap, readings
from sync.fhirmap import Edition

pytestmark = pytest.mark.hazard("HZ-09")
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
UUID = "4b1d9d7e-8f0a-4a51-9d6a-0d5a0f6f1c11"
SAID = Said(RIGHT, icdr("0"), "1.2.3", screen_check="none")


def sent(said, type_="Observation", edition=Edition.R4):
    row = OpinionRow(UUID, date(2026, 11, 21), said, Origin.PERSON, "Anjali Kumari", False, NOW)
    return fhirmap.opinion(row, type_, edition, {"reference": "Patient/1"})


@pytest.mark.parametrize("type_", ["Observation", "DiagnosticReport"])
@pytest.mark.parametrize("edition", list(Edition))
def test_the_scale_and_the_preview_are_said_and_a_preview_is_understood(type_, edition):
    shown = sent(replace(SAID, is_preview=True, zoom=0.21), type_, edition)
    fields = fhirmap.fields(shown)
    assert (fields[f"{OURS}zoom"], fields[f"{OURS}preview"]) == ("0.210", True)
    assert readings.reading_of(shown, {}).is_preview


def test_of_an_original_nothing_is_said_but_its_scale_and_of_one_from_before_not_even_that():
    assert f"{OURS}preview" not in fhirmap.fields(sent(SAID)) and f"{OURS}zoom" not in fhirmap.fields(sent(SAID))
    assert fhirmap.fields(sent(replace(SAID, zoom=1.0)))[f"{OURS}zoom"] == "1.000"
    assert not readings.reading_of(sent(SAID), {}).is_preview


def test_a_result_that_was_heard_before_previews_were_told_apart_is_still_the_same_one():
    reading = readings.reading_of(sent(SAID), {})
    assert reading.digest == readings.Reading.read(reading.text).digest == "eee1edc7966d8a2b0fe5bf527b0abd77"
    assert reading.digest != replace(reading, is_preview=True).digest
