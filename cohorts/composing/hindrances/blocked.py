"""What stands in the way in every group, one by one, where no set of causes is known to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from cohorts.composing.demands import Asked
from cohorts.composing.proposal import Hindrance
from cohorts.people.applicant import Applicant
from cohorts.round.composition import Composition
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from solver.choices import with_cheapest_choices
from solver.grouping import Grouping


def none_open(asked: Asked, round_: Round) -> Iterator[Hindrance]:
    """Why there is no group at all: what breaks with all in one, where so many may sit in one."""
    groups = tuple(range(1, round_.groups + 1))
    yield Hindrance("none_open", groups)
    if round_.n > round_.largest:
        return
    seats = np.zeros(round_.n, dtype=np.int64)
    together = with_cheapest_choices(asked.task.terms, seats, asked.task)
    breaking = {t.owner for t in asked.task.terms if t.charge(together).breaches.sum()}
    for rule in asked.rules:
        if rule.key in breaking:
            yield Hindrance("together", groups, rule.key)


def blocked(asked: Asked, round_: Round, grouping: Grouping, row: int) -> Iterator[Hindrance]:
    """Which groups are full or closed, and the rules that keep a row out of each of the others."""
    sizes = grouping.sizes()
    full = tuple(int(g) + 1 for g in np.flatnonzero(sizes >= asked.task.high))
    closed = tuple(int(g) + 1 for g in np.flatnonzero(sizes == 0))
    if full:
        yield Hindrance("full", full)
    if closed:
        yield Hindrance("closed", closed)
    blocked: dict[str, list[int]] = {}
    for group in np.flatnonzero((sizes > 0) & (sizes < asked.task.high)):
        for key in _broken_by(asked, grouping, row, int(group)):
            blocked.setdefault(key, []).append(int(group) + 1)
    for key, groups in blocked.items():
        people = _people(asked, round_, grouping, row, key, groups)
        yield Hindrance("blocked", tuple(groups), key, people)


def _broken_by(asked: Asked, grouping: Grouping, row: int, group: int) -> list[str]:
    """The keys of the rules that would break more if ``row`` sat in ``group``."""
    seats = grouping.assignment.copy()
    seats[row] = group
    after = Grouping(seats, grouping.groups, grouping.choices)
    return sorted(
        {
            term.owner
            for term in asked.task.terms
            if term.charge(after).breaches.sum() > term.charge(grouping).breaches.sum()
        }
    )


def _people(  # noqa: PLR0917 - one question, six things it is about
    asked: Asked, round_: Round, grouping: Grouping, row: int, key: str, groups: list[int]
) -> tuple[str, ...]:
    """The members the rule names if ``row`` sat there, without the person self."""
    rule = next((r for r in asked.rules if r.key == key), None)
    if rule is None:
        return ()
    me = round_.applicants[row]
    labels: dict[str, None] = {}
    for group in groups:
        found = _finding_with(rule, round_, grouping, me, group)
        by_id = {a.id: a.label for a in round_.applicants}
        labels |= dict.fromkeys(by_id[i] for i in found.people if i != me.id)
    return tuple(labels)


def _finding_with(
    rule: Rule, round_: Round, grouping: Grouping, me: Applicant, group: int
) -> GroupFinding:
    members = [round_.applicants[i] for i in grouping.members(group - 1)]
    joined = tuple(sorted((*members, me), key=lambda a: a.id))
    choices: Mapping[str, Mapping[int, tuple[int, ...]]] = {
        name: {group: tuple(int(o) for o in taken[group - 1])}
        for name, taken in grouping.choices.items()
    }
    return rule.measure(Composition({group: joined}, (), choices), round_).groups[0]
