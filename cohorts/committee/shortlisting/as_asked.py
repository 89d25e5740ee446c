"""What a joint stage says of standing and margin, in place of the programme."""

from __future__ import annotations

from typing import Any

from cohorts.committee.shortlisting.funnel import Stage
from cohorts.programme.programme import Programme


def as_asked(programme: Programme, stage: Stage) -> Programme:
    """The programme with what the stage says; where it says nothing, as it is."""
    own: dict[str, Any] = {"standing": stage.standing, "margin": stage.margin}
    own = {name: value for name, value in own.items() if value is not None}
    if not own:
        return programme
    table = programme.groups.model_dump() | own
    return programme.model_copy(update={"groups": type(programme.groups).model_validate(table)})
