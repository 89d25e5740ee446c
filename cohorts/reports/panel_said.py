"""A plan of who reads what in words: how many read, how evenly, how sure, what more would give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.committee.panel.certainty import FEWEST_FOR_FIT, Certainty
from cohorts.committee.panel.judges_model import JudgesModel
from cohorts.committee.panel.panel_plan import Kind, PanelPlan, Trial
from cohorts.committee.panel.plan_panel import called
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import number

KINDS = {Kind.MEMBER: "member", Kind.MINUTES: "minutes_kind", Kind.READER: "reader"}
MOST_NAMED = 12


@dataclass(frozen=True)
class More:
    """One row: what is tried, readers, minutes, per cent found, and the difference in words."""

    what: str
    readers: int
    minutes: int
    share: int
    differs: str


def member_called(member: str, language: Language) -> str:
    """By the name, or as Member 3."""
    return called("member", member, language)


def dossier_called(plan: PanelPlan, dossier: str, language: Language) -> str:
    """By the number and by the name, where there is one."""
    if (name := plan.asked.names.get(dossier, dossier)) != dossier:
        return f"{dossier} {name}"
    return called("dossier", dossier, language)


def asked_said(plan: PanelPlan, language: Language) -> str:
    """How many members, dossiers and places."""
    asked = plan.asked
    facts = {"members": len(asked.members), "dossiers": len(asked.dossiers)}
    return say("panel.counts", language, places=asked.places, **facts)


def shared_said(plan: PanelPlan, language: Language) -> list[str]:
    """How many readers, how much each reads, and how often two read the same."""
    return [*read_said(plan, language), *_meetings(plan, language)]


def read_said(plan: PanelPlan, language: Language) -> list[str]:
    """How many readers, and how much each reads."""
    said = [say("panel.readers_each", language, readers=plan.readers)]
    if fewer := plan.fewer:
        named = [plan.asked.names.get(one, one) for one in first_of(fewer, MOST_NAMED)]
        if left := len(fewer) - len(named):
            named.append(say("panel.and_more", language, count=left))
        said.append(say("panel.readers_fewer", language, dossiers=named))
    return [*said, _loads(plan, language)]


def more_lines(plan: PanelPlan, language: Language) -> list[str]:
    """What more would give, each in a line; as it is now first."""
    lines = []
    for one in more_said(plan, language):
        said = say("panel.more_line", language, **vars(one))
        lines.append(f"{said}: {one.differs}" if one.differs else said)
    return lines


def _loads(plan: PanelPlan, language: Language) -> str:
    least, most = plan.loads
    kind = "same" if least == most else "even" if most == least + 1 else "uneven"
    facts = {"least": least, "most": most, "minutes": most * plan.asked.each}
    return say(f"panel.load_{kind}", language, given=plan.asked.minutes, **facts)


def _meetings(plan: PanelPlan, language: Language) -> Iterator[str]:
    if len(plan.asked.members) == 1:
        yield say("panel.meet_alone", language)
        return
    least, most = plan.meetings
    kind = "_same" if least == most else "_even" if most == least + 1 else ""
    facts = {"sum": plan.reading.squares, "bound": plan.reading.bound}
    best = say("panel.meet_gap" if plan.gap else "panel.meet_best", language, **facts)
    yield f"{say(f'panel.meet{kind}', language, least=least, most=most)} {best}"
    if not plan.joined:
        yield say("panel.apart", language)


def sure_said(plan: PanelPlan, language: Language) -> list[str]:
    """How much of the truly best is found, by which way of counting, and how sure that is."""
    places, sure = plan.asked.places, plan.certainty
    if places == len(plan.asked.dossiers):
        return [say("panel.found_all", language)]
    error = number(100 * sure.best.error, language)
    return [
        say("panel.found_one" if places == 1 else "panel.found", language, **found_facts(plan)),
        _ways(plan, language),
        say("panel.error", language, draws=sure.draws, error=error),
        assumed_said(language),
    ]


def found_facts(plan: PanelPlan) -> dict[str, object]:
    """Per cent and number of the truly best that are found."""
    found = plan.certainty.best.share
    facts = {"share": _percent(plan.certainty), "places": plan.asked.places}
    facts["chance"] = round(100 * plan.asked.places / len(plan.asked.dossiers))
    return {**facts, "number": round(found * plan.asked.places, 1)}


def assumed_said(language: Language) -> str:
    """What the trial takes to be so."""
    return say("panel.assumed", language, strictness=round(100 * JudgesModel().strictness))


def _ways(plan: PanelPlan, language: Language) -> str:
    sure = plan.certainty
    if sure.fitted is not None:
        fitted = round(100 * sure.fitted.share)
        return say("panel.ways_both", language, plain=round(100 * sure.plain.share), fitted=fitted)
    kind = "all" if plan.complete else "few" if plan.few else "apart"
    return say(f"panel.ways_{kind}", language, least=FEWEST_FOR_FIT)


def more_said(plan: PanelPlan, language: Language) -> list[More]:
    """As it is now, and then what more would give."""
    now = More(
        say("panel.more_now", language),
        plan.readers,
        plan.loads[1] * plan.asked.each,
        _percent(plan.certainty),
        "",
    )
    return [now, *(_more(plan, trial, language) for trial in plan.trials)]


def _more(plan: PanelPlan, trial: Trial, language: Language) -> More:
    what = say(f"panel.more_{KINDS[trial.kind]}", language, many=trial.many)
    differs = _differs(plan.certainty, trial.certainty, language)
    return More(what, trial.readers, trial.minutes, _percent(trial.certainty), differs)


def _differs(now: Certainty, then: Certainty, language: Language) -> str:
    """What lies within the error of both trials together is no difference."""
    points = 100 * (then.best.share - now.best.share)
    error = 100 * (now.best.error**2 + then.best.error**2) ** 0.5
    if abs(points) <= error:
        return say("panel.more_same", language)
    key = "panel.more_up" if points > 0 else "panel.more_down"
    return say(key, language, points=number(abs(points), language))


def _percent(sure: Certainty) -> int:
    return round(100 * sure.best.share)
