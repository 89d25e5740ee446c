"""Who supplies the other does not sit with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cohorts.people.applicant import Applicant
from tests.cohorts.rules.found import amounts, found, people, relation

RULE = {"rule": "chain_apart"}
COMPANIES = ("Anker Hout", "Berk Zorg", "Citer Bouw", "Duin Staal")


def named(**columns: Sequence[Any]) -> tuple[Applicant, ...]:
    four = people(**columns)
    return tuple(replace(a, company=name) for a, name in zip(four, COMPANIES, strict=True))


def test_it_bites_by_a_relation_and_by_a_form() -> None:
    four = named(suppliers=[(), (), ("Duin Staal",), ()])
    finding = found(RULE, four, ["ab", "cd"], relations=[relation("b", "a", "supplies")])
    assert amounts(finding) == [1, 1]
    assert [group.broken for group in finding.groups] == [True, True]


def test_it_does_not_bite_where_a_row_lets_them_go() -> None:
    four = named(buyers=[(), (), ("Duin Staal B.V.",), ()])
    assert amounts(found(RULE, four, ["ab", "cd"])) == [0, 1]
    finding = found(RULE, four, ["ab", "cd"], relations=[relation("c", "d", "none")])
    assert amounts(finding) == [0, 0]
