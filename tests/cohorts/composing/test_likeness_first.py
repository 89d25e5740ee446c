"""Alike enough first, then different: what it asks of the solver, and what is said of it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from cohorts.composing.compose import compose, demands_of
from cohorts.composing.likeness_first import reached
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.reports.outcome import alike_enough
from cohorts.words import Language
from solver.pricing import POINT

SIZES = (1, 2, 3, 4, 30, 33, 36, 40)
THEMES = ("groei", "opvolging", "groei", "opvolging", "opvolging", "groei", "opvolging", "groei")


def people() -> list[Applicant]:
    return [
        Applicant(id=ApplicantId(f"p{i}"), company=f"B{i}", fte=float(size), role=theme)
        for i, (size, theme) in enumerate(zip(SIZES, THEMES, strict=True))
    ]


def programme(**plan: Any) -> Programme:
    """Alike in size, which is the first wish, and alike in what they do."""
    return Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {"size": (4, 4), "target": 4, **plan},
            "rules": [
                {"rule": "comparable", "key": "size", "field": "fte", "level": "should"},
                {"rule": "alike", "key": "role", "field": "role", "level": "should"},
            ],
        }
    )


def composed(level: float | None) -> Proposal:
    plan = {} if level is None else {"alike_first": {"rules": ["size"], "level": level}}
    return compose(people(), programme(**plan))


def test_the_bound_is_chance_by_the_square_of_the_level() -> None:
    """Eight people at weight 1 cost about 8 points by chance; twice as close together: 8 / 2²."""
    plan = {"alike_first": {"rules": ["size"], "level": 2}}
    asked, _ = demands_of(programme(**plan), prepare(people(), programme(**plan)))
    assert asked.task.alike is not None
    assert [term.owner for term in asked.task.terms if term.name in asked.task.alike.terms] == [
        "size"
    ]
    assert asked.task.alike.bound / POINT == pytest.approx(2, rel=1e-3)


def test_a_wish_that_chance_meets_is_said_not_to_come_first() -> None:
    """Four of each may be in a group, and a group has no more members."""
    few = {"rule": "at_most", "field": "role", "most": 4, "level": "should"}
    plain = programme().model_dump()
    groups = {**plain["groups"], "alike_first": {"rules": ["few"], "level": 2}}
    asked_for = {**plain, "groups": groups, "rules": [{**few, "key": "few"}, plain["rules"][1]]}
    found = compose(people(), Programme.model_validate(asked_for))
    assert [n.place for n in found.notices if n.code == "compose.not_alike_first"] == ["few"]


def test_beyond_the_level_only_the_others_count() -> None:
    """Hardly any likeness of size is asked, so that all who do the same sit together."""
    easy = composed(0.5)
    together = {frozenset(a.role for a in group) for group in easy.composition.groups.values()}
    assert together == {frozenset({"groei"}), frozenset({"opvolging"})}
    assert easy.score.alike == easy.score.points == 0
    strict = composed(50)
    sizes = {frozenset(a.fte for a in group) for group in strict.composition.groups.values()}
    assert sizes == {frozenset(SIZES[:4]), frozenset(SIZES[4:])}
    assert strict.score.alike > 0


def test_what_was_asked_and_reached_is_said() -> None:
    easy, strict = composed(0.5), composed(50)
    found = reached(easy)
    assert found is not None
    assert found.enough
    assert "Dat is gelukt" in alike_enough(easy, Language.NL)
    against = strict.random["size"]
    best = reached(strict)
    assert best is not None
    assert not best.enough
    assert best.times == pytest.approx((against.random / against.value) ** 0.5)
    assert "We found no more than" in alike_enough(strict, Language.EN)
    assert alike_enough(composed(None), Language.NL) == ""


def test_it_stands_in_the_proposal() -> None:
    strict = composed(50)
    assert document(strict, Language.NL).score.alike == strict.score.alike > 0
    assert document(composed(None), Language.NL).score.alike == 0


@pytest.mark.parametrize("key", ["nobody", ""])
def test_a_key_that_no_wish_has_is_refused(key: str) -> None:
    with pytest.raises(ValidationError, match="no wish"):
        programme(alike_first={"rules": [key], "level": 1.5})
