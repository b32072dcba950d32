"""JSON Patch, held to the examples of RFC 6902 Appendix A, and to a property."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problems import Conflict, Invalid
from resources.wire.jsonpatch import applied, check, same

EXAMPLES = [
    ("A.1", {"foo": "bar"}, [{"op": "add", "path": "/baz", "value": "qux"}], {"baz": "qux", "foo": "bar"}),
    ("A.2", {"foo": ["bar", "baz"]}, [{"op": "add", "path": "/foo/1", "value": "qux"}], {"foo": ["bar", "qux", "baz"]}),
    ("A.3", {"baz": "qux", "foo": "bar"}, [{"op": "remove", "path": "/baz"}], {"foo": "bar"}),
    ("A.4", {"foo": ["bar", "qux", "baz"]}, [{"op": "remove", "path": "/foo/1"}], {"foo": ["bar", "baz"]}),
    (
        "A.5",
        {"baz": "qux", "foo": "bar"},
        [{"op": "replace", "path": "/baz", "value": "boo"}],
        {"baz": "boo", "foo": "bar"},
    ),
    (
        "A.6",
        {"foo": {"bar": "baz", "waldo": "fred"}, "qux": {"corge": "grault"}},
        [{"op": "move", "from": "/foo/waldo", "path": "/qux/thud"}],
        {"foo": {"bar": "baz"}, "qux": {"corge": "grault", "thud": "fred"}},
    ),
    ("A.7", {"foo": [1, 2, 3, 4]}, [{"op": "move", "from": "/foo/1", "path": "/foo/3"}], {"foo": [1, 3, 4, 2]}),
    (
        "A.8",
        {"baz": "qux", "foo": ["a", 2]},
        [{"op": "test", "path": "/foo/1", "value": 2}],
        {"baz": "qux", "foo": ["a", 2]},
    ),
    ("A.10", {"foo": "bar"}, [{"op": "add", "path": "/child", "value": {"g": {}}}], {"foo": "bar", "child": {"g": {}}}),
    ("A.11", {"foo": "bar"}, [{"op": "add", "path": "/baz", "value": "qux", "xyz": 123}], {"foo": "bar", "baz": "qux"}),
    ("A.14", {"/": 9, "~1": 10}, [{"op": "test", "path": "/~01", "value": 10}], {"/": 9, "~1": 10}),
    ("A.16", {"foo": ["bar"]}, [{"op": "add", "path": "/foo/-", "value": ["abc"]}], {"foo": ["bar", ["abc"]]}),
    ("copy", {"a": {"b": 1}}, [{"op": "copy", "from": "/a", "path": "/c"}], {"a": {"b": 1}, "c": {"b": 1}}),
    ("whole", {"a": 1}, [{"op": "replace", "path": "", "value": [2]}], [2]),
]


@pytest.mark.parametrize(("name", "document", "patch", "result"), EXAMPLES, ids=[one[0] for one in EXAMPLES])
def test_the_examples_of_the_standard(name, document, patch, result):
    before = json.dumps(document)
    assert applied(document, check(patch)) == result
    assert json.dumps(document) == before


@pytest.mark.parametrize(
    ("document", "step"),
    [
        ({"baz": "qux"}, {"op": "test", "path": "/baz", "value": "bar"}),  # A.9
        ({"foo": "bar"}, {"op": "add", "path": "/baz/bat", "value": "qux"}),  # A.12
        ({"/": 9, "~1": 10}, {"op": "test", "path": "/~01", "value": "10"}),  # A.15
        ({"a": [1]}, {"op": "add", "path": "/a/2", "value": 1}),
        ({"a": [1]}, {"op": "add", "path": "/a/01", "value": 1}),
        ({"a": [1]}, {"op": "remove", "path": "/a/-"}),
        ({"a": [1]}, {"op": "replace", "path": "/b", "value": 1}),
        ({"a": {"b": 1}}, {"op": "move", "from": "/a", "path": "/a/b"}),
        ({"a": 1}, {"op": "test", "path": "/a", "value": True}),
        ({"a": "text"}, {"op": "add", "path": "/a/0", "value": 1}),
    ],
)
def test_what_does_not_apply_is_a_conflict(document, step):
    with pytest.raises(Conflict):
        applied(document, check([step]))


@pytest.mark.parametrize(
    "patch",
    [{}, [1], [{}], [{"op": "jump", "path": ""}], [{"op": "add", "path": "/a"}], [{"op": "remove", "path": "a"}],
     [{"op": "remove", "path": "/~2"}], [{"op": "move", "path": "/a"}], [{"op": "remove", "path": 1}]],
)  # fmt: skip
def test_what_is_no_patch_is_refused(patch):
    with pytest.raises(Invalid):
        check(patch)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.text(max_size=3), json_values, max_size=4), st.text(max_size=4), json_values)
def test_what_is_added_is_there_and_what_is_removed_again_is_not(document, key, value):
    path = "/" + key.replace("~", "~0").replace("/", "~1")
    added = applied(
        document, [{"op": "add", "path": path, "value": value}, {"op": "test", "path": path, "value": value}]
    )
    assert same(added[key], value)
    assert key not in applied(added, [{"op": "remove", "path": path}])
