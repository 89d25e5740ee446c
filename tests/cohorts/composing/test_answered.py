"""A question about a surname is not asked where the relations answer it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cohorts.composing.answered import left_open
from cohorts.intake.same_person import surnames_asked
from cohorts.people.applicant import Applicant
from cohorts.people.relation import Relation, RelationKind
from tests.cohorts.small_round import people

NAMES = ("Tom Voortman", "Maaike Voortman", "Bo Ubbink", "Al Ubbink")


def family() -> tuple[Applicant, ...]:
    """Two and two with one surname."""
    return tuple(replace(a, name=name) for a, name in zip(people(4), NAMES, strict=True))


def asked_of(*kinds: RelationKind) -> list[object]:
    """The families that are asked about, where the first two are related so."""
    known = family()
    remarks = surnames_asked([known[:2], known[2:]])
    relations = [Relation(known[1].id, known[0].id, kind) for kind in kinds]
    return [remark.facts["families"] for remark in left_open(remarks, known, relations)]


@pytest.mark.parametrize("kind", [RelationKind.FAMILY, RelationKind.TOGETHER, RelationKind.NONE])
def test_what_is_answered_is_not_asked(kind: RelationKind) -> None:
    assert asked_of(kind) == [("Bo Ubbink + Al Ubbink",)]


def test_what_says_nothing_of_family_leaves_it_open() -> None:
    both = ("Tom Voortman + Maaike Voortman", "Bo Ubbink + Al Ubbink")
    assert asked_of(RelationKind.COMPETITOR) == asked_of() == [both]


def test_where_all_is_answered_nothing_is_asked() -> None:
    known = family()[:2]
    relation = Relation(known[0].id, known[1].id, RelationKind.FAMILY)
    assert list(left_open(surnames_asked([known]), known, [relation])) == []
