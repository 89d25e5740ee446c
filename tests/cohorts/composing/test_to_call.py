"""Who has not said yes, and would have a place with a yes, is somebody to call."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cohorts import compose
from cohorts.composing import engines
from cohorts.composing.proposal import Proposal
from cohorts.composing.to_call import to_call
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.record.hide import Hidden, hide
from cohorts.round.merit import THOUSANDTHS
from cohorts.words import Language
from solver.solution import Solution

VOTES = {"a": 9, "b": 7, "c": 6, "x": 8, "y": 2}
PROBABLE = "xy"


def voted(rivals: str = "", places: str = "at most 2", without: str = "") -> Proposal:
    """Two places, a to c said yes; x and y may still."""
    people = tuple(
        Applicant(
            id=ApplicantId(one),
            name=one,
            status=Status.PROBABLE if one in PROBABLE else Status.CONFIRMED,
        )
        for one in VOTES
        if one not in without
    )
    asked = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {"size": (1, 2), "target": 2, "places": places, "standing": "first"},
            "rules": [{"rule": "merit"}, {"rule": "keep_apart"}],
        }
    )
    merit = {a.id: THOUSANDTHS * VOTES[a.id] for a in people}
    relations = tuple(
        Relation(ApplicantId(pair[0]), ApplicantId(pair[1]), RelationKind.COMPETITOR, None)
        for pair in rivals.split()
    )
    return compose(people, asked, merit=merit, groups=1, relations=relations)


def test_who_would_have_a_place_is_named_with_who_would_give_way() -> None:
    """a and b are in; x has 8 votes and b 7, and y has 2: too few."""
    proposal = voted()
    assert set(proposal.composition.seats) == {"a", "b"}
    calls = to_call(proposal)
    assert {who: [a.label for a in call.instead] for who, call in calls.items()} == {"x": ["b"]}
    said = {part.id: part.reason for part in document(proposal, Language.NL).not_placed}
    assert "Bellen loont: bij alleen dit ene ja is er een plaats, in plaats van b." in said["x"]
    assert "Bel" not in said["y"]


def test_several_proposals_of_a_round_are_held_against_one_composition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proposal = voted()
    tried: list[object] = []
    composing = engines.solve

    def counted(*given: Any, **how: Any) -> Solution:
        tried.append(given)
        return composing(*given, **how)

    monkeypatch.setattr(engines, "solve", counted)
    first, second = to_call(proposal), to_call(replace(proposal))
    assert first.keys() == second.keys() == {"x"}
    assert len(tried) == 1


def test_where_everybody_must_sit_and_all_is_full_nobody_is_to_call() -> None:
    """a and b sit in the one group of two; with x there would be three."""
    proposal = voted(places="everyone", without="cy")
    assert set(proposal.composition.seats) == {"a", "b"}
    assert to_call(proposal) == {}


def test_a_rival_of_who_stands_higher_would_have_no_place() -> None:
    """x may not sit with a, so a and b stay: their relation is known though x is not composed."""
    assert to_call(voted("ax")) == {}


def test_without_the_votes_nobody_is_named() -> None:
    assert to_call(hide(voted(), {Hidden.VOTES})) == {}
