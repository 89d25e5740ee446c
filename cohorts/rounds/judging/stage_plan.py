"""What a stage asks and how it is decided: all of it fixed before the first vote."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
)

from cohorts.committee.shortlisting.funnel import Stage
from cohorts.committee.votes import Asked
from cohorts.errors import InputError
from cohorts.forms.field import Said
from cohorts.rounds.asking.faults import faults
from cohorts.store.canonical import canonical
from cohorts.store.keys import AccountKey

BALLOTS = "stemmen.csv"
"""What the file of its ballots is called where a stage travels with its decision."""


class Tie(StrEnum):
    """What a member is to an applicant.

    KNOWS: their organisation knows the company; they may vote. HANDLES: they handle it themselves;
    PERSONAL: family or money; ABSTAINS: "I do not vote on this one", without a reason: these block.
    """

    NONE = "none"
    KNOWS = "knows"
    HANDLES = "handles"
    PERSONAL = "personal"
    ABSTAINS = "abstains"

    @property
    def blocks(self) -> bool:
        """Whether who has it may not read, vote on or count the applicant."""
        return self in (Tie.HANDLES, Tie.PERSONAL, Tie.ABSTAINS)


class StagePlan(BaseModel):
    """``stage``: as a funnel states it. ``seed``: of the lots and of the order of dossiers; public.

    ``judges``: who judges; empty: every member that is no screener. ``second``: judged again after
    talking, both kept. ``examples``: two uncounted dossiers first; ``offers``: members may offer
    help. ``tie_examples``: what each tie means for the partners of this programme. ``looks_at``: by
    what members say yes or no, a point a line.
    ``notes_days``: so many days after the decision notes are erased.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    stage: Stage
    seed: int = Field(0, ge=0, le=2**53)
    judges: tuple[AccountKey, ...] = Field((), max_length=1_000)
    second: bool = False
    examples: bool = False
    offers: bool = False
    tie_examples: Mapping[Tie, Said] = Field(default_factory=dict)
    looks_at: Said = Field(default_factory=dict)
    notes_days: int = Field(90, ge=0, le=3_650)

    @model_serializer(mode="wrap")
    def _as_it_was(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """A plan that names no points is written as before there were any: its digest stands."""
        stated: dict[str, Any] = handler(self)
        if not any(self.looks_at.values()):
            stated.pop("looks_at", None)
        return stated

    @property
    def asked(self) -> Asked:
        """What a ballot holds."""
        return Asked.SCORES if self.stage.criteria else Asked.YES

    @property
    def text(self) -> str:
        """As it is kept."""
        return canonical(self.model_dump(mode="json"))


def plan_of(given: object) -> StagePlan:
    """Raises InputError with every fault of what was filled in."""
    try:
        return StagePlan.model_validate(given)
    except ValidationError as error:
        raise InputError(*faults(error, StagePlan)) from None
