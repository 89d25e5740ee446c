"""Who is never brought together on a page: rivals, and who does the same close by.

A question that one would ask the other costs openness, and to leave them out of it tells nobody
that somebody named them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from cohorts.geography.close_by import neighbours
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair, RelationKind, pair_of
from cohorts.round.round import Round
from cohorts.rules.rule import Rule

WITHIN_KM = 25.0
"""Where the programme says nothing of who does the same close by."""
SECTORS = ("sector", "branche")
Pairs = frozenset[Pair]


def unpaired(round_: Round, rules: Iterable[Rule], members: Sequence[Applicant]) -> Pairs:
    """Pairs of members (ids ascending) whom nothing on a page may bring together.

    All that rules keep apart, all who are competitors by a relation or as anybody wrote it on a
    form, and all who do the same within WITHIN_KM, whatever the programme asks.
    """
    here = [a.id for a in members]
    found = {pair for rule in rules for pair in rule.pairs_apart(round_)}
    rows = [r for r in round_.relations if r.kind is RelationKind.COMPETITOR]
    found |= {pair_of(r.a, r.b) for r in rows}
    company = round_.on_forms.companies.of
    found |= neighbours(members, company, WITHIN_KM, SECTORS).pairs.keys()
    named = round_.on_forms.rivals
    pairs = (pair_of(a, b) for a, b in combinations(here, 2))
    return frozenset(p for p in pairs if p in found or round_.on_forms.pair_of(*p) in named)


def at_ease(people: Sequence[Applicant], apart: Pairs) -> list[Applicant]:
    """Those of them, from the first on, of whom no two are among the pairs."""
    kept: list[Applicant] = []
    for one in people:
        if all(together(one.id, other.id, apart) for other in kept):
            kept.append(one)
    return kept


def together(a: ApplicantId, b: ApplicantId, apart: Pairs) -> bool:
    """Whether two may be brought together."""
    return pair_of(a, b) not in apart
