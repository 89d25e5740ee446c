"""Who does the same close by: it bites, and it does not; the arithmetic beside the number."""

from __future__ import annotations

from typing import Any

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.composition import Composition
from cohorts.round.finding import GroupFinding
from cohorts.round.room import Room
from cohorts.round.round import Round
from cohorts.rules import rules
from cohorts.rules.same_trade import BREDA, KAMPEN, ZWOLLE
from cohorts.words import Language

ELECTRICIAN: dict[str, Any] = {"sbi": "4321", "sbi_version": "2008"}

COLLEAGUE = {**ELECTRICIAN, **ZWOLLE, "kvk": "1" * 8}


def measured(
    a: dict[str, Any], b: dict[str, Any], kind: str | None = None, **fields: Any
) -> GroupFinding:
    """Two in one group."""
    people = tuple(
        Applicant(id=ApplicantId(who), **{"company": who, **known})
        for who, known in (("anker", a), ("berk", b))
    )
    rows = (Relation(people[0].id, people[1].id, RelationKind(kind)),) if kind else ()
    round_ = Round(
        applicants=people,
        groups=1,
        smallest=1,
        largest=4,
        target=2,
        places=Room.parse("everyone"),
        relations=rows,
    )
    rule = rules()["same_trade"].model_validate({"rule": "same_trade", "key": "trade", **fields})
    return rule.measure(Composition({1: people}, (), {}), round_).groups[0]


@pytest.mark.parametrize(
    ("a", "b", "amounts"),
    [
        # Zwolle – Kampen: 13.4 km
        (ELECTRICIAN | ZWOLLE, ELECTRICIAN | KAMPEN, {"trade": 1}),
        (ELECTRICIAN | ZWOLLE, {**ELECTRICIAN, "sbi": "43211"} | KAMPEN, {"trade": 1}),
        (
            {"extra": {"sector": "Horeca"}} | ZWOLLE,
            {"extra": {"sector": "Horeca"}} | KAMPEN,
            {"trade.sector": 1},
        ),
    ],
)
def test_it_bites(a: dict[str, Any], b: dict[str, Any], amounts: dict[str, int]) -> None:
    found = measured(a, b)
    assert (found.verdict, dict(found.amounts)) == ("near", amounts)
    assert found.quality == 0  # two of two


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (ELECTRICIAN | ZWOLLE, ELECTRICIAN | BREDA, "nobody"),  # 137 km
        (ELECTRICIAN | ZWOLLE, {**ELECTRICIAN, "sbi_version": "2025"} | KAMPEN, "nobody"),
        (ELECTRICIAN | ZWOLLE, {**ELECTRICIAN, "sbi": "4322"} | KAMPEN, "nobody"),
        (ELECTRICIAN | ZWOLLE, {**ELECTRICIAN, "sbi": "432"} | KAMPEN, "as_far_as_known"),
        (ELECTRICIAN | ZWOLLE, ELECTRICIAN, "as_far_as_known"),  # where is not known
        ({"sbi": "9999"} | ZWOLLE, {"sbi": "9999"} | ZWOLLE, "unknown"),  # there is no such class
        (
            {"extra": {"sector": "Anders"}} | ZWOLLE,
            {"extra": {"sector": "anders"}} | ZWOLLE,
            "unknown",
        ),
        (
            {**ELECTRICIAN, "kvk": "1" * 8} | ZWOLLE,
            {**ELECTRICIAN, "kvk": "1" * 8} | ZWOLLE,
            "nobody",
        ),
    ],
)
def test_it_does_not_bite(a: dict[str, Any], b: dict[str, Any], verdict: str) -> None:
    found = measured(a, b)
    assert (found.verdict, sum(found.amounts.values())) == (verdict, 0)


@pytest.mark.parametrize(("kind", "count"), [("supplies", 0), ("none", 0), ("knows", 1)])
def test_who_supplies_the_other_is_welcome(kind: str, count: int) -> None:
    found = measured(ELECTRICIAN | ZWOLLE, ELECTRICIAN | KAMPEN, kind)
    assert sum(found.amounts.values()) == count


def test_a_supplier_on_the_form_is_welcome_unless_named_as_a_rival() -> None:
    supplier = {"suppliers": ("berk",)}
    assert measured(ELECTRICIAN | ZWOLLE | supplier, ELECTRICIAN | KAMPEN).verdict == "nobody"
    rival = supplier | {"competitors": ("berk",)}
    assert measured(ELECTRICIAN | ZWOLLE | rival, ELECTRICIAN | KAMPEN).verdict == "near"


def test_the_programme_sets_the_distance() -> None:
    pair = (ELECTRICIAN | ZWOLLE, ELECTRICIAN | KAMPEN)
    assert measured(*pair, within_km=13.3).verdict == "nobody"
    assert measured(*pair, within_km=13.5).verdict == "near"


def test_the_sentence_names_the_pair_the_trade_and_the_distance() -> None:
    rule = rules()["same_trade"].model_validate({"rule": "same_trade", "key": "trade"})
    found = measured(ELECTRICIAN | ZWOLLE, ELECTRICIAN | KAMPEN)
    said = rule.sentence(found, Language.NL)
    assert "anker – berk (elektrotechnische bouwinstallatie, 13 km)" in said
    # the list of 2008 has no English title of this class: then the code
    assert "anker – berk (SBI 43.21, 13 km)" in rule.sentence(found, Language.EN)
    same = measured(ELECTRICIAN | ZWOLLE, ELECTRICIAN | ZWOLLE)
    assert "nog geen kilometer" in rule.sentence(same, Language.NL)
