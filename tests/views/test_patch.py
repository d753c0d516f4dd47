"""Merge patches: RFC 7396's own examples, and that merging a difference always gives the new view."""

from __future__ import annotations

import copy
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game_server.views.patch import diff, merge

KEYS = st.sampled_from(["a", "b", "c", "d"])
LEAVES = st.integers(-2, 2) | st.text("xy", max_size=2)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=4)


@given(DOCUMENTS, DOCUMENTS)
def test_merging_the_difference_gives_the_new_document(old: dict[str, Any], new: dict[str, Any]) -> None:
    before = copy.deepcopy((old, new))
    patch = diff(old, new)
    if patch is None:
        assert old == new
    else:
        assert merge(old, orjson.loads(orjson.dumps(patch))) == new
    assert (old, new) == before, "neither document is changed"


@given(DOCUMENTS)
def test_equal_documents_have_no_difference(document: dict[str, Any]) -> None:
    assert diff(document, copy.deepcopy(document)) is None


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_patches_follow_each_other(one: dict[str, Any], two: dict[str, Any], three: dict[str, Any]) -> None:
    seen = one
    for before, after in ((one, two), (two, three)):
        patch = diff(before, after)
        seen = seen if patch is None else merge(seen, patch)
    assert seen == three


@pytest.mark.parametrize(
    ("old", "new", "patch"),
    [
        ({}, {"a": {}}, {"a": {}}),
        ({"a": {}}, {}, {"a": None}),
        ({"a": {"b": 1}}, {"a": {}}, {"a": {"b": None}}),
        ({"a": {"b": 1, "c": 2}}, {"a": {"c": 2}}, {"a": {"b": None}}),
        ({"a": 1}, {"a": {"b": 1}}, {"a": {"b": 1}}),
        ({"a": [1]}, {"a": {}}, {"a": {}}),
        ({"a": {"b": 1}}, {"a": [{"b": 1}]}, {"a": [{"b": 1}]}),
        ({"a": [1, 2]}, {"a": [1, 2, 3]}, {"a": [1, 2, 3]}),
        ({"a": {"b": 1}, "c": 1}, {"a": {"b": 2}, "c": 1}, {"a": {"b": 2}}),
    ],
)
def test_only_what_differs_is_sent(old: dict[str, Any], new: dict[str, Any], patch: dict[str, Any]) -> None:
    assert diff(old, new) == patch
    assert merge(old, patch) == new


RFC_7396 = [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]),
    ({"a": "b"}, ["c"], ["c"]),
    ({"a": "foo"}, None, None),
    ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]


@pytest.mark.parametrize(("target", "patch", "result"), RFC_7396)
def test_merging_is_as_the_rfc_has_it(target: Any, patch: Any, result: Any) -> None:
    assert merge(target, patch) == result
