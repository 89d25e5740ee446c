"""How many go on by the votes of a stage."""

from __future__ import annotations

from cohorts.committee.shortlisting.funnel import Stage
from cohorts.composing.inputs import Given
from cohorts.programme.programme import Programme
from cohorts.round.room import Room


def seats_of(stage: Stage, people: int, programme: Programme, given: Given) -> int:
    """As the stage says; of a joint one as many as can be placed of so many ``people``."""
    if stage.places is not None:
        return stage.places
    return Room.parse(given.get("places") or programme.groups.places).wanted(people)
