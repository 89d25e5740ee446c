"""Applicants of several files, as if they stood in one table: who came later, in a file beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.applicants import Applicants, as_map, in_known_places, read_applicants
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.report import IntakeReport
from cohorts.intake.same_person import ONE_SURNAME, people_in
from cohorts.people.applicant import ApplicantId
from cohorts.people.persons import persons
from cohorts.round.remark import NOBODY_AGREED, Remark

NAMED = 8
OF_SEVERAL = (
    *(ONE_SURNAME, "identity.doubt_", "identity.shared_address", "identity.answer_unknown"),
    "intake.places_unknown",
)
"""How codes begin of what is said of people beside each other: made anew for all of them."""


def read_several(
    path: str | Path,
    more: Iterable[str | Path] = (),
    map: FieldMap | Mapping[str, str] | str | Path | None = None,  # noqa: A002 - its name for users
) -> Applicants:
    """Everybody in the file at ``path``, and in those that are given beside it.

    Rows to skip are rows of the first. Raises InputError for what cannot be read, for an id that
    stands in two files, and for one person in two files.
    """
    field_map = as_map(map)
    read = [read_applicants(path, field_map)]
    later = field_map.model_copy(update={"skip": ()})
    read += [read_applicants(other, later) for other in more]
    return _together(read, field_map) if len(read) > 1 else read[0]


def _together(read: Sequence[Applicants], field_map: FieldMap) -> Applicants:
    files = {a.id: number for number, one in enumerate(read) for a in reversed(one.people)}
    _check_ids(read)
    _check_people(read, files, field_map)
    people = tuple(sorted((a for one in read for a in one), key=lambda a: a.id))
    rows = {who: row for one in read for who, row in one.rows.items()}
    reports = [one.report for one in read]
    beside = people_in([(rows[a.id], a) for a in people], field_map).remarks
    remarks = [
        *(remark for number, one in enumerate(read) for remark in _of_file(one, number)),
        *(_told(remark, read, files) for remark in beside),
    ]
    first = reports[0]
    fields = dict.fromkeys(name for one in reports for name in one.missing)
    report = IntakeReport(
        first.file,
        first.kind,
        first.detail,
        sum(one.rows for one in reports),
        len(people),
        tuple({m.header: m for one in reversed(reports) for m in one.matches}.values()),
        {name: sum(getattr(a, name) in (None, ()) for a in people) for name in fields},
        tuple(in_known_places(remarks, people)),
        tuple(merged for one in reports for merged in one.merged),
        any(one.clean for one in reports),
    )
    return Applicants(people, report, tuple(a for one in read for a in one.answers), rows)


def _of_file(one: Applicants, number: int) -> Iterator[Remark]:
    """What was noticed in a file; of a later one with its name, for rows are those of a file."""
    for remark in one.remarks:
        if remark.code.startswith(OF_SEVERAL):
            continue
        if number and remark.code == NOBODY_AGREED:
            continue  # it is asked of all of them
        place = ", ".join(filter(None, (one.report.file, remark.column)))
        yield replace(remark, column=place) if number else remark


def _told(remark: Remark, read: Sequence[Applicants], files: Mapping[ApplicantId, int]) -> Remark:
    """With the file behind the row of somebody in a later one."""
    facts = dict(remark.facts)
    for side in ("a", "b"):
        number = files.get(ApplicantId(str(facts.get(f"id_{side}"))), 0)
        if number:
            facts[f"row_{side}"] = f"{facts[f'row_{side}']} ({read[number].report.file})"
    return replace(remark, facts=facts)


def _check_ids(read: Sequence[Applicants]) -> None:
    """Raises InputError where an id stands in two of them: nothing tells which row counts."""
    seen: dict[ApplicantId, tuple[str, int]] = {}
    for one in read:
        file, twice = one.report.file, []
        for a in one.people:
            if a.id in seen:
                other, row = seen[a.id]
                twice.append(f"{a.id} ({other}: {row}, {file}: {one.rows[a.id]})")
            seen.setdefault(a.id, (file, one.rows[a.id]))
        if twice:
            raise InputError(Problem("intake.same_id_beside", file, {"ids": tuple(twice[:NAMED])}))


def _check_people(
    read: Sequence[Applicants], files: Mapping[ApplicantId, int], field_map: FieldMap
) -> None:
    """Raises InputError for one person in two of them: of which the id would change with it."""
    everybody = [a for one in read for a in one]
    labels = {a.id: a.label for a in everybody}
    found = persons(everybody, field_map.same, field_map.not_same)
    twice = [of for of in found.people if len({files[one] for one in of}) > 1]
    if twice:
        named = tuple(
            " = ".join(f"{labels[one]} ({one}, {read[files[one]].report.file})" for one in of)
            for of in twice[:NAMED]
        )
        file = read[max(files[one] for one in twice[0])].report.file
        pair = f'"{twice[0][0]}" = "{twice[0][1]}"'
        facts = {"people": named, "count": len(twice), "pair": pair}
        raise InputError(Problem("intake.person_beside", file, facts))
