"""The waiting list, kept over rounds: who waits, since when, in which circle in preparation."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from cohorts.people.applicant import ApplicantId
from cohorts.words.export_gate import gate


@dataclass(frozen=True)
class Wait:
    """Since when somebody waits, and the letter of the circle in preparation ("": none)."""

    since: date
    circle: str = ""

    def days(self, on: date) -> int:
        """How many days it is on a day; 0 before it began."""
        return max((on - self.since).days, 0)


WaitingList = Mapping[ApplicantId, Wait]


def lettered(number: int) -> str:
    """The name of a circle in preparation, for groups that did start have numbers.

    1 → A, 26 → Z, 27 → AA, as columns of a spreadsheet; empty for less than 1.
    """
    name = ""
    while number > 0:
        number, letter = divmod(number - 1, len(ascii_uppercase))
        name = ascii_uppercase[letter] + name
    return name


def renewed(
    earlier: WaitingList, circles: Iterable[tuple[str, Iterable[ApplicantId]]], on: date
) -> dict[ApplicantId, Wait]:
    """Who waits now, by id: whoever waited already keeps their day, whoever is placed is gone."""
    found = {
        person: Wait(earlier[person].since if person in earlier else on, name)
        for name, people in circles
        for person in people
    }
    return dict(sorted(found.items()))


def waiting_csv(waiting: WaitingList) -> str:
    """``applicant_id,since,circle``; UTF-8 without BOM, LF; by id; a date as yyyy-mm-dd."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["applicant_id", "since", "circle"])
    for person, wait in sorted(waiting.items()):
        writer.writerow([gate(str(person)), wait.since.isoformat(), gate(wait.circle)])
    return out.getvalue()
