"""Puts people who wait together by the programme's own rules, from two people up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cohorts.composing.compose import compose
from cohorts.errors import CohortsError
from cohorts.outlook.circles.in_use import in_use, still_to_meet
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from cohorts.round.waiting import WaitingList, lettered
from solver.solution import Effort

SMALLEST = 2
Members = tuple[Applicant, ...]


def form(people: Members, programme: Programme, round_: Round) -> tuple[list[Members], Members]:
    """The circles, and who shares too little with anybody to be in one."""
    circles: list[Members] = []
    left = people
    while len(left) >= SMALLEST:
        found = _formed(left, programme, round_)
        if not found:
            break
        circles += found
        seated = {a.id for members in found for a in members}
        left = tuple(a for a in left if a.id not in seated)
    return circles, left


def _formed(people: Members, programme: Programme, round_: Round) -> list[Members]:
    """As many of the people as possible in circles; none where the rules leave no room."""
    rules = still_to_meet(in_use(programme, round_), people)
    groups = programme.groups.model_copy(update={"fairness": False})
    try:
        proposal = compose(
            people,
            programme.model_copy(update={"rules": rules, "groups": groups}),
            relations=round_.relations,
            size=(SMALLEST, max(round_.largest, SMALLEST)),
            places="as many as possible",
            on=round_.on,
            count_from=round_.count_from,
            seed=round_.seed,
            effort=Effort.QUICK,
        )
    except CohortsError:
        return []
    return [members for members in proposal.composition.groups.values() if members]


def named(circles: Iterable[Members], earlier: WaitingList) -> dict[str, Members]:
    """A letter each, the largest first; a circle keeps the name most of its members had."""
    found: dict[str, Members] = {}
    new: list[Members] = []
    for members in sorted(circles, key=lambda m: (-len(m), m[0].id)):
        had = Counter(earlier[a.id].circle for a in members if a.id in earlier)
        kept = next((name for name, _ in had.most_common() if name and name not in found), None)
        if kept is None:
            new.append(members)
        else:
            found[kept] = members
    number = 1
    for members in new:
        while lettered(number) in found:
            number += 1
        found[lettered(number)] = members
    return dict(sorted(found.items(), key=lambda item: (len(item[0]), item[0])))
