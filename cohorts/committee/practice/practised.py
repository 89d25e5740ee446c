"""Practice ballots counted by each rule that fits them, once whole and once cut short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cohorts.committee.counting import counting_rules
from cohorts.committee.counting.count import count, who
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.votes import Asked, Ballot, Election, Silence
from cohorts.errors import InputError, Problem


@dataclass(frozen=True)
class Practised:
    """``chosen``: empty where the rule cannot count these, and ``problems`` say why.

    ``by_lot``: a lot settled a place. ``cut``: who is chosen where some stopped half-way; None: the
    rule cannot count those.
    """

    rule: CountingRule
    chosen: frozenset[str] = frozenset()
    by_lot: bool = False
    cut: frozenset[str] | None = None
    problems: tuple[Problem, ...] = ()


def fitting(asked: Asked, now: CountingRule, settings: Mapping[str, Any]) -> list[CountingRule]:
    """Every rule for such ballots, ``now`` first; a limit on yes holds for all of them.

    Not those that ask more than a ballot of a kept stage holds.
    """
    limit = {"most": settings["most"]} if settings.get("most") else {}
    kinds = (
        kind
        for kind in counting_rules().values()
        if asked in kind.ASKS and not kind.ASKS_DOUBTS and kind is not type(now)
    )
    return [now, *(kind.model_validate(limit) for kind in kinds)]


def practised(
    election: Election, rules: Iterable[CountingRule], seats: int, seed: int
) -> tuple[Practised, ...]:
    """In the order of the rules."""
    cut = cut_short(election)
    return tuple(_practised(election, cut, rule, seats, seed) for rule in rules)


def _practised(
    election: Election, cut: Election, rule: CountingRule, seats: int, seed: int
) -> Practised:
    try:
        found = count(election, rule, seats, seed=seed)
    except InputError as error:
        return Practised(rule, problems=error.problems)
    by_lot = bool(found.real_ties)
    try:
        then = who(cut, rule, seats, seed=seed)
    except InputError:
        return Practised(rule, frozenset(found.chosen), by_lot)
    return Practised(rule, frozenset(found.chosen), by_lot, then)


def stopped(election: Election) -> int:
    """How many stop half-way: one in three."""
    return max(len(election.ballots) // 3, 1)


def cut_short(election: Election) -> Election:
    """The first of the voters judge the first half, and do not come to the rest."""
    late = election.candidates[-(-len(election.candidates) // 2) :]
    number = stopped(election)
    cut = (_without(ballot, late) for ballot in election.ballots[:number])
    return election.of((*cut, *election.ballots[number:]))


def _without(ballot: Ballot, late: Sequence[str]) -> Ballot:
    silent = dict.fromkeys(late, Silence.NOT_JUDGED)
    doubts = {c: place for c, place in ballot.doubts.items() if c not in silent}
    return replace(ballot, said={**ballot.said, **silent}, doubts=doubts)
