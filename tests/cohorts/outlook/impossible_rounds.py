"""Random rounds that are impossible, or too small: the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cohorts.composing.inputs import Given
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme

TRADES, ROLES = ("bouw", "zorg", "ict", "sport"), ("maker", "school")
PROVINCES = ("Drenthe", "Zeeland")
THEMES = ("groei", "opvolging", "personeel")
Rule = dict[str, Any]


@dataclass(frozen=True)
class Made:
    """A round as an organiser would give it."""

    people: tuple[Applicant, ...]
    programme: Programme
    given: Given


def made(seed: int) -> Made:
    """Six to 24 people, one to three kinds of musts, now and then too few people."""
    dice = random.Random(seed)
    n = dice.randint(6, 24)
    people = tuple(_person(i, dice) for i in range(n))
    groups = dice.choice([g for g in (1, 2, 3, 4) if n // g >= 3])
    smallest = dice.randint(3, max(3, n // groups))
    largest = dice.randint(max(smallest, -(-n // groups)), max(smallest, -(-n // groups)) + 2)
    if dice.random() < 0.15:
        smallest = n // groups + dice.randint(1, 3)
        largest = smallest + 2
    kinds = dice.sample(sorted(KINDS), dice.randint(1, 3))
    rules: list[Rule] = [{"rule": "comparable", "field": "turnover"}]
    for kind in kinds:
        rules += KINDS[kind](dice, n, groups)
    places = "everyone" if dice.random() < 0.8 else f"exactly {max(n - 1, groups * smallest)}"
    programme = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {"size": (smallest, largest), "target": smallest, "places": places},
            "rules": rules,
        }
    )
    given = Given(groups=groups, relations=_relations(dice, n, kinds), seed=seed)
    return Made(people, programme, given)


def _person(i: int, dice: random.Random) -> Applicant:
    return Applicant(
        id=ApplicantId(f"p{i:02}"),
        company=f"Bedrijf {i}",
        turnover=float(dice.randint(1, 400) * 1000),
        fte=float(dice.choice([2, 3, 5, 8, 13, 40])),
        experience=float(dice.choice([0, 1, 2, 4, 12])),
        province=dice.choice(PROVINCES),
        role=dice.choice(ROLES) if dice.random() < 0.6 else None,
        themes=tuple(sorted(dice.sample(THEMES, dice.randint(1, 2)))),
        extra={"branche": dice.choice(TRADES)},
    )


def _relations(dice: random.Random, n: int, kinds: list[str]) -> tuple[Relation, ...]:
    found: dict[tuple[int, int], Relation] = {}
    often = {RelationKind.COMPETITOR: n, RelationKind.TOGETHER: 3}
    for kind, most in often.items():
        if f"keep_{'apart' if kind is RelationKind.COMPETITOR else 'together'}" in kinds:
            for _ in range(dice.randint(2, most)):
                a, b = sorted(dice.sample(range(n), 2))
                pair = ApplicantId(f"p{a:02}"), ApplicantId(f"p{b:02}")
                found.setdefault((a, b), Relation(*pair, kind, None))
    return tuple(found.values())


def _pins(dice: random.Random, n: int, groups: int) -> list[Rule]:
    pinned = dice.sample(range(n), min(n, 3))
    return [{"rule": "pin", "person": f"p{i:02}", "group": dice.randint(1, groups)} for i in pinned]


def _one(**fields: Any) -> list[Rule]:
    return [{"level": "must", **fields}]


KINDS: Mapping[str, Callable[[random.Random, int, int], list[Rule]]] = {
    "at_least": lambda d, _n, _k: _one(
        rule="at_least", field="branche", value=d.choice(TRADES), least=d.randint(1, 3)
    ),
    "at_most": lambda d, _n, _k: _one(rule="at_most", field="branche", most=d.randint(1, 3)),
    "keep_apart": lambda _d, _n, _k: _one(rule="keep_apart"),
    "keep_together": lambda _d, _n, _k: _one(rule="keep_together"),
    "pin": _pins,
    "alike": lambda _d, _n, _k: _one(rule="alike", field="province"),
    "widest": lambda d, _n, _k: _one(
        rule="comparable", field="fte", scale="log", widest=d.choice([4, 8])
    ),
    "roles_wanted": lambda d, _n, _k: _one(
        rule="roles_wanted", wanted={"maker": d.randint(1, 2), "school": d.randint(1, 3)}
    ),
    "experienced_among": lambda d, _n, _k: _one(
        rule="experienced_among", from_value=10, least=1, most=d.choice([None, 2])
    ),
    "several": lambda d, _n, _k: _one(rule="several", field="branche", least=d.randint(2, 4)),
    "never_alone": lambda _d, _n, _k: _one(rule="never_alone", field="branche"),
    "shared_theme": lambda _d, _n, _k: _one(rule="shared_theme"),
}
