"""Which pairs the second engine keeps together or apart, from what the rules say."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import combinations

from cohorts.people.applicant import Applicant
from cohorts.people.relation import RelationKind
from cohorts.round.round import Round
from cohorts.rules.alike import Alike
from cohorts.rules.comparable import Comparable
from cohorts.rules.family_apart import FamilyApart
from cohorts.rules.keep_apart import KeepApart
from cohorts.rules.past_contact import PastContact
from cohorts.rules.rule import Level, Rule

GRACE = 1.00001
Pair = frozenset[int]


def linked(pairs: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Whoever is linked, also through others."""
    parts: list[frozenset[int]] = []
    for pair in pairs:
        touched = [part for part in parts if part & pair]
        parts = [part for part in parts if not part & pair] + [pair.union(*touched)]
    return parts


def hard(
    rule: Rule, round_: Round, kinds: Iterable[RelationKind], free: Iterable[RelationKind] = ()
) -> list[frozenset[int]]:
    """The pairs that are demanded: by their row, or where it says nothing by the rule."""
    let_go = {frozenset((r.a, r.b)) for r in round_.relations if r.kind in set(free)}
    return [
        frozenset((round_.rows[r.a], round_.rows[r.b]))
        for r in round_.relations
        if r.kind in set(kinds)
        and frozenset((r.a, r.b)) not in let_go
        and (rule.level is Level.MUST if r.must is None else r.must)
    ]


def apart(rule: Rule, round_: Round) -> list[frozenset[int]]:
    """Pairs that may not share a group."""
    people, none = round_.applicants, RelationKind.NONE
    match rule:
        case KeepApart() | PastContact():
            return hard(rule, round_, rule.kinds, (none,))
        case FamilyApart():
            let_go = (none, RelationKind.TOGETHER)
            return hard(rule, round_, (RelationKind.FAMILY,), let_go)
    pairs = combinations(range(len(people)), 2)
    return [frozenset(p) for p in pairs if _differ(rule, *(people[i] for i in p))]


def _differ(rule: Rule, one: Applicant, other: Applicant) -> bool:
    if isinstance(rule, Alike):
        texts = one.text(rule.field), other.text(rule.field)
        return None not in texts and texts[0] != texts[1]
    assert isinstance(rule, Comparable)
    known = [v for a in (one, other) if (v := a.number(rule.field)) is not None]
    return len(known) > 1 and max(known) > min(known) * (rule.widest or math.inf) * GRACE
