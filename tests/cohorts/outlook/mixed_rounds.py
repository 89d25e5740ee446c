"""Random rounds with every kind of must, many of them impossible: the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cohorts.composing.inputs import Given
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from tests.cohorts.outlook.impossible_rounds import Made

TRADES, ROLES, PROVINCES = (
    ("bouw", "zorg", "ict", "sport"),
    ("maker", "school"),
    ("Drenthe", "Zeeland"),
)
THEMES, SLOTS = ("groei", "opvolging", "personeel"), ("ma", "di", "wo", "do")
HOMES = ((53.22, 6.57), (52.52, 6.09), (52.09, 5.12), (51.56, 5.09), (50.85, 5.69), None)
"""Groningen, Zwolle, Utrecht, Tilburg, Maastricht; of the last it is not known."""
TOWNS = ("Groningen", "Zwolle", "Utrecht", "Maastricht")
KINDS_OF_RELATIONS = (
    RelationKind.COMPETITOR, RelationKind.TOGETHER, RelationKind.FAMILY, RelationKind.MET,
    RelationKind.NONE,
)  # fmt: skip
SMALL = 10
"""Up to so many people a round is small: everything about it is known in a moment."""
Rule = dict[str, Any]
Dice = random.Random


def mixed(seed: int, without: Collection[str] = ()) -> Made:
    """Five to 18 people in one to four groups, one to six kinds of musts, but ``without``."""
    dice = random.Random(seed)
    n = dice.randint(5, 18)
    people = tuple(_person(i, dice) for i in range(n))
    groups = dice.choice([g for g in (1, 2, 3, 4) if n // g >= 2])
    fits = n // groups
    smallest = dice.randint(2, max(2, fits))
    largest = max(smallest, -(-n // groups)) + dice.randint(0, 2)
    if dice.random() < 0.08:
        smallest, largest = fits + 1, fits + 3
    places = _places(dice, n, groups, smallest)
    kinds = dice.sample(sorted(KINDS.keys() - set(without)), dice.randint(1, 4))
    if places.startswith(("at", "as")):
        # where groups may stay closed these are what can make it impossible
        kinds = sorted({*kinds, *dice.sample(("pin", "quota", "stay", "pin"), 2)})
    rules: list[Rule] = [{"rule": "comparable", "key": "omzet", "field": "turnover"}]
    rules += [{"level": "must", **rule} for kind in kinds for rule in KINDS[kind](dice, n, groups)]
    programme = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {"size": (smallest, largest), "target": smallest, "places": places},
            "rules": [rule for rule in rules if rule["rule"] != "stay"],
        }
    )
    given = Given(groups=groups, relations=_relations(dice, n), seed=seed)
    if "stay" in kinds:
        given["previous"] = _before(dice, n, groups)
        given["keep"] = True
    if dice.random() < 0.1:
        given["pins"] = {ApplicantId("p01"): dice.randint(1, groups)}
    return Made(people, programme, given)


def _places(dice: Dice, n: int, groups: int, smallest: int) -> str:
    some = max(n - dice.randint(1, 3), min(groups * smallest, n), 1)
    texts = ("everyone", f"exactly {some}", f"at most {some}", "as many as possible")
    return dice.choices(texts, (5, 2, 2, 2))[0]


def _person(i: int, dice: Dice) -> Applicant:
    home = dice.choice(HOMES)
    return Applicant(
        id=ApplicantId(f"p{i:02}"),
        name=f"Persoon {i}",
        company=dice.choice(("Alfa", "Beta", *[f"Bedrijf {i}"] * 4)),
        turnover=float(dice.randint(1, 400) * 1000),
        fte=float(dice.choice([2, 3, 5, 8, 13, 40])) if dice.random() < 0.9 else None,
        experience=float(dice.choice([0, 1, 2, 4, 12])),
        province=dice.choice(PROVINCES),
        role=dice.choice(ROLES) if dice.random() < 0.6 else None,
        themes=tuple(sorted(dice.sample(THEMES, dice.randint(0, 2)))),
        availability=tuple(sorted(dice.sample(SLOTS, dice.randint(0, 3)))),
        latitude=home and home[0],
        longitude=home and home[1],
        extra={"branche": dice.choice(TRADES), "voucher": str(500 * dice.randint(1, 5))},
    )


def stranger(dice: Dice, i: int) -> Applicant:
    """Somebody like the others, of a company of their own."""
    return replace(_person(i, dice), name=f"Vreemde {i}", company=f"Elders {i}")


def _relations(dice: Dice, n: int) -> tuple[Relation, ...]:
    found: dict[tuple[int, int, RelationKind], Relation] = {}
    for _ in range(dice.randint(0, n)):
        a, b = dice.sample(range(n), 2)
        kind = dice.choices(KINDS_OF_RELATIONS, (6, 3, 2, 2, 1))[0]
        must = dice.choice((None, None, None, True, False))
        one, other = ApplicantId(f"p{a:02}"), ApplicantId(f"p{b:02}")
        found.setdefault((min(a, b), max(a, b), kind), Relation(one, other, kind, must))
    return tuple(found.values())


def _before(dice: Dice, n: int, groups: int) -> Mapping[ApplicantId, int]:
    """Most people's earlier group; now and then one that is gone."""
    most = groups + (dice.random() < 0.1)
    sat = [i for i in range(n) if dice.random() < 0.6]
    return {ApplicantId(f"p{i:02}"): dice.randint(1, most) for i in sat}


def _pins(dice: Dice, n: int, groups: int) -> Sequence[Rule]:
    pinned = dice.sample(range(2, n), min(n - 2, dice.randint(1, 4)))
    return [
        {"rule": "pin", "key": f"pin{i}", "person": f"p{i:02}", "group": dice.randint(1, groups)}
        for i in pinned
    ]


def _quota(dice: Dice, n: int, _: int) -> Sequence[Rule]:
    least = dice.choice([0, n // 4, n // 3, n // 2])
    if dice.random() < 0.5:
        rule = {"field": "branche", "value": dice.choice(TRADES)}
        return [{"rule": "quota", **rule, "least": least, "most": least + dice.randint(0, 3)}]
    rule = {"field": "province", "value": dice.choice(PROVINCES), "amount": "voucher"}
    return [{"rule": "quota", **rule, "least": 1500 * least, "most": 1500 * least + 2000}]


def _one(make: Callable[[Dice], Rule]) -> Callable[[Dice, int, int], Sequence[Rule]]:
    return lambda dice, _n, _groups: [make(dice)]


KINDS: dict[str, Callable[[Dice, int, int], Sequence[Rule]]] = {
    "alike": _one(lambda _: {"rule": "alike", "field": "province"}),
    "at_least": _one(
        lambda d: {
            "rule": "at_least", "field": "branche", "value": d.choice(TRADES),
            "least": d.randint(1, 3),
        }
    ),
    "at_most": _one(lambda d: {"rule": "at_most", "field": "branche", "most": d.randint(1, 3)}),
    "availability": _one(lambda d: {"rule": "availability", "slots": d.randint(1, 2)}),
    "company_together": _one(
        lambda d: {"rule": "company_together", "most": d.randint(1, 3), "level": _level(d)}
    ),
    "experienced_among": _one(
        lambda d: {
            "rule": "experienced_among", "from_value": 10, "least": 1, "most": d.choice([None, 2])
        }
    ),
    "family_apart": _one(lambda d: {"rule": "family_apart", "level": _level(d)}),
    "keep_apart": _one(lambda d: {"rule": "keep_apart", "level": _level(d)}),
    "keep_together": _one(lambda d: {"rule": "keep_together", "level": _level(d)}),
    "never_alone": _one(lambda d: {"rule": "never_alone", "field": d.choice(("branche", "role"))}),
    "past_contact": _one(lambda d: {"rule": "past_contact", "wish": "avoid", "level": _level(d)}),
    "pin": _pins,
    "quota": _quota,
    "roles_wanted": _one(
        lambda d: {
            "rule": "roles_wanted", "wanted": {"maker": d.randint(1, 2), "school": d.randint(1, 2)}
        }
    ),
    "several": _one(lambda d: {"rule": "several", "field": "branche", "least": d.randint(2, 4)}),
    "shared_theme": _one(lambda _: {"rule": "shared_theme"}),
    "size_balance": _one(lambda _: {"rule": "size_balance"}),
    "stay": _one(lambda _: {"rule": "stay"}),
    "travel": _one(
        lambda d: {
            "rule": "travel", "widest_km": float(d.choice((60, 100, 160))),
            "weight": d.choice((0.5, 1.0)),
            "places": tuple(sorted(d.sample(TOWNS, d.randint(1, 3)))),
        }
    ),
    "widest": _one(
        lambda d: {
            "rule": "comparable", "key": "staf", "field": "fte", "scale": "log",
            "widest": d.choice([4, 8]),
        }
    ),
}  # fmt: skip


def _level(dice: Dice) -> str:
    """A should whose rows may be musts all the same."""
    return dice.choice(("must", "must", "should"))
