"""``panel.json``: the plan, what was asked, and how sure it makes the outcome."""

from __future__ import annotations

import json
from typing import Any

from cohorts.committee.panel.certainty import Certainty, Found
from cohorts.committee.panel.judges_model import JudgesModel
from cohorts.committee.panel.panel_plan import PanelPlan
from cohorts.composing.compose import versions
from cohorts.intake.report import remark_parts
from cohorts.words import Language

SCHEMA_VERSION = 1
DIGITS = 4
"""Of a share: what lies behind them is noise."""


def panel_document(plan: PanelPlan, language: Language) -> dict[str, Any]:
    """The plan in the shape of JSON; members and dossiers by name, in the order they were given."""
    asked = plan.asked
    by_member = plan.by_member
    readers: dict[str, list[str]] = {dossier: [] for dossier in asked.dossiers}
    for member, dossiers in by_member.items():
        for dossier in dossiers:
            readers[dossier].append(member)
    return {
        "schema_version": SCHEMA_VERSION,
        "places": asked.places,
        "minutes": asked.minutes,
        "minutes_per_dossier": asked.each,
        "readers": plan.readers,
        "members": [
            {"member": m, "dossiers": list(d), "minutes": len(d) * asked.each}
            for m, d in by_member.items()
        ],
        "dossiers": [
            {"dossier": d, "name": asked.names.get(d, d), "readers": who}
            for d, who in readers.items()
        ],
        "fewer_readers": list(plan.fewer),
        "blocked": [list(pair) for pair in sorted(asked.blocked)],
        "meetings": {
            "fewest": plan.meetings[0],
            "most": plan.meetings[1],
            "sum_of_squares": plan.reading.squares,
            "bound": plan.reading.bound,
            "gap": plan.gap,
        },
        "connected": plan.joined,
        "certainty": _certainty(plan.certainty),
        "trials": [
            {
                "more": trial.kind.value,
                "many": trial.many,
                "readers": trial.readers,
                "minutes": trial.minutes,
                "certainty": _certainty(trial.certainty),
            }
            for trial in plan.trials
        ],
        "model": vars(JudgesModel()),
        "seed": asked.seed,
        "remarks": [" ".join(filter(None, remark_parts(r, language))) for r in asked.remarks],
        "versions": versions(),
    }


def panel_json(plan: PanelPlan, language: Language) -> str:
    """The same as text."""
    return json.dumps(panel_document(plan, language), ensure_ascii=False, indent=1) + "\n"


def _certainty(sure: Certainty) -> dict[str, Any]:
    return {
        "draws": sure.draws,
        "plain": _found(sure.plain),
        "fitted": None if sure.fitted is None else _found(sure.fitted),
    }


def _found(found: Found) -> dict[str, float]:
    return {"share": round(found.share, DIGITS), "error": round(found.error, DIGITS)}
