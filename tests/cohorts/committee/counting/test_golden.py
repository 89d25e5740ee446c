"""Small elections whose winners were published: golden/<rule>.toml, each with its source.

``ballots``: as :mod:`tests.cohorts.committee.elections` reads them, with ``3*`` before one that
three cast. ``winners``: every set of people that may be chosen, if equals are drawn. ``set``: what
is set of the rule. ``order``: in which they are chosen. ``parties``: how many of each list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cohorts.committee.counting import counting_rules
from cohorts.committee.counting.count import count
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.votes import Asked, Election
from tests.cohorts.committee.elections import approvals, orders

GOLDEN = Path(__file__).parent / "golden"
SEEDS = range(4)


def published() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted(GOLDEN.glob("*.toml")):
        for entry in tomllib.loads(file.read_text("utf-8"))["elections"]:
            yield file.stem, entry


def as_cast(entry: dict[str, Any], rule: CountingRule) -> Election:
    """The ballots of an entry, each as often as it was cast."""
    split = [ballot.rpartition("*") for ballot in entry["ballots"]]
    names = [names for _, _, names in split]
    candidates = entry.get("candidates") or "".join(sorted({*"".join(names)} - {">"}))
    read = approvals if Asked.YES in rule.ASKS else orders
    election = read(candidates, *names)
    times = [int(times or 1) for times, _, _ in split]
    each = zip(election.ballots, times, strict=True)
    return election.of(tuple(replace(ballot, times=n) for ballot, n in each))


@pytest.mark.parametrize(("name", "entry"), list(published()))
def test_who_wins_is_who_was_published(name: str, entry: dict[str, Any]) -> None:
    rule = counting_rules()[name](**entry.get("set", {}))
    election = as_cast(entry, rule)
    for seed in SEEDS:
        found = count(election, rule, entry["seats"], seed=seed)
        if "winners" in entry:
            assert "".join(sorted(found.chosen)) in entry["winners"]
            decisive = any(drawn.decisive for drawn in found.drawn)
            assert decisive == (len(entry["winners"]) > 1)
        for party, seats in entry.get("parties", {}).items():
            assert len({*party} & {*found.chosen}) == seats
        assert "".join(found.chosen).startswith(entry.get("order", ""))


def test_every_entry_says_where_it_is_from() -> None:
    assert all(entry["source"] for _, entry in published())
