"""A few people, and what a small programme asks of them."""

from __future__ import annotations

from typing import Any

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair
from cohorts.programme.programme import Programme, load_programme
from cohorts.rules.rule import Level
from tests.docs.pages import ROOT

NINE: Programme = load_programme(ROOT / "docs" / "examples" / "programme.toml")


def people(count: int, **each: Any) -> list[Applicant]:
    """``p01``, ``p02`` …; ``each``: a field → its value for every one of them, in order."""
    return [
        Applicant(
            id=ApplicantId(f"p{i + 1:02}"),
            name=f"Persoon {i + 1:02}",
            **{field: values[i] for field, values in each.items()},
        )
        for i in range(count)
    ]


def with_wish_apart() -> Programme:
    """The same programme, where competitors would rather not sit together."""
    rules = tuple(
        rule.model_copy(update={"level": Level.SHOULD}) if rule.rule == "keep_apart" else rule
        for rule in NINE.rules
    )
    return NINE.model_copy(update={"rules": rules})


def pair(one: int, other: int) -> Pair:
    """Two of them."""
    a, b = who(one, other)
    return a, b


def who(*numbers: int) -> tuple[ApplicantId, ...]:
    """The ids of these people."""
    return tuple(ApplicantId(f"p{number:02}") for number in numbers)
