"""``coaching.csv``: who has which coach, for a mail merge."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from cohorts.after.coaches import Coaching
from cohorts.words.export_gate import gate

HEADERS = ("serves", "coach", "group", "applicant_id", "company", "name")


def coaching_csv(coaching: Sequence[Coaching]) -> str:
    """One row for each who is coached; a group has its number. UTF-8, LF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADERS)
    for one in coaching:
        for given in one.given:
            for a in given.led.members:
                of = [one.serves.value, gate(given.coach.name), given.led.number or ""]
                writer.writerow([*of, gate(str(a.id)), gate(a.company or ""), gate(a.name or "")])
    return out.getvalue()
