"""A funnel as TOML: stage by stage who comes in, what they are judged on, and how many go on."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from cohorts.committee.ballot_files.criteria_file import StatedCriterion
from cohorts.committee.counting import counting_rules
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.votes import Asked
from cohorts.errors import InputError, Problem
from cohorts.forms.exact_number import Exact
from cohorts.forms.fault import fault_of
from cohorts.forms.field import Said
from cohorts.forms.read_file import MOST_TEXT, read_text
from cohorts.forms.toml_file import read_programme_table
from cohorts.round.merit import Standing

MOST_STAGES = 20
MOST_PLACES = 1_000_000
FileName = Annotated[str, Field(max_length=500)]


class Stage(BaseModel):
    """One step. Files are named from the folder of the funnel, and lie in it.

    ``by``: who decides here. ``applicants``: a file with later answers of who is still in it, with
    the ``map`` of its headers. ``conditions``: whoever does not meet those of the programme goes.
    ``votes``: the ballots, counted by ``rule`` with its ``settings``; ``ballots``: what they hold,
    where the file does not show it. ``quorum``: the least share, of who could vote on somebody,
    that did. ``weights``, ``blocked``: files of how much a voter counts, and of who may not judge
    whom.
    ``places``: how many go on. ``joint``: who takes part and how well they fit is one decision,
    with ``standing`` first, within a ``margin`` of points, or weighed; None: as the programme says.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    title: Said
    by: Said = Field(default_factory=dict)
    applicants: FileName = ""
    map: FileName = ""
    conditions: bool = False
    votes: FileName = ""
    ballots: Asked | None = None
    rule: str = ""
    settings: Mapping[str, Any] = Field(default_factory=dict)
    quorum: Exact = Fraction(0)
    weights: FileName = ""
    blocked: FileName = ""
    places: int | None = Field(None, ge=1, le=MOST_PLACES)
    joint: bool = False
    standing: Standing | None = None
    margin: float | None = Field(None, ge=0, le=1_000_000, allow_inf_nan=False)
    criteria: tuple[StatedCriterion, ...] = Field((), max_length=100)

    @field_validator("rule")
    @classmethod
    def _is_known(cls, value: str) -> str:
        if value and value not in counting_rules():
            facts = {"given": value, "known": ", ".join(counting_rules())}
            raise PydanticCustomError("unknown_rule", "unknown: {given}; known: {known}", facts)
        return value

    @field_validator("quorum")
    @classmethod
    def _is_share(cls, value: Fraction) -> Fraction:
        if not 0 <= value <= 1:
            raise PydanticCustomError("less_than_equal", "0 … 1", {"le": 1})
        return value

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if bool(self.votes) != bool(self.rule):
            raise PydanticCustomError("votes_and_rule", "votes and rule go together")
        if self.places is not None and not self.votes:
            raise PydanticCustomError("places_by_votes", "places need votes")
        if self.joint and self.places is not None:
            raise PydanticCustomError("joint_places", "the programme says how many places")
        if self.votes and not self.joint and self.places is None:
            raise PydanticCustomError("stage_places", "votes need places")
        if not self.joint and (self.standing is not None or self.margin is not None):
            raise PydanticCustomError("joint_only", "standing and margin need joint = true")
        if self.margin and self.standing is Standing.WEIGHED:
            raise PydanticCustomError("margin_alone", "a margin goes with standing = first")
        self._counted()
        return self

    def _counted(self) -> None:
        try:
            counting_rules().get(self.rule, _NoRule).model_validate(self.settings)
        except ValidationError as error:
            first = error.errors()[0]
            facts = {"name": ".".join(map(str, first["loc"])), "rule": self.rule or "–"}
            raise PydanticCustomError("rule_setting", "{rule} has no such {name}", facts) from None

    @property
    def counting(self) -> CountingRule:
        """The rule, with what is set of it. Only of a stage with votes."""
        return counting_rules()[self.rule].model_validate(self.settings)


class _NoRule(BaseModel):
    """Of a stage without votes nothing is set."""

    model_config = ConfigDict(extra="forbid")


class Funnel(BaseModel):
    """``stages``: in order; only the last may be ``joint``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1]
    title: Said
    stages: tuple[Stage, ...]

    @field_validator("stages")
    @classmethod
    def _joint_last(cls, stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
        if not 1 <= len(stages) <= MOST_STAGES:
            raise PydanticCustomError("stages", "1 … 20 stages")
        if any(stage.joint for stage in stages[:-1]):
            raise PydanticCustomError("joint_last", "only the last stage is joint")
        return stages


def read_funnel(path: str | Path) -> Funnel:
    """Raises InputError: every fault with its line and field."""
    try:
        text = read_text(Path(path), MOST_TEXT)
    except (OSError, UnicodeDecodeError) as error:
        facts = {"fault": fault_of(error)}
        raise InputError(Problem("shortlist.unreadable", str(path), facts)) from None
    return read_programme_table(text, str(path), Funnel, "shortlist")
