"""The reasons of small rounds with votes, by hand: what was taken away admits, and no part does."""

from __future__ import annotations

from typing import Any

import pytest

from cohorts import compose
from cohorts.composing.proposal import Hindrance, Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.record.reasons import reason, told
from cohorts.reports.by_standing import standing_said
from cohorts.round.merit import THOUSANDTHS
from cohorts.words import Language

Rules = list[dict[str, Any]]


def voted(
    votes: dict[str, int],
    rules: Rules,
    places: int,
    rivals: str = "",
    *,
    seed: int = 0,
    **groups: Any,
) -> Proposal:
    """One group by votes; ``rivals``: pairs of letters. A person is called by a letter."""
    people = tuple(Applicant(id=ApplicantId(one), name=one) for one in sorted(votes))
    plan = {"size": (1, places), "target": places, "places": f"at most {places}", **groups}
    asked = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {"standing": "first", **plan},
            "rules": [{"rule": "merit"}, *rules],
        }
    )
    relations = tuple(
        Relation(ApplicantId(pair[0]), ApplicantId(pair[1]), RelationKind.COMPETITOR, None)
        for pair in rivals.split()
    )
    merit = {ApplicantId(one): THOUSANDTHS * count for one, count in votes.items()}
    return compose(people, asked, relations=relations, merit=merit, groups=1, seed=seed)


def why(proposal: Proposal, person: str) -> tuple[Hindrance, ...]:
    found = {left.applicant.id: left.hindrances for left in proposal.not_placed}
    return found[ApplicantId(person)]


def said(proposal: Proposal, person: str, language: Language = Language.NL) -> str:
    (left,) = (n for n in proposal.not_placed if n.applicant.id == person)
    return reason(left, proposal.programme, language)


def test_who_stands_lower_hears_how_many_stand_higher() -> None:
    found = voted({"a": 9, "b": 8, "c": 7, "d": 6}, [], 2)
    (cause,) = why(found, "d")
    assert (cause.code, cause.people) == ("standing", ("a", "b", "c"))
    assert said(found, "d") == "Er zijn 2 plaatsen; 3 mensen staan hoger."
    assert said(found, "d", Language.EN) == "There are 2 places; 3 people stand higher."


def test_the_lot_is_told_only_among_true_equals() -> None:
    """Two places: a has one; b, c and d stand equally high for the other."""
    found = voted({"a": 9, "b": 7, "c": 7, "d": 7, "e": 6}, [], 2)
    drawn = [why(found, one) for one in "bcd" if ApplicantId(one) not in found.composition.seats]
    assert [(h.code, h.facts) for (h,) in drawn] == [("lot", {"equals": 3, "drawn": 1})] * 2
    assert why(found, "e")[0].code == "standing"


@pytest.mark.parametrize("seed", range(4))
def test_within_a_margin_nobody_gives_way_to_a_lot(seed: int) -> None:
    """Nothing fits better or worse: a and b have the places, and the margin costs nothing."""
    found = voted({"a": 9, "b": 8, "c": 7, "d": 6, "e": 1}, [], 2, margin=3, seed=seed)
    assert set(found.composition.seats) == {"a", "b"}
    assert said(found, "c") == "Er zijn 2 plaatsen; 2 mensen staan hoger."
    assert "kostte geen punten" in standing_said(found, Language.NL)


def test_within_a_margin_only_true_equals_draw_lots() -> None:
    found = voted({"a": 9, "b": 7, "c": 7, "d": 6, "e": 1}, [], 2, margin=3)
    (drawn,) = (why(found, one) for one in "bc" if ApplicantId(one) not in found.composition.seats)
    assert [(h.code, h.facts["equals"], h.facts["drawn"]) for h in drawn] == [("lot", 2, 1)]
    assert why(found, "d")[0].code == "standing"


def test_who_is_passed_over_hears_of_the_rule_and_with_whom() -> None:
    """b stands above c, but is a rival of a: c has the place, and no lot decided that."""
    found = voted({"a": 9, "b": 8, "c": 7, "d": 6}, [{"rule": "keep_apart"}], 2, "ab")
    (cause,) = why(found, "b")
    assert (cause.code, cause.rule, cause.people) == ("must", "keep_apart", ("a",))
    assert "met a" in said(found, "b")
    left = next(n for n in found.not_placed if n.applicant.id == "b")
    for language in Language:
        spoken = told(left, found.programme, language)
        assert spoken
        assert " a" not in spoken.removesuffix(".").split("met")[-1][:2]


def test_a_pin_is_the_reason_of_the_first_who_waits_and_known_to_the_next() -> None:
    """d is pinned: without that b would be in, and c still not."""
    pin = {"rule": "pin", "key": "vast", "person": "d", "group": 1}
    found = voted({"a": 9, "b": 8, "c": 7, "d": 1}, [pin], 2)
    assert [(h.code, h.rule) for h in why(found, "b")] == [("rule", "vast")]
    (cause,) = why(found, "c")
    assert (cause.code, cause.facts["lower"], cause.facts["lower_by"]) == (
        "standing",
        ("d",),
        ("vast",),
    )
    assert "d staat lager en heeft een plaats door een eis" in said(found, "c")


def test_two_rules_that_each_keep_somebody_out_are_told_together() -> None:
    """a may sit with neither of the two who are pinned, and there are two places."""
    pins: Rules = [{"rule": "pin", "key": f"vast-{one}", "person": one, "group": 1} for one in "bc"]
    found = voted({"a": 9, "b": 8, "c": 7}, [*pins, {"rule": "keep_apart"}], 2, "ab ac")
    causes = why(found, "a")
    assert len(causes) > 1
    assert said(found, "a").startswith(f"Deze {len(causes)} redenen samen")


def alike_in_size(sizes: dict[str, int], merit: dict[str, float], **plan: float) -> Proposal:
    """Two places, by votes first and then by how many people work there."""
    people = tuple(Applicant(id=ApplicantId(a), name=a, fte=fte) for a, fte in sizes.items())
    groups = {"size": (2, 2), "target": 2, "places": "at most 2", "standing": "first", **plan}
    asked = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": groups,
            "rules": [{"rule": "merit"}, {"rule": "comparable", "field": "fte"}],
        }
    )
    given = {ApplicantId(a): round(THOUSANDTHS * votes) for a, votes in merit.items()}
    return compose(people, asked, groups=1, merit=given or None)


def test_without_points_nobody_stands_anywhere() -> None:
    found = alike_in_size({"a": 5, "b": 5, "c": 90}, {})
    (cause,) = why(found, "c")
    assert cause.code == "fit"
    (left,) = document(found, Language.NL).not_placed
    assert left.reason == "Er zijn 2 plaatsen voor 3 mensen; anderen passen beter bij elkaar."


def test_a_sum_of_points_is_told_as_it_is() -> None:
    """At best 10 + 9 of a and b; within 5 points a and c sit, who are alike: 18.5."""
    found = alike_in_size({"a": 4, "b": 90, "c": 4}, {"a": 10, "b": 9, "c": 8.5}, margin=5)
    said_ = standing_said(found, Language.NL)
    assert said_.endswith(
        "De som van de punten is 18,5; dat is 0,5 minder dan wanneer alleen telde "
        "wie het hoogst staat."
    )
