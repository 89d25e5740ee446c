"""What stands in the way in every group, one by one, where no set of causes is known to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from cohorts.composing.demands import Asked
from cohorts.composing.proposal import Hindrance
from cohorts.people.applicant import Applicant
from cohorts.round.composition import Composition
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from solver.choices import rechosen, with_cheapest_choices
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
    full = [int(group) for group in np.flatnonzero(sizes >= asked.task.high)]
    never = {group: _broken_by_any(asked, grouping, row, group) for group in full}
    closed = tuple(int(g) + 1 for g in np.flatnonzero(sizes == 0))
    if some := tuple(group + 1 for group in full if not never[group]):
        yield Hindrance("full", some)
    if closed:
        yield Hindrance("closed", closed)
    for key, groups in _by_rule(never).items():
        yield Hindrance("full_blocked", groups, key)
    joined = np.flatnonzero((sizes > 0) & (sizes < asked.task.high))
    blocked = {int(group): _broken_by(asked, grouping, row, int(group)) for group in joined}
    for key, groups in _by_rule(blocked).items():
        people = _people(asked, round_, grouping, row, key, groups)
        yield Hindrance("blocked", groups, key, people)


def _by_rule(broken: Mapping[int, Iterable[str]]) -> dict[str, tuple[int, ...]]:
    """The key of each rule → the numbers of the groups in which it is broken."""
    found: dict[str, list[int]] = {}
    for group, keys in broken.items():
        for key in sorted(keys):
            found.setdefault(key, []).append(group + 1)
    return {key: tuple(groups) for key, groups in found.items()}


def _broken_by_any(asked: Asked, grouping: Grouping, row: int, group: int) -> set[str]:
    """The rules that would break in a full group whoever made room there, and whatever it took."""
    broken = _broken_by(asked, grouping, row, group)
    for leaves in grouping.members(group):
        if not broken:
            break
        broken &= _broken_by(asked, grouping, row, group, int(leaves))
    return broken


def _broken_by(
    asked: Asked, grouping: Grouping, row: int, group: int, leaves: int | None = None
) -> set[str]:
    """The keys of the rules that would break more if ``row`` sat in ``group``.

    ``leaves``: who has no place then; the group may take something else for it.
    """
    seats = grouping.assignment.copy()
    seats[row] = group
    if leaves is not None:
        seats[leaves] = grouping.outside
    after = Grouping(seats, grouping.groups, grouping.choices)
    broken = _breaking(asked, grouping, after)
    if broken and leaves is not None and grouping.choices:
        broken &= _breaking(asked, grouping, rechosen(asked.task, after, (group,)))
    return broken


def _breaking(asked: Asked, before: Grouping, after: Grouping) -> set[str]:
    """The owners of what is broken more after than before."""
    return {
        term.owner
        for term in asked.task.terms
        if term.is_hard and term.charge(after).breaches.sum() > term.charge(before).breaches.sum()
    }


def _people(  # noqa: PLR0917 - one question, six things it is about
    asked: Asked, round_: Round, grouping: Grouping, row: int, key: str, groups: Iterable[int]
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
