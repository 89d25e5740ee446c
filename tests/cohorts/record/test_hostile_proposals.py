"""A proposal.json that somebody spoilt: refused or found wrong, never believed, never a crash."""

from __future__ import annotations

import copy
import json
import math
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cohorts.errors import InputError
from cohorts.record.document import as_json, document
from cohorts.record.read import read_document
from cohorts.record.recompute import check
from cohorts.words import Language
from tests.cohorts.small_round import small

Path_ = tuple[str | int, ...]
ODD = [math.nan, math.inf, -1, 10**30, "x", "", None, [], {}, True, 1.5, [[]], {"a": 1}]
FREE = {"status", "bound", "gap", "effort", "versions", "checked", "reproducible", "seconds"}
"""What the checker does not recompute, or says so."""


@pytest.fixture(scope="module")
def text() -> str:
    return as_json(document(small().proposal, Language.NL))


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "proposal.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda _: "null",
        lambda _: "NaN",
        lambda _: "[]",
        lambda _: "[" * 100_000,
        lambda _: '{"seed": ' + "9" * 5000 + "}",
        lambda text: text + "x",
        lambda text: text + text,
        lambda text: text.encode("utf-16"),
        lambda text: text.replace('"seed": ', '"seed": 5, "seed": ', 1),
        lambda text: text.replace('"groups": [', '"groups": [], "groups": [', 1),
        lambda text: text.replace('"quality": ', '"quality": 1, "quality": ', 1),
    ],
)
def test_files_that_are_no_proposal(spoil: Any, text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"check\.unreadable"):
        read_document(written(tmp_path, spoil(text)))


def deep(content: Any) -> None:
    """A fact with lists in lists, more than can be written again."""
    nested: Any = []
    for _ in range(500):
        nested = [nested]
    content["groups"][0]["findings"][0]["facts"]["value"] = nested


def pinned_nowhere(content: Any) -> None:
    content["settings"]["pins"] = {"p01": 0}


def pinned_far_away(content: Any) -> None:
    content["settings"]["pins"] = {"p01": 10**30}


def odd_setting(content: Any) -> None:
    content["settings"]["weather"] = "fine"


def table_as_fact(content: Any) -> None:
    content["groups"][0]["findings"][0]["facts"]["value"] = {"a": 1}


def deep_programme(content: Any) -> None:
    """Conditions in conditions."""
    condition: Any = {"condition": "company_age", "least": 1}
    for _ in range(30):
        condition = {"condition": "any_of", "either": [condition]}
    content["frozen_programme"]["conditions"] = [condition]


REFUSED = (
    deep, pinned_nowhere, pinned_far_away, odd_setting, table_as_fact, deep_programme,
)  # fmt: skip


@pytest.mark.parametrize("hand", REFUSED)
def test_values_that_mean_nothing_are_refused(hand: Any, text: str, tmp_path: Path) -> None:
    content = json.loads(text)
    hand(content)
    with pytest.raises(InputError, match=r"check\.unreadable"):
        read_document(written(tmp_path, json.dumps(content)))


def impossible(content: Any) -> str:
    """It has groups, so it cannot be."""
    content["status"] = "infeasible"
    return "status"


def excuse_for_nothing(content: Any) -> str:
    content["overrides"] = [{"breach": "keep_apart", "person": "p00", "reason": "x", "by": "y"}]
    return "overrides[1]"


def must_of_nobody(content: Any) -> str:
    """A price without a value, for a term that is not there."""
    content["weights"]["no_such_must"] = None
    return "weights.no_such_must"


def waits_for_ever(content: Any) -> str:
    """Since a day that is still to come."""
    one = next(left for left in content["not_placed"] if left["since"])
    one["since"] = "9999-12-31"
    return f"not_placed.{one['id']}.since"


def other_numbers(content: Any) -> str:
    """Two groups change numbers, with all that is said of them: only their order is wrong."""
    groups = content["groups"]
    groups[0], groups[2] = groups[2], groups[0]
    for number in (0, 2):
        own, word = groups[number]["number"], f"Groep {number + 1}"
        groups[number]["name"] = groups[number]["name"].replace(f"Groep {own}", word)
        groups[number]["number"] = number + 1
    return "groups[1].number"


BELIEVED_ONCE = (impossible, excuse_for_nothing, must_of_nobody, waits_for_ever, other_numbers)


@pytest.mark.parametrize("hand", BELIEVED_ONCE)
def test_what_an_earlier_check_believed_is_found(hand: Any, text: str, tmp_path: Path) -> None:
    given, content = small(), json.loads(text)
    place = hand(content)
    stated = read_document(written(tmp_path, json.dumps(content)))
    report = check(stated, given.people, given.programme, relations=given.relations)
    assert place in {mismatch.place for mismatch in report.mismatches}


def paths(content: Any, here: Path_ = ()) -> Iterator[Path_]:
    yield here
    inside: Any = ()
    if isinstance(content, dict | list):
        inside = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in inside:
        yield from paths(value, (*here, key))


def replaced(content: Any, path: Path_, value: Any) -> tuple[Any, Any]:
    """The content with ``value`` at ``path``, and what stood there."""
    content = copy.deepcopy(content)
    inside = content
    for key in path[:-1]:
        inside = inside[key]
    before, inside[path[-1]] = inside[path[-1]], value
    return content, before


def test_odd_values_anywhere_are_refused_or_found(text: str, tmp_path: Path) -> None:
    given, draw = small(), random.Random(1)
    content = json.loads(text)
    tried = 0
    for path in draw.sample([p for p in paths(content) if p and p[0] not in FREE], 80):
        spoilt, before = replaced(content, path, draw.choice(ODD))
        if spoilt == content and type(before) is not bool:
            continue
        tried += 1
        try:
            stated = read_document(written(tmp_path, json.dumps(spoilt)))
            report = check(stated, given.people, given.programme, relations=given.relations)
        except InputError:
            continue
        assert not report.holds, path
    assert tried > 60
