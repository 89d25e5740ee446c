"""Who was who to the releases before meaning 3: proposals of them stay checkable.

A made id came from all cells in order of the columns, and of people with an e-mail address only the
address counted. Nothing here follows what reading does today: words for nothing are those of then.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cohorts.intake.table import Cell, is_empty
from cohorts.people.applicant import Applicant, ApplicantId

MADE = re.compile(r"r[0-9a-f]{10}(-[0-9]+)?")
GATED_THEN = frozenset("=+-@\t\r")
NOTHING = frozenset(
    {
        *("", "n.v.t.", "n.v.t", "nvt", "n/a", "na", "-", "--", "—", ".", "?", "#n/a", "#n/b"),
        *("onbekend", "unknown", "none", "null", "nan", "geen", "anonymous", "anoniem"),
        *("niet van toepassing", "not applicable", "weet ik niet", "geen idee"),
    }
)


@dataclass(frozen=True)
class Answer:
    """One row: its number, what it says, and the id that was made of it then (None: it has one)."""

    row: int
    applicant: Applicant
    first_id: ApplicantId | None = None

    @property
    def as_then(self) -> Applicant:
        """With the id it had then."""
        return replace(self.applicant, id=self.first_id or self.applicant.id)


def first_id(cells: Sequence[Cell]) -> ApplicantId:
    """An id from all that the row says, as it was made then."""
    content = "\x1f".join(_text(c) for c in cells)
    return ApplicantId("r" + hashlib.sha256(content.encode()).hexdigest()[:10])


def _text(cell: Cell) -> str:
    if is_empty(cell) or (isinstance(cell, str) and cell.strip().lower() in NOTHING):
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()
    # the gate as it was then: an id that was made of it must come out the same
    return text[1:] if text[:1] == "'" and text[1:2] in GATED_THEN else text


def people_then(
    answers: Sequence[Answer],
) -> tuple[tuple[Applicant, ...], Mapping[ApplicantId, ApplicantId]]:
    """The people as they were told apart then, by id; and id of an answer now → who that was."""
    rows = _numbered([(answer.row, answer.as_then) for answer in answers])
    now = {answer.row: answer.applicant.id for answer in answers}
    found: dict[object, list[tuple[int, Applicant]]] = {}
    for row, applicant in sorted(rows, key=lambda pair: (pair[1].submitted or "", pair[0])):
        found.setdefault(_person(applicant) or row, []).append((row, applicant))
    people = sorted((several[-1][1] for several in found.values()), key=lambda a: a.id)
    who = {now[row]: several[-1][1].id for several in found.values() for row, _ in several}
    return tuple(people), who


def _numbered(rows: Sequence[tuple[int, Applicant]]) -> list[tuple[int, Applicant]]:
    seen: dict[ApplicantId, int] = {}
    told = []
    for row, applicant in rows:
        made = MADE.fullmatch(applicant.id) and _person(applicant) is None
        number = seen[applicant.id] = seen.get(applicant.id, 0) + 1
        own = f"{applicant.id}-{number}" if made and number > 1 else applicant.id
        told.append((row, replace(applicant, id=ApplicantId(own))))
    return told


def _person(applicant: Applicant) -> tuple[str, ...] | None:
    if applicant.email:
        return (applicant.email.lower(),)
    if applicant.kvk and applicant.name:
        return (applicant.kvk, applicant.name.lower())
    if MADE.fullmatch(applicant.id) and (applicant.name or applicant.company):
        return (applicant.id,)
    return None
