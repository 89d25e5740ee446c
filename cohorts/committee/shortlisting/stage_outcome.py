"""What came of one stage: who went on, who did not, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cohorts.committee.counting.elected import Drawn, Elected
from cohorts.committee.shortlisting.funnel import Stage
from cohorts.committee.votes import Asked
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.judgement import Judgement
from cohorts.round.left_at import Why
from cohorts.round.remark import Remark

__all__ = ["Left", "StageOutcome", "Turnout", "Why"]


@dataclass(frozen=True)
class Left:
    """Somebody who does not go on; ``judgements``: the conditions that refuse."""

    applicant: Applicant
    why: Why
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True)
class Turnout:
    """What one voter did with the candidates of a stage, in numbers of them."""

    voter: str
    judged: int
    abstained: int
    not_judged: int
    recused: int


@dataclass(frozen=True)
class StageOutcome:
    """``came`` are ``on`` and ``left`` together, each once; ``on`` from who stands highest.

    ``standing``: what each counted stands at; empty where the rule chooses people as a whole.
    ``asked``: what the ballots hold. ``elsewhere``: who is spoken of in the ballots or answers and
    is not in this stage → on how many ballots; ``newcomers``: ids in its answers of nobody who
    applied. ``silent``: of whom its answers say nothing, so that the earlier ones count. ``open``:
    of how many a condition is not known.
    """

    number: int
    stage: Stage
    came: tuple[Applicant, ...]
    on: tuple[Applicant, ...]
    left: tuple[Left, ...]
    elected: Elected | None = None
    asked: Asked | None = None
    turnout: tuple[Turnout, ...] = ()
    elsewhere: Mapping[ApplicantId, int] = field(default_factory=dict)
    newcomers: tuple[str, ...] = ()
    silent: tuple[Applicant, ...] = ()
    open: int = 0
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        """Nobody vanishes, and nobody comes in from nowhere."""
        after = sorted([*(a.id for a in self.on), *(one.applicant.id for one in self.left)])
        if after != sorted(a.id for a in self.came):
            raise ValueError(
                f"stage {self.number}: {len(self.came)} came, {len(after)} are told of"
            )

    @property
    def standing(self) -> Mapping[str, Fraction]:
        """What each counted stands at."""
        return self.elected.standing if self.elected is not None else {}

    @property
    def decisive(self) -> tuple[Drawn, ...]:
        """The lots that settled who goes on."""
        return self.elected.real_ties if self.elected is not None else ()

    def left_by(self, why: Why) -> tuple[Left, ...]:
        """Who left on this ground."""
        return tuple(one for one in self.left if one.why is why)
