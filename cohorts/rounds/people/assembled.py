"""Applicants put together again from what is kept of them, as if they had just been read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cohorts.intake import Applicants, FieldMap
from cohorts.intake.applicants import in_known_places
from cohorts.intake.report import IntakeReport, Merged, in_order
from cohorts.intake.same_person import people_in
from cohorts.intake.several_files import OF_SEVERAL
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.remark import NOBODY_AGREED, Remark
from cohorts.rounds.people.one_person import Pair
from cohorts.rounds.people.read_report import ReadReport
from cohorts.store.keys import PersonKey


def assembled(
    people: Sequence[Applicant],
    remarks: Sequence[Remark],
    report: ReadReport,
    ids: Mapping[PersonKey, ApplicantId],
    apart: Sequence[Pair],
) -> Applicants:
    """``apart``: pairs that somebody said are two.

    What is said of people beside each other is made anew, of those who are there.
    """
    rows = {ids[key]: row for key, row in report.rows.items() if key in ids}
    told = [*(r for r in remarks if _holds(r, people)), *_of_several(people, rows, ids, apart)]
    headers = [match.header for match in report.matches]
    feeds = {match.header: match.field for match in report.matches if match.field}
    labels = {a.id: a.label for a in people}
    merged = tuple(
        Merged(labels.get(ids[kept], ""), row, left_row, ids[kept], ids[left])
        for kept, left, row, left_row in report.merged
    )
    return Applicants(
        tuple(people),
        IntakeReport(
            "",
            report.kind,
            report.detail,
            report.count,
            len(people),
            report.matches,
            {f: sum(getattr(a, f) in (None, ()) for a in people) for f in report.asked},
            in_order(in_known_places(told, people), headers, feeds),
            merged,
            report.clean,
        ),
        rows={a.id: rows[a.id] for a in people if a.id in rows},
    )


def of_several(remark: Remark) -> bool:
    """Whether it is about people beside each other, and so is never kept."""
    return remark.code.startswith(OF_SEVERAL)


def _holds(remark: Remark, people: Sequence[Applicant]) -> bool:
    """Whether it is still so; somebody's answer may have been typed since."""
    return remark.code != NOBODY_AGREED or all(a.consent is None for a in people)


def _of_several(
    people: Sequence[Applicant],
    rows: Mapping[ApplicantId, int],
    ids: Mapping[PersonKey, ApplicantId],
    apart: Sequence[Pair],
) -> Iterator[Remark]:
    here = {a.id for a in people}
    pairs = [(ids[a], ids[b]) for a, b in apart]
    known = FieldMap(not_same=tuple(p for p in pairs if here.issuperset(p)))
    found = people_in([(rows.get(a.id, 0), a) for a in people], known)
    return (remark for remark in found.remarks if of_several(remark))
