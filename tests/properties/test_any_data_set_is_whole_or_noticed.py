"""Data sets of any shape: read the same in any portions, and never taken for whole when cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.dataset import Dataset
from support.data_sets import BIG, EXPLICIT, IMPLICIT, an_instance, encoded

from resources.problems import Problem
from resources.wire.dicom import DataSetReader

leaves = st.one_of(
    st.tuples(st.sampled_from(["LO", "SH", "UT", "CS"]), st.text("ABC 123", max_size=16)),
    st.tuples(
        st.sampled_from(["OB", "UN"]), st.binary(max_size=300).map(lambda value: value + b"\0" * (len(value) % 2))
    ),
    st.tuples(st.just("US"), st.integers(0, 65535)),
)


def item_of(content: list[tuple[str, object]]) -> Dataset:
    item = Dataset()
    for number, (vr, value) in enumerate(content):
        item.add_new((0x0009, 0x1000 + number), vr, value)
    return item


items = st.recursive(
    st.lists(leaves, max_size=4).map(item_of),
    lambda inner: st.lists(inner, max_size=3).map(lambda found: item_of([("SQ", found)])),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(
    inner=st.lists(items, max_size=3),
    syntax=st.sampled_from([EXPLICIT, IMPLICIT, BIG]),
    undefined=st.booleans(),
    steps=st.lists(st.integers(1, 200), min_size=1, max_size=5),
    where=st.floats(0, 1, exclude_max=True),
)
def test_any_data_set_is_read_in_any_portions_and_no_cut_of_it_is_whole(inner, syntax, undefined, steps, where):
    ds = an_instance(eye="L")
    ds.add_new((0x0009, 0x1001), "SQ", inner)
    ds.add_new((0x0009, 0x0010), "LO", "A CREATOR")
    data = encoded(ds, syntax, undefined=undefined)
    whole = DataSetReader(syntax)
    whole.feed(data)

    portions, at = DataSetReader(syntax), 0
    while at < len(data):
        step = steps[at % len(steps)]
        portions.feed(memoryview(data)[at : at + step])
        at += step
    cut = DataSetReader(syntax)
    cut.feed(data[: int(where * len(data))])

    assert portions.close() == whole.close()
    with pytest.raises(Problem):
        cut.close()
