"""The parts of ``proposal.json`` that are whole in themselves."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from cohorts.round.merit import Standing
from solver.pricing import POINT


def _fact(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """One fault for all that a fact may be, in place of one for each."""
    try:
        return handler(value)
    except ValidationError:
        raise PydanticCustomError("fact", "no fact") from None


StatedFact = Annotated[int | float | str | list[str] | None, WrapValidator(_fact)]


Numbered = Annotated[str, Field(pattern=r"^[1-9][0-9]{0,5}$")]
"""The number of a group, where JSON wants a text."""


class Part(BaseModel):
    """A part of the document: no field more than is named, each with a value of its own kind.

    A text is no number and no truth. Where JSON has no kind for a value (``strict=False``: a day,
    one of a few words), what is read must come out as it was written: see
    :mod:`cohorts.record.as_written`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class CausePart(Part):
    """One cause of somebody without a place; taken away together they admit, and no part does.

    ``kind``: see :mod:`cohorts.composing.hindrances.causes`; ``rule``: the key of the rule it is;
    ``groups``, ``people``, ``facts``: which it is about, whom, and what it counts.
    """

    kind: str
    rule: str = ""
    groups: list[int] = Field(default_factory=list)
    people: list[str] = Field(default_factory=list)
    facts: dict[str, StatedFact] = Field(default_factory=dict)


class NotPlacedPart(Part):
    """Somebody without a group, and why.

    No place, refused by a condition, no yes yet, stopped, or not gone on after a stage.

    ``causes``: the reason as data; ``told``: as it may be told to the person, without the points,
    the rules and the names of others. ``since``: the day from which somebody waits for a place.
    """

    id: str
    kind: Literal["not_placed", "refused", "unconfirmed", "gone", "not_on"]
    reason: str
    told: str = ""
    causes: list[CausePart] = Field(default_factory=list)
    since: date | None = Field(default=None, strict=False)
    referrals: list[str] = Field(default_factory=list)


class SmallerPart(Part):
    """A group that may go on with fewer than is asked of the others, and why."""

    group: int = Field(ge=1)
    size: int = Field(ge=1)
    reason: str


class AdmittedPart(Part):
    """Somebody who takes part although a condition says no.

    ``said``: what it says of them; the ``reason``: why somebody let them in ("": not known).
    """

    id: str
    said: str
    reason: str


class ScorePart(Part):
    """``soft``: total points, in 1/``unit`` of a point; smaller is better, level by level.

    ``alike``: points of likeness above the level that is enough (0 unless the programme asks for
    likeness first). ``standing``: for each number of points, the highest first, minus how many of
    those who have it are placed; with a margin, by how much the sum is below the floor.
    """

    hard: int
    not_placed: int
    groups_off: int
    standing: list[int] = Field(default_factory=list)
    worst: int
    alike: int = 0
    soft: int
    lot: int
    unit: int = POINT


class StandingPart(Part):
    """How merit counted, in points of merit.csv; see :class:`cohorts.composing.proposal.Reached`.

    ``reached``: the sum over who is placed; ``floor``: the least it could be, with a margin.
    """

    mode: Standing = Field(strict=False)
    margin: float = 0.0
    reached: float
    floor: float | None = None
    proven: bool | None = None


class StepPart(Part):
    """What was reached while searching, after so much of the work; as in the score.

    See :mod:`cohorts.composing.improved`.
    """

    done: float = Field(ge=0, le=1)
    worst: int
    alike: int
    soft: int


class OverridePart(Part):
    """A breach a person accepted, after moving somebody by hand."""

    breach: str
    person: str
    reason: str
    by: str = ""


class WeighedPart(Part):
    """An option of a repair; see :class:`cohorts.round.repaired.Weighed`.

    ``moved``: id → group, null where somebody has none any more; ``placed``: id → group.
    """

    moved: dict[str, int | None]
    placed: dict[str, int | None]
    unwilling: int = Field(ge=0)
    level: Annotated[str, Field(pattern="^(|hard|standing|worst|alike|points)$")]
    gain: int
    better: list[str]
    worse: dict[str, list[int]]


class RepairedPart(Part):
    """What it was repaired from; see :class:`cohorts.round.repaired.Repaired`.

    ``before``: id → group, null for none; ``anew``: number of a group → keys of rules.
    """

    before: dict[str, int | None]
    stay: list[str]
    rather_not: list[str]
    moved_before: list[str]
    options: list[WeighedPart]
    taken: int = Field(ge=1)
    anew: dict[Numbered, list[str]]
    proven: bool


class RemarkPart(Part):
    """Something noticed while the files were read, which can change the groups.

    ``row``: as the file numbers it; ``column``: its header; ``fault`` and ``remedy`` in words.
    """

    code: str
    row: int | None = None
    column: str = ""
    value: str = ""
    fault: str
    remedy: str
