"""Criteria as TOML: ``[[criteria]]`` with name, weight, low, high and anchors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from cohorts.committee.votes import Criterion
from cohorts.errors import InputError, Problem
from cohorts.forms.exact_number import Exact
from cohorts.forms.fault import fault_of
from cohorts.forms.field import Said
from cohorts.forms.read_file import MOST_TEXT, read_text
from cohorts.forms.toml_file import read_programme_table
from cohorts.intake.fields.headers import plain
from cohorts.words.language import Language

MOST = 10**9
"""No score and no weight is larger, below 0 or above it."""
LONGEST = 200
"""Signs of the name of a criterion."""


def _in_reach(value: Fraction) -> Fraction:
    if abs(value) > MOST:
        raise PydanticCustomError("less_than_equal", "too large", {"le": MOST})
    return value


Number = Annotated[Exact, AfterValidator(_in_reach)]


def _shortest(said: Mapping[Language, str]) -> object:
    """One text where every language says the same: a plan that was kept so keeps its digest."""
    first, *others = said.values()
    return first if all(one == first for one in others) else dict(said)


def _a_name(said: dict[Language, str]) -> dict[Language, str]:
    if not said or not all(text.strip() for text in said.values()):
        raise PydanticCustomError("string_too_short", "blank")
    if max(map(len, said.values())) > LONGEST:
        raise PydanticCustomError("long_text", "at most {most}", {"most": LONGEST})
    return said


Anchor = Annotated[Said, PlainSerializer(_shortest)]
"""What a score stands for, in every language."""
Name = Annotated[Said, AfterValidator(_a_name), PlainSerializer(_shortest)]
"""What a criterion is called, in every language and never blank."""


class StatedCriterion(BaseModel):
    """One ``[[criteria]]``; ``anchors``: score → what it stands for.

    A text may be given for all languages, or one each.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    name: Name
    weight: Number = Fraction(1)
    low: Number = Fraction(1)
    high: Number = Fraction(5)
    anchors: Mapping[Number, Anchor] = Field(default_factory=dict)

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
        """As ballots are read and counted by it, whoever asks: in Dutch, where there are two."""
        return self.spoken(Language.NL)

    def spoken(self, language: Language) -> Criterion:
        """As it is asked and shown in a language."""
        anchors = {score: said[language] for score, said in self.anchors.items()}
        return Criterion(self.name[language], self.weight, self.low, self.high, anchors)


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
    for language in Language:
        names = [one.name[language] for one in stated]
        often = Counter(map(plain, names))
        if twice := tuple(name for name in names if often[plain(name)] > 1):
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
