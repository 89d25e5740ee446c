"""Adds whom to recruit to what is said where nothing can be composed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Unpack

from cohorts.composing.inputs import Given
from cohorts.errors import InputError, NoCompositionError, Problem
from cohorts.outlook.recruit.advice import whom_to_recruit
from cohorts.outlook.recruit.advice_text import as_problem
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.round.room import Room

TOO_FEW = frozenset(
    {"compose.too_few_people", "compose.too_many_groups", "compose.more_places_than_people"}
)
"""Faults of the counts that more people mend."""
CONTRADICTIONS = frozenset({"compose.apart_and_together"})
"""Demands that undo each other: whoever comes, the two remain to be settled."""
MOST_LACKING = 100
"""Who lacks more people than this has made a slip of the hand; and trying them takes for ever."""


@contextmanager
def advised(
    applicants: Sequence[Applicant], programme: Programme, **given: Unpack[Given]
) -> Iterator[None]:
    """Around composing: its error then also carries whom to recruit, or what else would help.

    Where nobody of those who applied is left there is nobody to recruit others beside.
    """
    try:
        yield
    except NoCompositionError as error:
        if error.problems[0].code in CONTRADICTIONS:
            raise
        raise NoCompositionError(*error.problems, *_advice(applicants, programme, given)) from None
    except InputError as error:
        if (
            error.problems[0].code not in TOO_FEW
            or error.problems[0].facts["n"] == 0
            or _lacking(error, programme, given) > MOST_LACKING
        ):
            raise
        raise InputError(*error.problems, *_advice(applicants, programme, given)) from None


def _advice(
    applicants: Sequence[Applicant], programme: Programme, given: Given
) -> Iterator[Problem]:
    """Whom to recruit; nothing where the musts are not what stands in the way."""
    advice = whom_to_recruit(applicants, programme, **given)
    if not advice.possible:
        yield as_problem(advice)


def _lacking(error: InputError, programme: Programme, given: Given) -> int:
    """How many people the counts ask for beyond those who are there."""
    facts = error.problems[0].facts
    asked = Room.parse(given.get("places") or programme.groups.places).number or 0
    return max(int(str(facts["need"])), asked) - int(str(facts["n"]))
