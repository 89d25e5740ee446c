"""A programme: its groups, places and rules; read from TOML, presets in ``programmes/``."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from cohorts.conditions import Condition
from cohorts.conditions.named import NamedCondition
from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.forms.field import Text, Titled, Told
from cohorts.forms.read_file import MOST_TEXT, read_text
from cohorts.forms.toml_file import read_programme_table
from cohorts.people.applicant import Status
from cohorts.people.stage import Stage
from cohorts.programme.alike_first import AlikeFirst
from cohorts.programme.buddy_plan import BuddyPlan
from cohorts.programme.meeting import Meeting
from cohorts.programme.named_rule import NamedRule, keyed
from cohorts.programme.ticked_off import Ticks
from cohorts.round.merit import Standing
from cohorts.round.room import Room
from cohorts.rules.rule import Rule
from cohorts.words import Language, say
from cohorts.words.noun import Noun, noun
from cohorts.words.vocabulary import speaking

SCHEMA_VERSION = 1


class GroupPlan(BaseModel):
    """How large the groups are and who gets a place.

    ``standing``: how the points of merit.csv and how well people fit go together; ``margin``: by
    how many points the sum of those who are placed may be below the highest that can be, for a
    better fit (only where standing comes first). ``circles``: whoever has no place waits in a
    circle in preparation.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: tuple[Annotated[int, Field(ge=1, le=1000)], Annotated[int, Field(ge=1, le=1000)]]
    target: int
    places: str = "everyone"
    fairness: bool = False
    """Whether the group that comes off worst counts before the total."""
    alike_first: AlikeFirst | None = None
    """Which wishes of likeness come before the others, up to a level."""
    standing: Standing = Standing.WEIGHED
    margin: float = Field(0.0, ge=0, le=1_000_000, allow_inf_nan=False)
    circles: bool = False

    @field_validator("places")
    @classmethod
    def _known_places(cls, value: str) -> str:
        try:
            return str(Room.parse(value))
        except InputError:
            raise PydanticCustomError("places", "unknown places") from None

    @field_validator("margin")
    @classmethod
    def _goes_with_first(cls, value: float, info: ValidationInfo) -> float:
        if value and info.data.get("standing") is Standing.WEIGHED:
            raise PydanticCustomError("margin_alone", "a margin goes with standing = first")
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.size[0] <= self.target <= self.size[1]:
            raise PydanticCustomError("size_order", "smallest <= target <= largest")
        return self


LONGEST_WORD = 60
IS_WORD = re.compile(r"[^|{}<>]*[^\W\d_][^{}<>]*")


def _a_word(value: str) -> str:
    """With a letter in it, and no signs of markup; empty: as usual."""
    if value and (len(value) > LONGEST_WORD or not IS_WORD.fullmatch(value)):
        raise PydanticCustomError("no_word", "no word")
    return value


Word = Annotated[Text, AfterValidator(_a_word)]
"""What a programme calls something."""


class Words(BaseModel):
    """What a programme calls things; what is absent is called as usual.

    A word says what cannot be worked out from it, its article and its plural: ``het gilde|gilden``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    group: dict[Language, Word] = Field(default_factory=dict)
    coach: dict[Language, Word] = Field(default_factory=dict)
    participant: dict[Language, Word] = Field(default_factory=dict)
    partner: dict[Language, Word] = Field(default_factory=dict)

    @property
    def given(self) -> dict[str, dict[Language, str]]:
        """Only what is said: of what → its word in a language."""
        return {name: own for name in type(self).model_fields if (own := getattr(self, name))}


class Programme(BaseModel):
    """What a programme asks of its groups, and of whoever wants to take part.

    ``stages``: the steps of its intake; ``count_from``: the least sure status that is composed;
    ``individual``: what it offers to whoever fits no group (empty: nothing). ``next_round``: the
    first day of a later round; ``valid_until``: after that day its facts may have changed.
    ``remedy``: what somebody can do who does not agree with a decision; ``contact``: where a
    question can be put, such as a number or an address; letters say both (empty: see the round).
    ``ticks``: what is ticked off of each, until a round says otherwise (empty: the usual two).
    ``buddies``: who makes a good buddy of whom within a group; None: as in any programme.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1]
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")
    title: Titled
    about: Told = Field(default_factory=dict)
    source: Text = ""
    words: Words = Words()
    stages: tuple[Stage, ...] = (Stage.FORM,)
    count_from: Status = Status.CONFIRMED
    individual: Told = Field(default_factory=dict)
    remedy: Told = Field(default_factory=dict)
    contact: Text = ""
    ticks: Ticks = ()
    meetings: tuple[Meeting, ...] = ()
    next_round: date | None = None
    valid_until: date | None = None
    groups: GroupPlan
    conditions: tuple[NamedCondition, ...] = ()
    rules: tuple[NamedRule, ...]
    buddies: BuddyPlan | None = None

    @field_validator("rules")
    @classmethod
    def _keyed_rules(cls, given: tuple[Rule, ...]) -> tuple[Rule, ...]:
        if not given:
            raise PydanticCustomError("too_short", "at least one")
        return keyed(given, [rule.rule for rule in given])

    @field_validator("conditions")
    @classmethod
    def _keyed_conditions(cls, given: tuple[Condition, ...]) -> tuple[Condition, ...]:
        return keyed(given, [condition.condition for condition in given])

    @model_validator(mode="after")
    def _knows_its_likeness(self) -> Self:
        asked = self.groups.alike_first
        keys = [rule.key for rule in self.rules if rule.likens or not rule.is_must]
        for key in asked.rules if asked is not None else ():
            if key not in keys:
                facts = {"given": key, "known": ", ".join(keys)}
                raise PydanticCustomError("alike_first", "no wish {given}; {known}", facts)
        return self

    def rule(self, key: str) -> Rule:
        """The rule with this key. Raises KeyError."""
        return {rule.key: rule for rule in self.rules}[key]

    def condition(self, key: str) -> Condition:
        """The condition with this key. Raises KeyError."""
        return {condition.key: condition for condition in self.conditions}[key]

    def word(self, name: str, language: Language) -> str:
        """What this programme calls a ``group``, ``coach``, ``participant`` or ``partner``."""
        return self._noun(name, language).one

    def several(self, name: str, language: Language) -> str:
        """The same of more than one."""
        return self._noun(name, language).many

    def _noun(self, name: str, language: Language) -> Noun:
        own: dict[Language, str] = getattr(self.words, name)
        return noun(own.get(language) or say(f"programme.word_{name}", language), language)

    def in_own_words(self) -> AbstractContextManager[None]:
        """Within it, every sentence uses the words of this programme."""
        return speaking(self.words.given)


def presets() -> tuple[str, ...]:
    """The names of the programmes that come with the product."""
    folder = files("cohorts.programme") / "presets"
    names = (f.name for f in folder.iterdir())
    return tuple(sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml")))


def load_programme(name_or_file: str | Path, *, called: str = "") -> Programme:
    """A preset by name, or a TOML file by path; ``called``: what its faults call the file.

    Raises InputError: every fault with its line and field.
    """
    name = str(name_or_file)
    if name in presets():
        text = (files("cohorts.programme") / "presets" / f"{name}.toml").read_text(encoding="utf-8")
        return read_programme_table(text, f"{name}.toml", Programme)
    path = Path(name_or_file)
    try:
        text = read_text(path, MOST_TEXT)
    except FileNotFoundError:
        facts = {"given": name, "known": presets()}
        raise InputError(Problem("programme.unknown", name, facts)) from None
    except (OSError, UnicodeDecodeError) as error:
        fault = fault_of(error)
        place = called or str(path)
        raise InputError(Problem("programme.unreadable", place, {"fault": fault})) from None
    return read_programme_table(text, called or str(path), Programme)
