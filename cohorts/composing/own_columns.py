"""Columns by the names under which a programme reads them.

An organiser writes rules about the headers of the file. Reading may know a header for a field,
and a rule may write it in other capitals; either way it is that column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.people.values import folded
from cohorts.programme.programme import Programme


def columns_asked(
    programme: Programme, applicants: Sequence[Applicant], fields: Mapping[str, str]
) -> Mapping[str, str]:
    """Column that the programme reads and nobody has → the field or own column that it is.

    ``fields``: header → the field it was read as.
    """
    own = sorted({header for a in applicants for header in a.extra})
    known = {folded(header): header for header in own}
    known |= {folded(header): field for header, field in fields.items()}
    asked = dict.fromkeys(column for column in _read_by(programme) if column not in own)
    return {column: known[folded(column)] for column in asked if folded(column) in known}


def called_as_asked(
    applicants: Iterable[Applicant], columns: Mapping[str, str]
) -> tuple[Applicant, ...]:
    """Everybody, with what stands in ``columns`` also under the names by which it is asked."""
    return tuple(_with(a, columns) for a in applicants)


def without_telephone(applicants: Iterable[Applicant]) -> tuple[Applicant, ...]:
    """Everybody without their number: it decides nothing, and a round is shown to many."""
    return tuple(
        replace(a, phone=None, phone_columns={}) if a.phone or a.phone_columns else a
        for a in applicants
    )


def with_own_columns(applicant: Applicant) -> Applicant:
    """As it was before the telephone was a field: its columns were columns of one's own."""
    columns = applicant.phone_columns
    return replace(applicant, extra={**columns, **applicant.extra}) if columns else applicant


def _with(applicant: Applicant, columns: Mapping[str, str]) -> Applicant:
    told = ((c, _written(applicant, c) or applicant.text(of)) for c, of in columns.items())
    more = {column: text for column, text in told if text is not None}
    return replace(applicant, extra={**applicant.extra, **more}) if more else applicant


def _written(applicant: Applicant, column: str) -> str | None:
    """What stood in a column that was read as a telephone number, whether or not it was one."""
    asked = folded(column)
    return next((text for h, text in applicant.phone_columns.items() if folded(h) == asked), None)


def _read_by(programme: Programme) -> Iterable[str]:
    """What rules and conditions read that is no field."""
    read = [name for rule in programme.rules for name in rule.needs()]
    read += [name for condition in programme.conditions for name in condition.needs()]
    return (name for name in read if name not in FIELD_NAMES)
