"""What reading asked, and a file beside the applicants answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from cohorts.intake.same_person import ONE_SURNAME, surnames_asked
from cohorts.people.applicant import Applicant
from cohorts.people.relation import Relation, RelationKind, pair_of
from cohorts.round.remark import Remark

SAYS_IF_FAMILY = frozenset({RelationKind.FAMILY, RelationKind.TOGETHER, RelationKind.NONE})
"""The kinds of relation after which nobody need ask whether two people are family."""


def left_open(
    remarks: Iterable[Remark], applicants: Sequence[Applicant], relations: Iterable[Relation]
) -> Iterator[Remark]:
    """The remarks, but no question about a surname whose people the relations tell of."""
    told = {pair_of(r.a, r.b) for r in relations if r.kind in SAYS_IF_FAMILY}
    people = {a.id: a for a in applicants}
    for remark in remarks:
        ids = remark.facts.get("ids")
        if remark.code != ONE_SURNAME or not told or not isinstance(ids, tuple):
            yield remark
            continue
        pairs = {family: combinations(family, 2) for family in ids}
        asked = [f for f, of in pairs.items() if any(pair_of(*pair) not in told for pair in of)]
        yield from surnames_asked([[people[i] for i in family if i in people] for family in asked])
