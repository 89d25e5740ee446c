"""A plan of who reads what on the command line."""

from __future__ import annotations

from cohorts.committee.panel.panel_plan import PanelPlan
from cohorts.reports.panel_said import (
    asked_said,
    dossier_called,
    member_called,
    more_lines,
    shared_said,
    sure_said,
)
from cohorts.reports.plain import plain
from cohorts.reports.remarked import noticed_said
from cohorts.words import Language, say
from cohorts.words.first_of import first_of

MOST_MEMBERS = 30


def panel_outcome(plan: PanelPlan, language: Language) -> list[str]:
    """What it comes to, how sure that is, what more would give, and who reads what."""
    lines = [asked_said(plan, language), *shared_said(plan, language)]
    lines += ["", say("panel.sure_head", language), *sure_said(plan, language)]
    if plan.asked.places < len(plan.asked.dossiers):
        lines += ["", say("panel.more_head", language)]
        lines += [f"  {line}" for line in more_lines(plan, language)]
    lines += ["", say("panel.who_head", language)]
    reads = list(plan.by_member.items())
    shown = first_of(reads, MOST_MEMBERS)
    for member, dossiers in shown:
        named = ", ".join(
            one if one.isdecimal() else dossier_called(plan, one, language) for one in dossiers
        )
        facts = {"member": member_called(member, language), "count": len(dossiers)}
        lines.append("  " + say("panel.who_line", language, dossiers=named or "–", **facts))
    if left := len(reads) - len(shown):
        lines.append("  " + say("panel.who_left", language, count=left))
    lines += noticed_said(plan.asked.remarks, language)
    return [plain(line) for line in lines]
