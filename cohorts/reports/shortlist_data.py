"""A shortlist for machines, and as a table of everybody who applied."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from typing import Any

from cohorts.committee.shortlisting.joint_decision import CurvePoint, JointDecision, WouldTake
from cohorts.committee.shortlisting.shortlist import Shortlist
from cohorts.committee.shortlisting.stage_outcome import StageOutcome
from cohorts.people.applicant import Applicant
from cohorts.programme.own_words import in_own_words
from cohorts.reports.funnel_said import why_left
from cohorts.reports.remarked import told_of
from cohorts.words import Language
from cohorts.words.export_gate import gate

SCHEMA_VERSION = 1


def shortlist_data(found: Shortlist, language: Language) -> dict[str, Any]:
    """People by id; exact figures as ``"7/9"``."""
    return {
        "schema_version": SCHEMA_VERSION,
        "title": found.funnel.title[language],
        "programme": found.programme.name,
        "seed": found.given.get("seed") or 0,
        "counts": list(found.counts),
        "stages": [_stage(one, language) for one in found.outcomes],
        "joint": None if found.joint is None else _joint(found.joint),
        "sizes": [
            {
                "stage": one.stage,
                "field": one.field,
                "share": str(one.share),
                "pairs": one.pairs,
                "dominates": one.dominates,
            }
            for one in found.sizes
        ],
    }


def _stage(one: StageOutcome, language: Language) -> dict[str, Any]:
    lots = one.elected.drawn if one.elected is not None else ()
    return {
        "number": one.number,
        "title": one.stage.title[language],
        "rule": one.stage.rule or None,
        "came": len(one.came),
        "on": _ids(one.on),
        "left": [{"id": str(o.applicant.id), "why": str(o.why)} for o in one.left],
        "standing": {c: str(value) for c, value in one.standing.items()},
        "drawn": [{"among": list(d.among), "taken": d.taken, "decisive": d.decisive} for d in lots],
        "voters": [
            {
                "voter": t.voter,
                "judged": t.judged,
                "abstained": t.abstained,
                "not_judged": t.not_judged,
                "recused": t.recused,
            }
            for t in one.turnout
        ],
        "elsewhere": {str(who): ballots for who, ballots in one.elsewhere.items()},
        "newcomers": list(one.newcomers),
        "silent": _ids(one.silent),
        "condition_open": one.open,
        "remarks": told_of(one.remarks, language),
    }


def _joint(joint: JointDecision) -> dict[str, Any]:
    return {
        "complete": joint.complete,
        "exact": joint.exact,
        "of_people": joint.of_people,
        "points": [_point(one) for one in joint.points],
        "takings": [_taking(one) for one in joint.takings],
        "not_tried": joint.not_tried,
    }


def _point(one: CurvePoint) -> dict[str, Any]:
    groups = one.proposal.composition.groups
    return {
        "number": one.number,
        "standing": str(one.standing),
        "given_up": str(one.given_up),
        "fit": one.fit,
        "enter": _ids(one.enter),
        "leave": _ids(one.leave),
        "groups": {str(n): _ids(members) for n, members in groups.items()},
        "proven": one.proven,
        "chosen": one.chosen,
        "on_curve": one.on_curve,
    }


def _taking(one: WouldTake) -> dict[str, Any]:
    return {
        "id": str(one.applicant.id),
        "possible": one.possible,
        "proven": one.proven,
        "leave": _ids(one.leave),
        "along": _ids(one.along),
        "standing": str(one.standing),
        "fit": one.fit,
    }


def _ids(people: tuple[Applicant, ...]) -> list[str]:
    return [str(a.id) for a in people]


@in_own_words
def shortlist_csv(found: Shortlist, language: Language) -> str:
    """Everybody who applied, once: the last stage they came to, and what became of them there."""
    rows: dict[str, list[object]] = {}
    for one in found.outcomes:
        why = {o.applicant.id: why_left(o, found.programme, language) for o in one.left}
        for a in one.came:
            value = one.standing.get(str(a.id), "")
            exact = value if isinstance(value, Fraction) else ""
            ended = why.get(a.id, "")
            rows[str(a.id)] = [a.id, a.label, one.number, int(not ended), str(exact), ended]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["applicant_id", "company", "stage", "on", "standing", "why"])
    writer.writerows([gate(str(cell)) for cell in row] for _, row in sorted(rows.items()))
    return out.getvalue()
