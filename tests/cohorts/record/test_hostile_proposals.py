"""A proposal.json that somebody spoilt: refused or found wrong, never believed, never a crash."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cohorts.errors import InputError
from cohorts.record.document import as_json, document
from cohorts.record.read import as_document, read_document
from cohorts.record.recompute import check
from cohorts.words import Language
from tests.cohorts.small_round import small


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
OTHERWISE: dict[str, tuple[str, ...]] = {
    "seed": ('"4"', "true", "4.0", "null", "NaN", "1e999", "9223372036854775808", "[4]"),
    "checked": ("1", '"true"', "null"),
    "seconds": ("NaN", "-1", '"1"', "true", "Infinity", "-Infinity"),
    "language": ('"NL"', "0", "null"),
    "effort": ('"endless"', "1", "null"),
    "schema_version": ("true", '"2"', "0", "null"),
    "meaning_version": ("4.0", "true", "0", "null"),
    "gap": ('""', "true", "NaN"),
}
"""Field at the top → values that are none of its own, as they are written."""


@pytest.mark.parametrize(("name", "value"), [(n, v) for n in OTHERWISE for v in OTHERWISE[n]])
def test_a_value_of_another_kind_is_refused_by_name(name: str, value: str, text: str) -> None:
    """``json`` writes NaN and Infinity as they stand here, and reads them too."""
    content = json.loads(text)
    content[name] = "HERE"
    with pytest.raises(InputError, match=r"check\.unreadable") as refused:
        as_document(json.dumps(content).replace('"HERE"', value), "proposal.json")
    assert str(refused.value.problems[0].facts["fault"][Language.EN]).startswith(f"{name}: ")  # type: ignore[index] # in each language


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("settings", "on"), "2026-09-01T00:00:00"),
        (("settings", "keep"), 0),
        (("settings", "groups"), "3"),
        (("settings", "size"), [6, True]),
        (("settings", "pins"), {"p01": "2"}),
        (("not_placed", 0, "since"), 0),
        (("not_placed", 0, "since"), "2026-09-01T00:00:00Z"),
        (("groups", 0, "members", 0), 1),
        (("groups", 0, "number"), "1"),
        (("groups", 0, "findings", 0, "broken"), 0),
        (("groups", 0, "findings", 0, "facts", "value"), True),
        (("groups", 0, "findings", 0, "sentence"), "half \ud800"),
        (("weights", "keep_apart"), False),
    ],
)
def test_a_value_of_another_kind_is_refused_below_too(
    place: tuple[str | int, ...], value: object, text: str
) -> None:
    content = json.loads(text)
    inside = content
    for name in place[:-1]:
        inside = inside[name]
    inside[place[-1]] = value
    with pytest.raises(InputError, match=r"check\.unreadable"):
        as_document(json.dumps(content), "proposal.json")


def test_a_text_for_a_number_hears_what_belongs_there(text: str) -> None:
    content = json.loads(text) | {"seed": "4"}
    with pytest.raises(InputError) as refused:
        as_document(json.dumps(content), "proposal.json")
    told = refused.value.problems[0].facts["fault"]
    assert told[Language.EN] == "seed: a whole number belongs here"  # type: ignore[index] # in each language


@pytest.mark.parametrize(
    "name", ["schema_version", "bound", "gap", "standing", "remarks", "by_hand"]
)
def test_what_is_left_out_is_missed_also_where_nothing_stood(name: str, text: str) -> None:
    content = json.loads(text)
    del content[name]
    with pytest.raises(InputError, match=r"check\.unreadable"):
        as_document(json.dumps(content), "proposal.json")


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
    return f"not_placed[{content['not_placed'].index(one) + 1}].since"


def waited_before(content: Any) -> str:
    """Since a day of which no list tells."""
    one = next(left for left in content["not_placed"] if left["since"])
    one["since"] = "2019-01-01"
    return f"not_placed[{content['not_placed'].index(one) + 1}].since"


def other_numbers(content: Any) -> str:
    """Two groups change numbers, with all that is said of them: only their order is wrong."""
    groups = content["groups"]
    groups[0], groups[2] = groups[2], groups[0]
    for number in (0, 2):
        own, word = groups[number]["number"], f"Groep {number + 1}"
        groups[number]["name"] = groups[number]["name"].replace(f"Groep {own}", word)
        groups[number]["number"] = number + 1
    return "groups[1].number"


def best_without_proof(content: Any) -> str:
    content["status"] = "optimal"
    return "status"


def unchecked(content: Any) -> str:
    content["checked"] = False
    return "checked"


def let_go_twice(content: Any) -> str:
    one = {"breach": "keep_apart", "person": "p00", "reason": "x", "by": "y"}
    content |= {"overrides": [one, {**one, "reason": "z"}], "by_hand": True, "reproducible": False}
    return "overrides[2]"


def found_by_hand(content: Any) -> str:
    """What people moved is what no search finds again."""
    content["by_hand"] = True
    return "reproducible"


def another_of_that_name(content: Any) -> str:
    """Capitals make no other value of people, but somebody else of an id."""
    one = next(f for f in content["groups"][0]["findings"] if f["people"])
    one["people"][0] = one["people"][0].upper()
    where = content["groups"][0]["findings"].index(one) + 1
    return f"groups[1].findings[{where}].people[1]"


BELIEVED_ONCE = (
    *(impossible, excuse_for_nothing, must_of_nobody, waits_for_ever, waited_before),
    *(other_numbers, best_without_proof, unchecked, let_go_twice),
    *(found_by_hand, another_of_that_name),
)


@pytest.mark.parametrize("hand", BELIEVED_ONCE)
def test_what_an_earlier_check_believed_is_found(hand: Any, text: str, tmp_path: Path) -> None:
    given, content = small(), json.loads(text)
    place = hand(content)
    stated = read_document(written(tmp_path, json.dumps(content)))
    report = check(stated, given.people, given.programme, relations=given.relations)
    assert place in {mismatch.place for mismatch in report.mismatches}
