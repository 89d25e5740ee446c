"""What each rule demands, from what it says, as rows for the second engine.

Written from the sentences of the rules, not from our terms.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from cohorts.round.round import Round
from cohorts.rules.alike import Alike
from cohorts.rules.at_least import AtLeast
from cohorts.rules.at_most import AtMost
from cohorts.rules.availability import Availability
from cohorts.rules.company_together import CompanyTogether
from cohorts.rules.comparable import Comparable
from cohorts.rules.experienced_among import ExperiencedAmong
from cohorts.rules.family_apart import FamilyApart
from cohorts.rules.keep_apart import KeepApart
from cohorts.rules.keep_together import KeepTogether
from cohorts.rules.never_alone import NeverAlone
from cohorts.rules.past_contact import PastContact
from cohorts.rules.pin import Pin
from cohorts.rules.quota import Quota
from cohorts.rules.roles_wanted import RolesWanted
from cohorts.rules.rule import Level, Rule
from cohorts.rules.several import Several
from cohorts.rules.shared_theme import SharedTheme
from cohorts.rules.size_balance import SizeBalance
from cohorts.rules.stay import Stay
from cohorts.rules.travel import Travel
from tests.cohorts.outlook.second_engine import Row, Rows, Seats
from tests.cohorts.outlook.second_pairs import apart, hard, linked

EARTH = 6371.0088
ROWS = (KeepApart, KeepTogether, FamilyApart, PastContact)
"""Rules of which a row can be a must, whatever the level."""


@dataclass(frozen=True)
class Wanted:
    """One demand of a rule: all of it, or what it asks about these people only.

    ``part``: of a rule that asks two things, which ("most" of company_together).
    """

    rule: Rule
    people: frozenset[int] | None = None
    part: str | None = None


def seats(
    round_: Round,
    demands: Iterable[Wanted],
    *,
    all_open: bool = False,
    sitting: Sequence[int] | None = None,
) -> Seats | None:
    """Who could sit where; None where it is impossible. ``sitting``: whether they can sit so."""
    rows = Rows(round_, all_open=all_open)
    for demand in demands:
        POSTED[type(demand.rule)](rows, demand)
    if sitting is not None:
        rows.sit(sitting)
    return rows.solve()


def musts(rules: Iterable[Rule]) -> list[Wanted]:
    """Everything that is demanded."""
    return [Wanted(r) for r in rules if r.level is Level.MUST or isinstance(r, ROWS)]


def _named(rows: Rows, demand: Wanted) -> frozenset[int]:
    return frozenset(range(rows.n)) if demand.people is None else demand.people


def _values(rows: Rows, demand: Wanted, field: str) -> Iterator[tuple[str, list[int]]]:
    """Value and who has it: of everybody, or only the value that exactly these people have."""
    people = rows.round.applicants
    for value in sorted({v for a in people for v in a.values(field)}):
        having = [i for i, a in enumerate(people) if value in a.values(field)]
        if demand.people is None or demand.people == frozenset(having):
            yield value, having


def _at_least(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, AtLeast)
    having = [i for i, a in enumerate(rows.round.applicants) if rule.value in a.values(rule.field)]
    for g in range(rows.k):
        rows.at_least(rows.those(having, g), rule.least, g)


def _roles_wanted(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, RolesWanted)
    for role, least in rule.wanted.items():
        having = [i for i, a in enumerate(rows.round.applicants) if role in a.values(rule.field)]
        if demand.people is None or demand.people == frozenset(having):
            for g in range(rows.k):
                rows.at_least(rows.those(having, g), least, g)


def _at_most(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, AtMost)
    for _, having in _values(rows, demand, rule.field):
        for g in range(rows.k):
            rows.add(rows.those(having, g), 0, rule.most)


def _never_alone(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, NeverAlone)
    for _, having in _values(rows, demand, rule.field):
        for g in range(rows.k):
            here, any_ = rows.those(having, g), rows.new()
            rows.add({**here, any_: -2.0}, 0, rows.n)
            rows.add({**here, any_: -float(rows.n)}, -float(rows.n), 0)


def _experienced(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, ExperiencedAmong)
    known = [(i, a.number(rule.field)) for i, a in enumerate(rows.round.applicants)]
    able = [i for i, number in known if number is not None and number >= rule.from_value]
    for g in range(rows.k):
        rows.at_least(rows.those(able, g), rule.least, g)
        if rule.most is not None:
            rows.add(rows.those(able, g), 0, rule.most)


def _several(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, Several)
    people = rows.round.applicants
    for g in range(rows.k):
        seen: Row = {}
        for value in sorted({v for a in people if (v := a.text(rule.field))}):
            there = rows.new()
            having = [i for i, a in enumerate(people) if a.text(rule.field) == value]
            rows.add({**rows.those(having, g), there: -1.0}, 0, rows.n)
            seen[there] = 1.0
        rows.at_least(seen, rule.least, g)


def _quota(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, Quota)
    row: Row = {}
    for i, a in enumerate(rows.round.applicants):
        if rule.value in a.values(rule.field):
            worth = (a.number(rule.amount) or 0.0) if rule.amount else 1.0
            row |= {rows.x(i, g): worth for g in range(rows.k)}
    rows.add(row, rule.least, rule.most)


def _pin(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, Pin)
    pinned = next(i for i, a in enumerate(rows.round.applicants) if a.id == rule.person)
    rows.add({rows.x(pinned, rule.group - 1): 1.0}, 1, 1)


def _stay(rows: Rows, demand: Wanted) -> None:
    """Whoever had a group has it still; where it is gone nobody can."""
    before = rows.round.previous or {}
    for i in sorted(_named(rows, demand)):
        group = before.get(rows.round.applicants[i].id)
        if group is not None:
            rows.add({rows.x(i, group - 1): 1.0} if group <= rows.k else {}, 1, 1)


def _size_balance(rows: Rows, _: Wanted) -> None:
    """Of two open groups the sizes differ by one at most."""
    n = float(rows.n)
    for g, h in permutations(range(rows.k), 2):
        apart = rows.those(range(rows.n), g) | {rows.x(i, h): -1.0 for i in range(rows.n)}
        rows.add({**apart, rows.open[g]: n, rows.open[h]: n}, -n, 2 * n + 1)


def _choice(
    rows: Rows, demand: Wanted, take: int, options: int, refused: Callable[[int, int], bool]
) -> None:
    """Every open group takes so many options; whoever sits there refuses none of them."""
    for g in range(rows.k if options else 0):
        taken = {rows.option(demand.rule.key, o, g): 1.0 for o in range(options)}
        rows.add({**taken, rows.open[g]: -float(take)}, 0, 0)
        for i in sorted(_named(rows, demand)):
            for o in range(options):
                if refused(i, o):
                    rows.add({rows.x(i, g): 1.0, rows.option(demand.rule.key, o, g): 1.0}, 0, 1)


def _shared(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, SharedTheme | Availability)
    people = rows.round.applicants
    options = sorted({v for a in people for v in a.values(rule.field)})

    def refused(i: int, o: int) -> bool:
        own = people[i].values(rule.field)
        return bool(own) and options[o] not in own

    take = rule.slots if isinstance(rule, Availability) else 1
    _choice(rows, demand, take, len(options), refused)


def _travel(rows: Rows, demand: Wanted) -> None:
    rule = demand.rule
    assert isinstance(rule, Travel)
    people, places = rows.round.applicants, rule.options(rows.round)

    def refused(i: int, o: int) -> bool:
        a, there = people[i], places[o].point
        if a.latitude is None or a.longitude is None:
            return False
        return _km((a.latitude, a.longitude), there) > (rule.widest_km or 0.0) + 0.05

    _choice(rows, demand, 1, len(places), refused)


def _km(p: tuple[float, float], q: tuple[float, float]) -> float:
    """Along the great circle, by the chord through the earth."""
    one, other = ([math.radians(d) for d in point] for point in (p, q))
    a, b = (
        [math.cos(u) * math.cos(v), math.cos(u) * math.sin(v), math.sin(u)] for u, v in (one, other)
    )
    return 2 * EARTH * math.asin(min(math.dist(a, b) / 2, 1.0))


def _company(rows: Rows, demand: Wanted) -> None:
    """People with the same name of a company; in my rounds it is always written one way."""
    rule = demand.rule
    assert isinstance(rule, CompanyTogether)
    of: dict[str, list[int]] = {}
    for i, a in enumerate(rows.round.applicants):
        if a.company:
            of.setdefault(a.company, []).append(i)
    for people in of.values():
        if demand.people is None or demand.people == frozenset(people):
            if demand.part in (None, ""):
                _one_group(rows, people)
            if demand.part in (None, "most"):
                for g in range(rows.k):
                    rows.add(rows.those(people, g), 0, rule.most)


def _one_group(rows: Rows, people: Sequence[int]) -> None:
    """Those of them who are placed sit in one group."""
    for i, j in permutations(people, 2):
        for g in range(rows.k):
            elsewhere = {rows.x(j, h): 1.0 for h in range(rows.k) if h != g}
            rows.add({rows.x(i, g): 1.0, **elsewhere}, 0, 1)


def _together(rows: Rows, demand: Wanted) -> None:
    """All of a set in one group, or none of them anywhere."""
    rule = demand.rule
    assert isinstance(rule, KeepTogether)
    for part in linked(hard(rule, rows.round, rule.kinds)):
        if part <= _named(rows, demand):
            for i, j in combinations(sorted(part), 2):
                for g in range(rows.k):
                    rows.add({rows.x(i, g): 1.0, rows.x(j, g): -1.0}, 0, 0)


def _apart(rows: Rows, demand: Wanted) -> None:
    named = _named(rows, demand)
    for pair in apart(demand.rule, rows.round):
        if pair <= named:
            for g in range(rows.k):
                rows.add(rows.those(pair, g), 0, 1)


POSTED: dict[type[Rule], Callable[[Rows, Wanted], None]] = {
    AtLeast: _at_least,
    RolesWanted: _roles_wanted,
    AtMost: _at_most,
    NeverAlone: _never_alone,
    ExperiencedAmong: _experienced,
    Several: _several,
    Quota: _quota,
    Pin: _pin,
    Stay: _stay,
    SizeBalance: _size_balance,
    SharedTheme: _shared,
    Availability: _shared,
    Travel: _travel,
    CompanyTogether: _company,
    KeepTogether: _together,
    KeepApart: _apart,
    FamilyApart: _apart,
    PastContact: _apart,
    Alike: _apart,
    Comparable: _apart,
}
