"""A small round with every kind of rule, composed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from cohorts import compose
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme

THEMES = ("personeel", "groei", "opvolging")


@dataclass(frozen=True)
class Small:
    people: tuple[Applicant, ...]
    programme: Programme
    relations: tuple[Relation, ...]
    proposal: Proposal


def people(count: int = 24) -> tuple[Applicant, ...]:
    return tuple(
        Applicant(
            id=ApplicantId(f"p{i:02}"),
            name=f"Persoon {i}",
            company=f"Bedrijf {i}",
            fte=float(1 + (i * 7) % 23),
            turnover=1e5 * (1 + (i * 5) % 11),
            founded=1990 + (i * 3) % 17,
            province=("Overijssel", "Gelderland")[i % 2],
            question=("personeel vinden en houden", "groei betalen bij de bank")[i % 3 == 0],
            themes=(THEMES[i % 3], THEMES[(i // 2) % 3]),
            latitude=52.0 + i / 50,
            longitude=6.0 + (i % 5) / 10,
            extra={"branche": ("bouw", "zorg", "ict", "handel")[i % 4]},
        )
        for i in range(count)
    )


RULES: list[dict[str, object]] = [
    {"rule": "comparable", "field": "fte", "scale": "log", "widest": 8},
    {"rule": "comparable", "field": "founded"},
    {"rule": "same_question"},
    {"rule": "shared_theme"},
    {"rule": "alike", "field": "province"},
    {"rule": "at_most", "field": "branche", "most": 3, "level": "must"},
    {"rule": "at_least", "field": "branche", "value": "ict"},
    {"rule": "keep_apart"},
    {"rule": "keep_together"},
    {"rule": "pin", "person": "p03", "group": 2},
]


def programme(
    rules: Sequence[Mapping[str, object]] | None = None, places: str = "at most 22"
) -> Programme:
    return Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {"size": (6, 9), "target": 8, "places": places},
            "rules": RULES if rules is None else rules,
        }
    )


def relations() -> tuple[Relation, ...]:
    def pair(a: int, b: int, kind: RelationKind) -> Relation:
        return Relation(ApplicantId(f"p{a:02}"), ApplicantId(f"p{b:02}"), kind, None)

    return (
        pair(0, 1, RelationKind.COMPETITOR),
        pair(3, 5, RelationKind.COMPETITOR),
        pair(8, 9, RelationKind.TOGETHER),
    )


@cache
def small() -> Small:
    given, asked, between = people(), programme(), relations()
    proposal = compose(given, asked, relations=between, effort="quick", seed=4)
    return Small(given, asked, between, proposal)


@cache
def none_open() -> Proposal:
    """Six people who must share a theme, three of each: no group of six can be formed."""
    themes = (("groei",), ("opvolging",))
    six = tuple(replace(a, themes=themes[i % 2]) for i, a in enumerate(people(6)))
    must = {"rule": "shared_theme", "level": "must"}
    wish = {"rule": "comparable", "field": "fte"}
    return compose(six, programme([wish, must], places="as many as possible"), effort="quick")
