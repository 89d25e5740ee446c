"""From the inputs of an earlier release come the same groups, unless a mended fault explains it."""

from __future__ import annotations

import tomllib

import pytest

from cohorts.composing.compose import compose
from cohorts.errors import NoCompositionError
from cohorts.reports.groups_csv import groups_csv
from tests.releases.rounds import HERE, Kept, kept_rounds

DIFFERENCES: dict[str, str] = tomllib.loads((HERE / "differences.toml").read_text("utf-8"))[
    "differences"
]
ALL = tuple(kept_rounds())
QUICK = [one for one in ALL if not one.told.get("slow") and one.told["recompose"]]
"""The rest is composed by ``python -m benchmarks.golden``; a time limit gives no groups twice."""


def composed_now(kept: Kept) -> str:
    """Its ``groups.csv``, composed from what was given then; empty where nothing can be."""
    people, effort = kept.applicants, kept.options["effort"]
    try:
        return groups_csv(compose(people, kept.programme, effort=effort, **kept.given(people)))
    except NoCompositionError:
        return ""


@pytest.mark.long
@pytest.mark.parametrize("kept", QUICK, ids=str)
def test_the_same_inputs_give_the_same_groups(kept: Kept) -> None:
    same = composed_now(kept) == kept.composed.read_text("utf-8")
    assert same == (str(kept) not in DIFFERENCES)


def test_the_rounds_are_all_there() -> None:
    """96 of release 0.1.0, of which three are slow and one was cut short by a time limit."""
    first = [one for one in ALL if str(one).startswith("0.1.0/")]
    assert len(first) == 96
    assert sum(bool(one.told.get("slow")) for one in first) == 3
    assert sum(not one.told["recompose"] for one in first) == 1


def test_every_difference_names_a_round_and_a_reason() -> None:
    assert DIFFERENCES.keys() <= {str(one) for one in ALL}
    assert all(reason.strip() for reason in DIFFERENCES.values())


def test_they_stay_small_enough_to_keep() -> None:
    sizes = [file.stat().st_size for file in HERE.rglob("*") if file.is_file()]
    assert max(sizes) < 900_000
    assert sum(sizes) < 5_000_000
