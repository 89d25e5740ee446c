"""What must hold, written out once more as a plain integer programme, and solved by another engine.

From what the rules say, not from our terms: x[i, g] is 1 where person i sits in group g.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

from cohorts.people.applicant import Applicant
from cohorts.round.room import RoomMode
from cohorts.round.round import Round
from cohorts.rules.alike import Alike
from cohorts.rules.at_least import AtLeast
from cohorts.rules.at_most import AtMost
from cohorts.rules.comparable import Comparable
from cohorts.rules.experienced_among import ExperiencedAmong
from cohorts.rules.keep_apart import KeepApart
from cohorts.rules.keep_together import KeepTogether
from cohorts.rules.never_alone import NeverAlone
from cohorts.rules.pin import Pin
from cohorts.rules.roles_wanted import RolesWanted
from cohorts.rules.rule import Rule
from cohorts.rules.several import Several
from cohorts.rules.shared_theme import SharedTheme

GRACE = 1.00001
INFEASIBLE = 2
Row = dict[int, float]


@dataclass(frozen=True)
class Wanted:
    """One demand of a rule: all of it, or what it asks about these people only."""

    rule: Rule
    people: frozenset[int] | None = None


@dataclass(frozen=True)
class Seats:
    """(n,) the group of each person, K where outside; theme of each group, "" where not asked."""

    groups: tuple[int, ...]
    themes: tuple[str, ...]


class Programme:
    """Rows of an integer programme over people, groups and whatever helps to say a demand."""

    def __init__(self, round_: Round) -> None:
        self.round, self.n, self.k = round_, round_.n, round_.groups
        self.size = self.n * self.k
        self.rows: list[tuple[Row, float, float]] = []
        self.themes: dict[tuple[str, int], int] = {}
        for i in range(self.n):
            least = 1.0 if round_.places.mode is RoomMode.EVERYONE else 0.0
            self.add({self.x(i, g): 1.0 for g in range(self.k)}, least, 1.0)
        for g in range(self.k):
            everyone = {self.x(i, g): 1.0 for i in range(self.n)}
            self.add(everyone, round_.smallest, round_.largest)
        if round_.places.mode is RoomMode.EXACTLY:
            seats = {self.x(i, g): 1.0 for i in range(self.n) for g in range(self.k)}
            number = float(round_.places.number or 0)
            self.add(seats, number, number)

    def x(self, i: int, g: int) -> int:
        """The variable that person i sits in group g."""
        return i * self.k + g

    def new(self) -> int:
        """One more variable that is 0 or 1."""
        self.size += 1
        return self.size - 1

    def add(self, row: Row, low: float, high: float) -> None:
        """low ≤ row ≤ high."""
        self.rows.append((row, low, high))

    def those(self, people: Iterable[int], g: int) -> Row:
        """How many of these sit in group g."""
        return {self.x(i, g): 1.0 for i in people}

    def solve(self) -> Seats | None:
        """Seats that meet every row; None: there are none."""
        table = lil_matrix((len(self.rows), self.size))
        for number, (row, _, _) in enumerate(self.rows):
            for variable, factor in row.items():
                table[number, variable] = factor
        low, high = [r[1] for r in self.rows], [r[2] for r in self.rows]
        found = milp(
            np.zeros(self.size),
            constraints=LinearConstraint(table.tocsr(), low, high),
            integrality=np.ones(self.size),
            bounds=Bounds(0, 1),
        )
        assert found.status in (0, INFEASIBLE), found.message
        return None if found.status == INFEASIBLE else self._seats(np.round(found.x))

    def _seats(self, x: np.ndarray) -> Seats:
        groups = tuple(
            next((g for g in range(self.k) if x[self.x(i, g)]), self.k) for i in range(self.n)
        )
        taken = {g: theme for (theme, g), variable in self.themes.items() if x[variable]}
        return Seats(groups, tuple(taken.get(g, "") for g in range(self.k)))


def seats(round_: Round, demands: Sequence[Wanted]) -> Seats | None:
    """Who could sit where; None where it is impossible."""
    programme = Programme(round_)
    for demand in demands:
        for g in range(round_.groups):
            _post(programme, demand, g)
    return programme.solve()


def _post(  # noqa: C901, PLR0912 - one branch a rule
    programme: Programme, demand: Wanted, g: int
) -> None:
    """What the demand asks of group g."""
    rule, people = demand.rule, programme.round.applicants
    named = demand.people if demand.people is not None else frozenset(range(len(people)))
    n = float(programme.n)

    def of(value: str, field: str) -> list[int]:
        return [i for i, a in enumerate(people) if value in a.values(field)]

    match rule:
        case AtLeast():
            programme.add(programme.those(of(rule.value, rule.field), g), rule.least, n)
        case RolesWanted():
            for role, least in rule.wanted.items():
                having = of(role, rule.field)
                if set(having) <= named and (demand.people is None or set(having) == named):
                    programme.add(programme.those(having, g), least, n)
        case AtMost():
            for value in _values(people, named, rule.field):
                programme.add(programme.those(of(value, rule.field), g), 0, rule.most)
        case NeverAlone():
            for value in _values(people, named, rule.field):
                row, any_ = programme.those(of(value, rule.field), g), programme.new()
                programme.add({**row, any_: -2.0}, 0, n)
                programme.add({**row, any_: -n}, -n, 0)
        case ExperiencedAmong():
            known = [(i, a.number(rule.field) or 0) for i, a in enumerate(people)]
            able = [i for i, number in known if number >= rule.from_value]
            most = n if rule.most is None else float(rule.most)
            programme.add(programme.those(able, g), rule.least, most)
        case Several():
            _several(programme, rule, g)
        case SharedTheme():
            _theme(programme, rule, named, g)
        case Pin():
            if g == rule.group - 1:
                pinned = next(i for i, a in enumerate(people) if a.id == rule.person)
                programme.add({programme.x(pinned, g): 1.0}, 1, 1)
        case KeepTogether():
            for i, j in _links(rule, programme.round, named):
                programme.add({programme.x(i, g): 1.0, programme.x(j, g): -1.0}, 0, 0)
        case _:
            for i, j in _apart(rule, programme.round, named):
                programme.add(programme.those((i, j), g), 0, 1)


def _values(people: Sequence[Applicant], named: frozenset[int], field: str) -> list[str]:
    """The values about which the demand is: of everybody, or the one these people share."""
    found = sorted({v for i in named for v in people[i].values(field)})
    everyone = len(named) == len(people)
    return found if everyone or len(found) <= 1 else []


def _links(rule: KeepTogether, round_: Round, named: frozenset[int]) -> Iterator[tuple[int, int]]:
    for relation in round_.relations:
        pair = round_.rows[relation.a], round_.rows[relation.b]
        if relation.kind in rule.kinds and set(pair) <= named:
            yield pair


def _apart(rule: Rule, round_: Round, named: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Pairs that may not share a group."""
    people = round_.applicants
    if isinstance(rule, KeepApart):
        for relation in round_.relations:
            pair = round_.rows[relation.a], round_.rows[relation.b]
            if relation.kind in rule.kinds and set(pair) <= named:
                yield pair
        return
    for i, j in combinations(range(len(people)), 2):
        if isinstance(rule, Alike):
            one, other = people[i].text(rule.field), people[j].text(rule.field)
            if one and other and one != other:
                yield i, j
        elif isinstance(rule, Comparable) and rule.widest is not None:
            low, high = sorted(people[k].number(rule.field) or 0 for k in (i, j))
            if high > low * rule.widest * GRACE:
                yield i, j


def _several(programme: Programme, rule: Several, g: int) -> None:
    people = programme.round.applicants
    seen: Row = {}
    for value in sorted({v for a in people if (v := a.text(rule.field))}):
        there = programme.new()
        having = [i for i, a in enumerate(people) if a.text(rule.field) == value]
        programme.add({**programme.those(having, g), there: -1.0}, 0, float(programme.n))
        seen[there] = 1.0
    programme.add(seen, rule.least, float(len(seen)))


def _theme(programme: Programme, rule: SharedTheme, named: frozenset[int], g: int) -> None:
    """The group has one theme; whoever sits in it and is named by the demand named the theme."""
    people = programme.round.applicants
    themes = sorted({v for a in people for v in a.values(rule.field)})
    for theme in themes:
        if (theme, g) not in programme.themes:
            programme.themes[theme, g] = programme.new()
    taken = {programme.themes[theme, g]: 1.0 for theme in themes}
    programme.add(taken, 1, 1)
    for i in sorted(named):
        own = people[i].values(rule.field)
        if own:
            fits = {programme.themes[theme, g]: -1.0 for theme in own}
            programme.add({programme.x(i, g): 1.0, **fits}, -float(len(own)), 0)
