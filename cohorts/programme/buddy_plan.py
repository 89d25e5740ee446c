"""How the members of a group become buddies: in what form, and what makes a good one."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from cohorts.forms.field import Text
from cohorts.programme.named_rule import NamedRule, keyed
from cohorts.rules.rule import Rule


class Form(StrEnum):
    """PAIRS: two are each other's buddy. RING: each is the buddy of the next.

    GUIDE: who has more experience guides those who have less.
    """

    PAIRS = "pairs"
    RING = "ring"
    GUIDE = "guide"


class OddOne(StrEnum):
    """What is done in pairs with an odd number: three of them together, or one has no buddy."""

    TRIO = "trio"
    OUT = "out"


class BuddyPlan(BaseModel):
    """``rules`` of a group of two; a must forbids a pair, a should makes it better or worse.

    ``most``: with guides, how many each may guide. Guides are whoever has ``guide_from`` of
    ``guide_field`` or more; where no ``guide_from`` is given, those who have most of it, no more of
    them than are needed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: Form = Form.PAIRS
    odd: OddOne = OddOne.TRIO
    most: int = Field(2, ge=1, le=20)
    guide_field: Text = "experience"
    guide_from: float | None = Field(None, allow_inf_nan=False)
    rules: tuple[NamedRule, ...] = ()

    @field_validator("rules")
    @classmethod
    def _of_two(cls, given: tuple[Rule, ...]) -> tuple[Rule, ...]:
        for rule in given:
            if not rule.OF_FEW:
                facts = {"given": rule.rule}
                raise PydanticCustomError("not_of_two", "{given} says nothing of two", facts)
        return keyed(given, [rule.rule for rule in given])

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.rules:
            raise PydanticCustomError("too_short", "at least one")
        return self


@cache
def usual() -> BuddyPlan:
    """Of a programme that says nothing of buddies: an assumption of ours, and told as one."""
    return BuddyPlan.model_validate(
        {
            "rules": [
                {"rule": "complementary", "field": "experience", "weight": 2},
                {"rule": "same_question", "weight": 2},
                {"rule": "availability", "weight": 1},
                {"rule": "travel", "weight": 1},
                {"rule": "at_most", "key": "sector", "field": "sector", "most": 1},
                {"rule": "at_most", "key": "company", "field": "company", "most": 1, "weight": 4},
                {"rule": "same_trade", "weight": 2},
                {"rule": "chain_apart", "level": "must"},
                {"rule": "past_contact", "kinds": ["met"], "weight": 4},
            ]
        }
    )
