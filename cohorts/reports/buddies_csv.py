"""``buddies.csv``: who is whose buddy, for every other program, and for a next time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import combinations

from cohorts.after.buddies import Buddies, GroupBuddies
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.words.export_gate import gate

HEADERS = (
    *("group", "applicant_id", "company", "name"),
    *("buddy_of_id", "buddy_of_company", "buddy_of_name"),
)


def buddies_csv(buddies: Buddies) -> str:
    """One row for each who is the buddy of another; of two who are each other's there are two rows.

    Whoever has none stands there with nobody behind. UTF-8 without BOM, LF.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADERS)
    for group in buddies.groups:
        people = {a.id: a for a in group.members}
        for one, other in _links(group):
            whose = _called(people[other]) if other else ["", "", ""]
            writer.writerow([str(group.number), *_called(people[one]), *whose])
    return out.getvalue()


def _links(group: GroupBuddies) -> Iterator[tuple[ApplicantId, ApplicantId | None]]:
    found: list[tuple[ApplicantId, ApplicantId | None]] = [(one, None) for one in group.out]
    for bond in group.bonds:
        for a, b in combinations(bond.people, 2):
            found += [(a, b)] if bond.directed else [(a, b), (b, a)]
    yield from sorted(found, key=lambda link: (link[0], link[1] or ""))


def _called(a: Applicant) -> list[object]:
    return [gate(str(a.id)), gate(a.company or ""), gate(a.name or "")]
