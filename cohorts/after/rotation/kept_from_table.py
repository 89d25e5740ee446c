"""Who may not, or would rather not, share a table: by the rules of the programme.

A wish counts as if the two had met already: they share a table where all else is worse, and then
it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair
from cohorts.round.round import Round
from cohorts.rules.rule import Rule


@dataclass(frozen=True)
class KeptFromTable:
    """``musts``, ``wishes``: key of the rule → its pairs; a pair that must is no wish."""

    musts: Mapping[str, frozenset[Pair]]
    wishes: Mapping[str, frozenset[Pair]]

    @cached_property
    def apart(self) -> frozenset[Pair]:
        """Every pair that never shares a table."""
        return _all(self.musts)

    @cached_property
    def rather_apart(self) -> frozenset[Pair]:
        """Every pair that would rather not."""
        return _all(self.wishes)


def kept_from_table(rules: Iterable[Rule], round_: Round) -> KeptFromTable:
    """What the rules in force say of the people of a round."""
    musts: dict[str, frozenset[Pair]] = {}
    wishes: dict[str, frozenset[Pair]] = {}
    for rule in rules:
        musts[rule.key] = frozenset(rule.musts_apart(round_))
        wishes[rule.key] = frozenset(rule.pairs_apart(round_)) - musts[rule.key]
    every = _all(musts)
    return KeptFromTable(
        {key: pairs for key, pairs in musts.items() if pairs},
        {key: pairs - every for key, pairs in wishes.items() if pairs - every},
    )


def _all(by_rule: Mapping[str, frozenset[Pair]]) -> frozenset[Pair]:
    return frozenset[Pair]().union(*by_rule.values())


def rows_of(pairs: Iterable[Pair], rows: Mapping[ApplicantId, int]) -> list[tuple[int, int]]:
    """The pairs as rows, in order, the smaller first."""
    return sorted((min(rows[a], rows[b]), max(rows[a], rows[b])) for a, b in pairs)
