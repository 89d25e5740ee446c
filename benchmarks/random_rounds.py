"""Random rounds as an organiser might give them: every kind of rule, as a must or as a wish.

The same ones every time, by their number. Small enough to try every division of.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cohorts.composing.compose import demands_of
from cohorts.composing.inputs import Given
from cohorts.composing.prepare import prepare
from cohorts.errors import InputError, NoCompositionError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from solver.task import Task

TRADES, ROLES = ("bouw", "zorg", "ict", "sport"), ("maker", "school", "bank")
PROVINCES = ("Drenthe", "Zeeland", "Gelderland")
THEMES, SLOTS = ("groei", "opvolging", "personeel"), ("ma", "di", "wo")
WORDS = ("personeel vinden", "groei betalen", "de zaak overdragen", "online verkopen")
HOMES = ((52.51, 6.09), (52.09, 5.12), (50.85, 5.69), (51.59, 4.78))
Rule = dict[str, Any]
Dice = random.Random


@dataclass(frozen=True)
class Made:
    """A round: the people, what is asked of their groups, and what is given beside them."""

    people: tuple[Applicant, ...]
    programme: Programme
    given: Given

    def task(self) -> Task | None:
        """What the solver gets; None where the counts cannot work, or nothing is asked."""
        try:
            round_ = prepare(self.people, self.programme, **self.given)
            return demands_of(self.programme, round_)[0].task
        except (InputError, NoCompositionError):
            return None


def made(seed: int, least: int = 10, most: int = 12, counts: Sequence[int] = (1, 2, 3, 4)) -> Made:
    """So many people, in one of ``counts`` groups, two to five kinds of rules, most of them musts.

    Of ``counts`` those that leave two people for each group.
    """
    dice = Dice(seed)
    n = dice.randint(least, most)
    groups = dice.choice([g for g in counts if n // g >= 2])
    smallest = dice.randint(2, max(n // groups, 2))
    largest = dice.randint(smallest, max(n // groups + 2, smallest))
    kinds = dice.sample(sorted(KINDS), dice.randint(2, 5))
    rules: list[Rule] = []
    for kind in kinds:
        rules += KINDS[kind](dice, n, groups)
    if not any(rule.get("level") == "should" for rule in rules):
        rules.append({"rule": "comparable", "field": "fte", "level": "should", "scale": "log"})
    some = dice.randint(smallest, n)
    places = dice.choice(
        ["as many as possible", "as many as possible", f"at most {some}", "everyone"]
        + ([f"exactly {some}"] if some >= groups * smallest else [])
    )
    plan = {"size": (smallest, largest), "target": smallest, "places": places}
    programme = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {**plan, "fairness": dice.random() < 0.2},
            "rules": rules,
        }
    )
    ids = [ApplicantId(f"p{i:02}") for i in range(n)]
    given = Given(relations=_relations(dice, ids), seed=seed)
    if places.startswith(("as", "at")) or largest * groups >= n:
        given["groups"] = groups
    if "merit" in kinds:
        given["merit"] = {one: dice.randint(1, 9) for one in ids}
    if "stay" in kinds:
        given["previous"] = {one: dice.randint(1, groups) for one in ids if dice.random() < 0.7}
    return Made(tuple(_person(i, dice) for i in range(n)), programme, given)


def _person(i: int, dice: Dice) -> Applicant:
    home = dice.choice([None, *HOMES])
    return Applicant(
        id=ApplicantId(f"p{i:02}"),
        name=f"N{i}",
        company=dice.choice([f"Bedrijf {i}", "Alfa BV", "Beta BV"]),
        turnover=float(dice.randint(1, 400) * 1000),
        fte=dice.choice([None, 2.0, 3.0, 5.0, 8.0, 13.0, 34.0]),
        experience=float(dice.choice([0, 1, 2, 4, 12])),
        province=dice.choice(PROVINCES),
        municipality=dice.choice(PROVINCES),
        question=dice.choice([None, *WORDS]),
        role=dice.choice([None, *ROLES]),
        themes=tuple(sorted(dice.sample(THEMES, dice.randint(0, 2)))),
        availability=tuple(sorted(dice.sample(SLOTS, dice.randint(0, 2)))),
        latitude=home and home[0],
        longitude=home and home[1],
        extra={"branche": dice.choice(["", *TRADES, "bouw|zorg"]), "voucher": "500"},
    )


def _relations(dice: Dice, ids: list[ApplicantId]) -> tuple[Relation, ...]:
    found: dict[tuple[int, int], Relation] = {}
    often = {RelationKind.COMPETITOR: 8, RelationKind.TOGETHER: 2, RelationKind.MET: 6}
    for kind, most in often.items():
        for _ in range(dice.randint(1, most)):
            a, b = sorted(dice.sample(range(len(ids)), 2))
            found.setdefault((a, b), Relation(ids[a], ids[b], kind, None))
    return tuple(found.values())


def _asked(dice: Dice, musts: float = 0.6, **fields: Any) -> list[Rule]:
    """The rule as a must or as a wish of some weight."""
    if dice.random() < musts:
        return [{"level": "must", **fields}]
    return [{"level": "should", "weight": dice.choice([0.5, 1, 2, 3.25]), **fields}]


def _pins(dice: Dice, n: int, groups: int) -> list[Rule]:
    pinned = dice.sample(range(n), dice.randint(1, 2))
    return [{"rule": "pin", "person": f"p{i:02}", "group": dice.randint(1, groups)} for i in pinned]


KINDS: Mapping[str, Callable[[Dice, int, int], list[Rule]]] = {
    "alike": lambda d, _n, _k: _asked(d, 0.2, rule="alike", field="province"),
    "at_least": lambda d, _n, _k: _asked(
        d, rule="at_least", field="branche", value=d.choice(TRADES), least=d.randint(1, 2)
    ),
    "at_most": lambda d, _n, _k: _asked(d, rule="at_most", field="branche", most=d.randint(1, 3)),
    "availability": lambda d, _n, _k: _asked(d, rule="availability", slots=d.randint(1, 2)),
    "comparable": lambda _d, _n, _k: [
        {"rule": "comparable", "field": "turnover", "level": "should", "scale": "log"}
    ],
    "experienced_among": lambda d, _n, _k: _asked(
        d, rule="experienced_among", from_value=4, least=1, most=d.choice([None, 2])
    ),
    "keep_apart": lambda d, _n, _k: _asked(d, rule="keep_apart"),
    "keep_together": lambda d, _n, _k: _asked(d, rule="keep_together"),
    "merit": lambda d, _n, _k: _asked(d, 0.0, rule="merit"),
    "never_alone": lambda d, _n, _k: _asked(d, rule="never_alone", field="province"),
    "past_contact": lambda d, _n, _k: _asked(
        d, 0.0, rule="past_contact", wish=d.choice(["avoid", "prefer"])
    ),
    "pin": _pins,
    "quota": lambda d, n, _k: _asked(
        d, rule="quota", field="branche", value="zorg", most=d.randint(1, n // 2)
    ),
    "roles_wanted": lambda d, _n, _k: _asked(d, rule="roles_wanted", wanted={d.choice(ROLES): 1}),
    "same_question": lambda d, _n, _k: _asked(d, 0.0, rule="same_question"),
    "several": lambda d, _n, _k: _asked(d, rule="several", field="branche", least=2),
    "shared_theme": lambda d, _n, _k: _asked(d, rule="shared_theme"),
    "size_balance": lambda d, _n, _k: _asked(d, 0.3, rule="size_balance"),
    "stay": lambda d, _n, _k: _asked(d, 0.0, rule="stay"),
    "travel": lambda d, _n, _k: _asked(d, 0.0, rule="travel"),
    "widest": lambda d, _n, _k: _asked(
        d, 1.0, rule="comparable", field="fte", scale="log", widest=d.choice([4, 8])
    ),
}
