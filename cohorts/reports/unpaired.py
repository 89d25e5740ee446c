"""Who is never brought together on a page: rivals, and who does the same close by.

A question that one would ask the other costs openness, and to leave them out of it tells nobody
that somebody named them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import partial
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
    company = round_.on_forms.companies.of
    apart: list[Container[Pair]] = [
        *(round_.once(rule, "apart", partial(rule.pairs_apart, round_)) for rule in rules),
        round_.once(round_, "competitors", partial(_competitors, round_)),
        neighbours(members, company, WITHIN_KM, SECTORS).pairs,
    ]
    named = round_.on_forms.rivals
    return frozenset(
        pair
        for pair in (pair_of(a, b) for a, b in combinations(here, 2))
        if any(pair in one for one in apart) or round_.on_forms.pair_of(*pair) in named
    )


def _competitors(round_: Round) -> Pairs:
    rows = (r for r in round_.relations if r.kind is RelationKind.COMPETITOR)
    return frozenset(pair_of(r.a, r.b) for r in rows)


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
