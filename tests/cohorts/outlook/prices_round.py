"""A small round with musts, wishes and people who are not sure yet, priced once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from cohorts.outlook.prices import Prices, prices
from cohorts.people.applicant import Applicant, Status
from cohorts.programme.programme import Programme
from tests.cohorts.small_round import people, programme, relations

RULES: list[dict[str, object]] = [
    {"rule": "comparable", "field": "fte", "scale": "log"},
    {"rule": "alike", "field": "province"},
    {"rule": "at_most", "field": "branche", "most": 2, "level": "must"},
    {"rule": "keep_apart"},
]
CONFIRMED, PROBABLE = 20, 3


def asked() -> Programme:
    return programme(RULES, places="everyone")


def round_people() -> tuple[Applicant, ...]:
    """Twenty confirmed, three probable, one only approached."""
    statuses = [Status.CONFIRMED] * CONFIRMED + [Status.PROBABLE] * PROBABLE + [Status.APPROACHED]
    return tuple(replace(a, status=s) for a, s in zip(people(24), statuses, strict=True))


@cache
def priced() -> Prices:
    return prices(round_people(), asked(), relations=relations(), seed=3, other_lots=2)
