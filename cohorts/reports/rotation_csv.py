"""``rotation.csv``: who sits where in each session, for every other program."""

from __future__ import annotations

import csv
import io

from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.words.export_gate import gate


def rotation_csv(plan: TablesPlan) -> str:
    """``session,table,applicant_id,company,name``; UTF-8 without BOM, LF; in that order.

    Whoever is absent in a session has no row in it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["session", "table", "applicant_id", "company", "name"])
    for session, tables in zip(plan.sessions, plan.sittings, strict=True):
        for table, people in enumerate(tables, 1):
            for person in people:
                a = plan.round_.applicants[plan.round_.rows[person]]
                cells = (str(a.id), a.company or "", a.name or "")
                writer.writerow([session.number, table, *map(gate, cells)])
    return out.getvalue()
