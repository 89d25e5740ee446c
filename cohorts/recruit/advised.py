"""Adds whom to recruit to what is said where nothing can be composed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Unpack

from cohorts.applicant import Applicant
from cohorts.errors import InputError, NoCompositionError
from cohorts.prepare import Given
from cohorts.programme import Programme
from cohorts.recruit.advice import whom_to_recruit
from cohorts.recruit.said import as_problem

TOO_FEW = frozenset(
    {"compose.too_few_people", "compose.too_many_groups", "compose.more_places_than_people"}
)
"""Faults of the counts that more people mend."""


@contextmanager
def advised(
    applicants: Sequence[Applicant], programme: Programme, **given: Unpack[Given]
) -> Iterator[None]:
    """Around composing: its error then also carries whom to recruit, or what else would help."""
    try:
        yield
    except NoCompositionError as error:
        advice = whom_to_recruit(applicants, programme, **given)
        raise NoCompositionError(*error.problems, as_problem(advice)) from None
    except InputError as error:
        if error.problems[0].code not in TOO_FEW:
            raise
        advice = whom_to_recruit(applicants, programme, **given)
        raise InputError(*error.problems, as_problem(advice)) from None
