"""What a usual plan says beside the stages of its funnel."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from cohorts.committee.shortlisting.funnel import Funnel, Stage
from cohorts.forms.field import Said


class UsualStage(Stage):
    """``offers``: who judges may offer help. ``looks_at``: by what they say yes or no."""

    offers: bool = False
    looks_at: Said = Field(default_factory=dict)

    @property
    def plain(self) -> Stage:
        """As any funnel has it."""
        return Stage(**{name: getattr(self, name) for name in Stage.model_fields})


class UsualPlan(Funnel):
    """``tie_examples``: what each tie is called → what it means for whom, a line each."""

    stages: tuple[UsualStage, ...]
    tie_examples: Mapping[str, Said]
