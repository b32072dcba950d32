"""Two ways to one answer: the JSON that is corrected, and the JSON of the file that is corrected."""

from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from support.data_sets import EXPLICIT, IMPLICIT, a_file, an_instance, frames_of

from resources.wire.correctedjson import corrected_json
from resources.wire.corrections import Corrections, corrected
from resources.wire.dataset import read_tree
from resources.wire.dicomjson import json_of

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
EYES = st.none() | st.sampled_from(["", "R", "L", "B"])
TEXTS = st.none() | st.sampled_from(["", "C7A-00042-6", "Devi^Lakshmi", "தேவி^லட்சுமி"])


@settings(max_examples=150, deadline=None)
@given(
    eye=st.sampled_from(["", "R", "L"]),
    series_eye=st.sampled_from(["", "R", "L"]),
    frame_eyes=st.lists(st.sampled_from(["R", "L", None]), max_size=3),
    syntax=st.sampled_from([EXPLICIT, IMPLICIT]),
    wanted=st.fixed_dictionaries(
        {"patient_id": TEXTS, "name": TEXTS, "issuer": TEXTS, "image_laterality": EYES}
        | {"study_uid": st.none() | st.just("2.25.7"), "sex": st.none() | st.sampled_from(["", "F"])}
    ),
)
def test_both_ways_say_the_same(eye, series_eye, frame_eyes, syntax, wanted) -> None:
    ds = an_instance(eye=eye)
    if series_eye:
        ds.Laterality = series_eye
    if frame_eyes:
        ds.PerFrameFunctionalGroupsSequence = frames_of(*frame_eyes)
    if not str(wanted).isascii():
        ds.SpecificCharacterSet = "ISO_IR 192"
    corrections = Corrections(at=AT, **wanted)
    with closing(a_file(ds, syntax)) as stream:
        as_it_came = json_of(read_tree(stream).elements)
        _, pieces = corrected(stream, corrections)
        copy = json_of(read_tree(BytesIO(b"".join(pieces))).elements)
    assert corrected_json(as_it_came, corrections) == copy
