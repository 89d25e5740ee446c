"""Criteria as TOML: ``[[criteria]]`` with name, weight, low, high and anchors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from cohorts.committee.votes import Criterion
from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.forms.read_file import MOST_TEXT, read_text
from cohorts.forms.toml_file import read_programme_table
from cohorts.forms.written_number import Exact
from cohorts.intake.fields.headers import plain

MOST = 10**9
"""No score and no weight is larger, below 0 or above it."""


def _held(value: Fraction) -> Fraction:
    if abs(value) > MOST:
        raise PydanticCustomError("less_than_equal", "too large", {"le": MOST})
    return value


Figure = Annotated[Exact, AfterValidator(_held)]


class StatedCriterion(BaseModel):
    """One ``[[criteria]]``; ``anchors``: score → what it stands for."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    name: str = Field(min_length=1, max_length=200)
    weight: Figure = Fraction(1)
    low: Figure = Fraction(1)
    high: Figure = Fraction(5)
    anchors: Mapping[Figure, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _holds_together(self) -> StatedCriterion:
        if self.weight <= 0:
            raise PydanticCustomError("greater_than", "weight: above 0", {"gt": 0})
        if self.low >= self.high:
            raise PydanticCustomError("bounds_order", "low < high")
        if not all(self.low <= score <= self.high for score in self.anchors):
            raise PydanticCustomError("anchor_outside", "an anchor outside low … high")
        return self

    @property
    def criterion(self) -> Criterion:
        """As a ballot is asked by it."""
        return Criterion(self.name, self.weight, self.low, self.high, dict(self.anchors))


class CriteriaTable(BaseModel):
    """A file of criteria, or the part of a larger one that holds them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    criteria: tuple[StatedCriterion, ...] = Field(max_length=100)

    @field_validator("criteria", mode="after")
    @classmethod
    def _any(cls, stated: tuple[StatedCriterion, ...]) -> tuple[StatedCriterion, ...]:
        """Not by its length: who fills in one wrongly would hear that there is none as well."""
        if not stated:
            raise PydanticCustomError("too_short", "at least one")
        return stated


def criteria_of(stated: tuple[StatedCriterion, ...], file: str) -> tuple[Criterion, ...]:
    """The criteria of a parsed table. Raises InputError for two that are called the same."""
    often = Counter(plain(one.name) for one in stated)
    if twice := tuple(one.name for one in stated if often[plain(one.name)] > 1):
        raise InputError(Problem("votes.criterion_twice", file, {"names": twice}))
    return tuple(one.criterion for one in stated)


def read_criteria(path: str | Path) -> tuple[Criterion, ...]:
    """The criteria in a TOML file, in its order.

    Raises InputError for a file that cannot be read, and with every fault in it, by its line.
    """
    path = Path(path)
    try:
        text = read_text(path, MOST_TEXT)
    except FileNotFoundError:
        raise InputError(Problem("intake.no_file", str(path))) from None
    except (OSError, UnicodeDecodeError) as error:
        facts = {"fault": fault_of(error)}
        raise InputError(Problem("intake.cannot_read", str(path)[:80], facts)) from None
    table = read_programme_table(text, path.name, CriteriaTable, "votes")
    return criteria_of(table.criteria, path.name)
