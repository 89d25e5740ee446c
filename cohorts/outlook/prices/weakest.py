"""The wish that is worst met, and the rule that holds it back."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.hands.change import Change, change
from cohorts.hands.standing import Standing
from cohorts.outlook.prices.price import Weakest
from cohorts.round.finding import GroupFinding
from solver.grouping import Grouping
from solver.pricing import POINT
from solver.terms import Term


def weakest_wish(here: Standing) -> Weakest | None:
    """The lowest quality of any wish in any group; None where no wish falls short."""
    found = list(_wishes(here))
    if not found:
        return None
    _, _, key, finding = min(found, key=lambda one: one[:3])
    people = tuple(here.round.applicants[here.round.rows[i]] for i in finding.people)
    best = _best_swap(here, key, finding.group - 1)
    if best is None:
        return Weakest(key, finding, people)
    i, j, gain = best
    seats = here.grouping.assignment
    there = here.seated([(i, int(seats[j])), (j, int(seats[i]))])
    pair = (here.round.applicants[i], here.round.applicants[j])
    holds = tuple(_worse(change(here, there), key))
    return Weakest(key, finding, people, pair, gain / POINT, holds)


def _wishes(here: Standing) -> Iterator[tuple[float, int, str, GroupFinding]]:
    musts = {rule.key for rule in here.asked.rules if rule.is_must}
    for finding in here.findings:
        for group in finding.groups:
            if finding.rule not in musts and group.quality < 1:
                yield group.quality, group.group, finding.rule, group


def _best_swap(here: Standing, key: str, group: int) -> tuple[int, int, int] | None:
    """Rows of this group and of elsewhere whose exchange helps the wish most; None: none does."""
    terms = [term for term in here.asked.terms_of(key) if term.price]
    now = _points(terms, here.grouping)
    seats, best = here.grouping.assignment, None
    for i in here.grouping.members(group):
        for j in range(here.round.n):
            if seats[j] == group:
                continue
            swapped = seats.copy()
            swapped[[i, j]] = seats[[j, i]]
            after = Grouping(swapped, here.grouping.groups, here.grouping.choices)
            gain = now - _points(terms, after)
            if gain > 0 and (best is None or gain > best[2]):
                best = (int(i), j, gain)
    return best


def _points(terms: list[Term], grouping: Grouping) -> int:
    return sum(int(term.charge(grouping).points.sum()) for term in terms)


def _worse(found: Change, key: str) -> list[str]:
    """The rules that get worse: musts first, then by points."""
    worse = [r for r in found.rules if r.rule != key and (r.breaches > 0 or r.points > 0)]
    return [r.rule for r in sorted(worse, key=lambda r: (r.breaches <= 0, -r.points))]
