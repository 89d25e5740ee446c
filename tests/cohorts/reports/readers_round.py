"""A round with everything about people that somebody should not see, and ways to change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from cohorts import compose
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.record.reopen import reopen
from cohorts.words import Language
from tests.cohorts.small_round import people as plain_people

OFFERS = ("hulp bij opvolging", "goede mensen vinden en houden", "groei zonder bank")
RULES = [
    {"rule": "comparable", "field": "fte", "scale": "log"},
    {"rule": "comparable", "field": "turnover", "scale": "log"},
    {"rule": "same_question", "fields": ["question", "offer"]},
    {"rule": "shared_theme"},
    {"rule": "keep_apart"},
    {"rule": "merit"},
    {"rule": "quota", "field": "province", "value": "Overijssel", "most": 20},
    {"rule": "comparable", "field": "birth_year"},
]
CONDITIONS = [
    {"condition": "between", "field": "fte", "least": 2, "most": 250},
    {"condition": "between", "field": "turnover", "least": 0, "most": 5e7, "key": "omzet"},
]
MEETINGS = [
    {"title": {"nl": "Start, samen", "en": "Kick-off"}, "after_days": 0, "hours": 3, "joint": True},
    {"title": {"nl": "Module 1", "en": "Module 1"}, "after_days": 19, "hours": 4},
    {"title": {"nl": "Module 2", "en": "Module 2"}, "after_days": 60, "hours": 4},
]


def people() -> tuple[Applicant, ...]:
    """26 people; the last two are too small and have not said yes."""
    found = [
        replace(
            a,
            email=f"persoon{i}@voorbeeld.example",
            consent=(True, None, False)[i % 3] if i else True,
            profit=1000.0 * i,
            birth_year=1950 + i,
            offer=OFFERS[i % 3],
            activity=f"Maakt dingen van soort {i}.",
            place=("Zwolle", "Deventer", "Apeldoorn")[i % 3],
            municipality=("Zwolle", "Deventer", "Apeldoorn")[i % 3],
            fte=(a.fte or 0) + 2,
            status=Status.CONFIRMED,
            competitors=(f"Rivaal {i}",),
        )
        for i, a in enumerate(plain_people())
    ]
    small = replace(found[0], id=ApplicantId("q1"), company="Klein Bedrijf", fte=1.0)
    unsure = replace(
        found[1], id=ApplicantId("q2"), company="Misschien", status=Status.PROBABLE, email="q@x.nl"
    )
    return (*found, small, unsure)


def programme() -> Programme:
    return Programme.model_validate(
        {
            "schema_version": 1,
            "name": "lezers",
            "title": {"nl": "Voor lezers", "en": "For readers"},
            "words": {"group": {"nl": "kring", "en": "circle"}},
            "groups": {"size": (6, 9), "target": 8, "places": "at most 22"},
            "conditions": CONDITIONS,
            "rules": RULES,
            "meetings": MEETINGS,
        }
    )


def relations() -> tuple[Relation, ...]:
    def pair(a: int, b: int, kind: RelationKind, note: str = "") -> Relation:
        return Relation(ApplicantId(f"p{a:02}"), ApplicantId(f"p{b:02}"), kind, None, note)

    return (
        pair(0, 1, RelationKind.COMPETITOR, "geheime ruzie"),
        pair(3, 5, RelationKind.COMPETITOR),
        pair(8, 9, RelationKind.KNOWS),
    )


def merit() -> Mapping[ApplicantId, int]:
    """The two who quarrel stand highest: both have a place."""
    return {a.id: 9000 - 17 * i for i, a in enumerate(people())}


@cache
def readers() -> Proposal:
    return compose(
        people(), programme(), relations=relations(), merit=merit(), effort="quick", seed=2
    )


def again(
    change: Callable[[int, Applicant], Applicant],
    points: Mapping[ApplicantId, int] | None = None,
    between: tuple[Relation, ...] | None = None,
) -> Proposal:
    """The same groups of people about whom something else is true."""
    changed = tuple(change(i, a) for i, a in enumerate(people()))
    return reopen(
        document(readers(), Language.NL),
        changed,
        programme(),
        relations=relations() if between is None else between,
        merit=points or merit(),
    )


@cache
def same() -> Proposal:
    """The proposal as it is read back, with nothing changed."""
    return again(lambda _, a: a)
