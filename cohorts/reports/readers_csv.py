"""``readers.csv``: who reads which dossier, for every other program."""

from __future__ import annotations

import csv
import io

from cohorts.committee.panel.panel_plan import PanelPlan
from cohorts.words.export_gate import gate


def readers_csv(plan: PanelPlan) -> str:
    """``member,dossier``; UTF-8 without BOM, LF; both in the order of their files."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["member", "dossier"])
    for member, dossiers in plan.by_member.items():
        writer.writerows([gate(member), gate(dossier)] for dossier in dossiers)
    return out.getvalue()
