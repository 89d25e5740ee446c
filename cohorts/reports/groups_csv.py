"""``groups.csv``: who sits where, for every other program."""

from __future__ import annotations

import csv
import io

from cohorts.composing.proposal import Proposal
from cohorts.words.export_gate import gate


def groups_csv(proposal: Proposal) -> str:
    """``group,applicant_id,company,name``; UTF-8 without BOM, LF; by group, then id."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["group", "applicant_id", "company", "name"])
    for number, members in proposal.composition.groups.items():
        for a in members:
            writer.writerow([number, gate(str(a.id)), gate(a.company or ""), gate(a.name or "")])
    return out.getvalue()
