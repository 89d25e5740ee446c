"""Rivals of the forms in the rule that keeps apart: must, heavy wish, and the row that decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.room import Room
from cohorts.round.round import Round
from cohorts.rules import rules
from cohorts.rules.keep_apart import HEAVY, KeepApart
from cohorts.rules.relation_pairs import Hold
from cohorts.words import Language, say

Names = dict[str, tuple[str, ...]]


def round_of(
    named: Names, rows: Sequence[tuple[str, str, str, bool | None]] = (), field: str = "competitors"
) -> Round:
    people = (
        Applicant(id=ApplicantId(name.lower()), company=name, **{field: who})  # type: ignore[arg-type] # a field by name
        for name, who in named.items()
    )
    relations = (
        Relation(ApplicantId(a), ApplicantId(b), RelationKind(kind), must)
        for a, b, kind, must in rows
    )
    return Round(
        applicants=tuple(sorted(people, key=lambda a: a.id)),
        groups=2,
        smallest=1,
        largest=4,
        target=2,
        places=Room.parse("everyone"),
        relations=tuple(relations),
    )


def rule(**fields: object) -> KeepApart:
    made = rules()["keep_apart"].model_validate({"rule": "keep_apart", "key": "apart", **fields})
    assert isinstance(made, KeepApart)
    return made


BOTH: Names = {"Anker": ("Berk",), "Berk": ("Anker",), "Citer": ()}
ONE: Names = {"Anker": ("Berk",), "Berk": (), "Citer": ()}
SLIP: Names = {"Anker": ("Berck BV",), "Berk": ("Anker",), "Citer": ()}
PAIR = (ApplicantId("anker"), ApplicantId("berk"))


@pytest.mark.parametrize(
    ("named", "rows", "hold"),
    [
        (BOTH, [], Hold.MUST),
        (ONE, [], Hold.NAMED),
        (SLIP, [], Hold.NAMED),
        (BOTH, [("berk", "anker", "none", None)], None),
        (ONE, [("anker", "berk", "none", None)], None),
        (ONE, [("anker", "berk", "competitor", None)], Hold.MUST),
        (BOTH, [("anker", "berk", "competitor", False)], Hold.WISH),
        (ONE, [("anker", "berk", "knows", None)], Hold.NAMED),
    ],
)
def test_how_firmly_two_are_kept_apart(
    named: Names, rows: list[tuple[str, str, str, bool | None]], hold: Hold | None
) -> None:
    assert rule().pairs(round_of(named, rows)).get(PAIR) is hold


def test_one_pair_on_a_form_outweighs_every_graded_wish() -> None:
    """25 times two people: 50 points a pair; a wish of weight 6 has six a person to give."""
    (demand,) = rule().demands(round_of(ONE))
    assert (demand.term.name, demand.weight, demand.people) == ("apart.named", HEAVY, 2)
    (wished,) = rule(level="should", weight=3).demands(round_of(ONE))
    assert wished.weight == 3  # no heavier than rivals that are confirmed


def test_only_competitors_are_read_from_forms() -> None:
    assert not rule(kinds=["met"]).pairs(round_of(BOTH))
    assert not rule().pairs(round_of(BOTH, field="suppliers"))


def asked(named: Names, *rows: tuple[str, str, str, bool | None]) -> list[str]:
    return [remark.code.removeprefix("rivals.") for remark in rule().asks(round_of(named, rows))]


def test_what_is_asked() -> None:
    assert asked(BOTH) == ["by_both"]
    assert asked(ONE) == ["by_one"]
    assert asked({**ONE, "Anker": ("Berck",)}) == ["doubtful"]
    assert asked({**ONE, "Anker": ("Zon", "Maan", "geen")}) == ["unmatched"]
    assert asked(ONE, ("anker", "berk", "competitor", None)) == []
    assert asked(BOTH, ("anker", "berk", "none", None)) == []


def test_a_question_has_two_rows_that_answer_it() -> None:
    (remark,) = rule().asks(round_of(ONE))
    for language in Language:
        remedy = say(f"{remark.code}_remedy", language, **remark.facts)
        assert "anker,berk,competitor" in remedy
        assert "anker,berk,none" in remedy


def test_competitor_and_customer_is_asked() -> None:
    round_ = round_of(ONE)
    people = tuple(
        Applicant(id=a.id, company=a.company, competitors=a.competitors, buyers=a.competitors)
        for a in round_.applicants
    )
    both = Round(applicants=people, groups=2, smallest=1, largest=4, target=2, places=round_.places)
    assert [r.code for r in rule().asks(both)] == ["rivals.also_partner"]
    assert rule().pairs(both) == {PAIR: Hold.NAMED}


def of_two_companies(*rows: tuple[str, str, str]) -> Round:
    """Anna and Bert of Anker, Cora and Dirk of Berk."""
    of = {"anna": "Anker", "bert": "Anker", "cora": "Berk", "dirk": "Berk"}
    people = tuple(Applicant(id=ApplicantId(one), company=where) for one, where in of.items())
    relations = tuple(
        Relation(ApplicantId(a), ApplicantId(b), RelationKind(kind)) for a, b, kind in rows
    )
    return replace(round_of({}), applicants=people, relations=relations)


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        ([("anna", "cora", "competitor")], "anna-cora anna-dirk bert-cora bert-dirk"),
        ([("anna", "cora", "competitor"), ("bert", "dirk", "none")], "anna-cora"),
        ([("anna", "bert", "competitor")], "anna-bert"),  # of one company: only what the row says
        ([("anna", "cora", "knows")], ""),
    ],
)
def test_a_rival_is_a_company_with_all_its_people(
    rows: list[tuple[str, str, str]], pairs: str
) -> None:
    found = rule().pairs(of_two_companies(*rows))
    assert " ".join("-".join(pair) for pair in found) == pairs
    assert set(found.values()) <= {Hold.MUST}
