"""The criteria by which a file is read: given, or made of its headers and its numbers."""

from __future__ import annotations

from fractions import Fraction

from cohorts.committee.ballot_files.filled_in import FilledIn
from cohorts.committee.votes import Criterion
from cohorts.errors import InputError, Problem
from cohorts.intake.fields.headers import plain
from cohorts.round.remark import Remark

USUAL = ((1, 5), (1, 7), (1, 10), (0, 10), (0, 100))
"""Scales that a file without criteria may be read by, the first that holds every number."""
TEN = 10
FEW = 5
"""Among more numbers than these one alone above ten is a slip, and not a scale to 100."""
Scale = tuple[Fraction, Fraction]
Read = tuple[tuple[Criterion, ...], tuple[int, ...], tuple[Remark, ...]]


def of_truth(filled: FilledIn) -> Read:
    """Yes is 1 and no is 0. Raises InputError for more than one column of it."""
    return (Criterion(_one(filled), low=Fraction(0), high=Fraction(1)),), (0,), ()


def of_order(filled: FilledIn) -> Read:
    """Places from 1 to the number of candidates. Raises InputError for more than one column."""
    most = max(len(filled.candidates), 2)
    return (Criterion(_one(filled), low=Fraction(1), high=Fraction(most)),), (0,), ()


def of_scores(
    filled: FilledIn, criteria: tuple[Criterion, ...] | None, scale: Scale | None
) -> Read:
    """The criteria, the place of each among the columns of votes, and what is to be said of it.

    Raises InputError for criteria that have no column, for numbers of no usual scale, and for one
    number alone above ten: a 44 for a 4 would stretch everybody's scale to 100.
    """
    if criteria is not None:
        return _given(filled, criteria)
    remarks: tuple[Remark, ...] = ()
    if scale is None:
        scale = _usual(filled)
        facts = {"low": _shown(scale[0]), "high": _shown(scale[1])}
        remarks = (Remark("votes.scale_taken", facts=facts),)
    low, high = scale
    names = filled.columns if filled.named else ("",)
    made = tuple(Criterion(name, low=low, high=high) for name in names)
    return made, tuple(range(len(made))), remarks


def _given(filled: FilledIn, criteria: tuple[Criterion, ...]) -> Read:
    if not filled.named:
        if len(criteria) > 1:
            raise InputError(Problem("votes.one_criterion", filled.file, {"count": len(criteria)}))
        return criteria, (0,), ()
    headers = [plain(header) for header in filled.columns]
    if absent := tuple(c.name for c in criteria if plain(c.name) not in headers):
        facts: dict[str, object] = {"absent": absent, "headers": filled.columns[:20]}
        raise InputError(Problem("votes.criterion_absent", filled.file, facts))
    places = tuple(headers.index(plain(c.name)) for c in criteria)
    left = tuple(name for i, name in enumerate(filled.columns) if i not in places)
    remarks = (Remark("votes.columns_passed", facts={"headers": left}),) if left else ()
    return criteria, places, remarks


def _one(filled: FilledIn) -> str:
    if filled.named and len(filled.columns) > 1:
        raise InputError(Problem("votes.one_column", filled.file, {"headers": filled.columns[:20]}))
    return filled.columns[0] if filled.named else ""


def _usual(filled: FilledIn) -> Scale:
    told = [
        (c, c.meaning.number) for c in filled.cells if c.meaning and c.meaning.number is not None
    ]
    numbers = [number for _, number in told]
    above = [cell for cell, number in told if number > TEN]
    if len(above) == 1 and len(told) > FEW:
        (slip,) = above
        stands: dict[str, object] = {"column": slip.column, "given": slip.shown, "most": TEN}
        raise InputError(Problem("votes.alone_above", slip.place, stands))
    for low, high in USUAL:
        if all(low <= number <= high for number in numbers):
            return Fraction(low), Fraction(high)
    facts = {"low": _shown(min(numbers)), "high": _shown(max(numbers))}
    raise InputError(Problem("votes.no_scale", filled.file, facts))


def _shown(value: Fraction) -> str:
    """At most nine digits stand behind the point of what was read."""
    return f"{float(value):.10g}"
