"""The page of a plan of who reads what: how sure it is, and a list for every member to print."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.committee.panel.panel_plan import PanelPlan
from cohorts.reports.page.draw import draw
from cohorts.reports.panel_said import (
    asked_said,
    dossier_called,
    found_facts,
    member_called,
    more_said,
    shared_said,
    sure_said,
)
from cohorts.reports.remarked import gathered
from cohorts.reports.stamp import Stamped, for_whom, reference_of
from cohorts.words import Language, say
from cohorts.words.phrase import exactly

FOLDED_FROM = 7
"""From so many members on, their lists are folded on the screen; printed they are all open."""


@dataclass(frozen=True)
class OwnList:
    """What one member reads: (number, name) of each dossier, and the minutes that takes."""

    member: str
    dossiers: tuple[str, ...]
    minutes: int


@dataclass(frozen=True)
class Dot:
    """One of the truly best: ``part``, 0 to 100, of it is found on average."""

    part: int


def panel_page(plan: PanelPlan, language: Language) -> str:
    """The whole page, self-contained; every name in it is escaped."""
    stamp = Stamped(
        say("panel.stamp", language),
        (
            for_whom("organiser", language),
            say("stamp.reference", language, reference=reference_of(plan.by_member.values())),
        ),
        decided=False,
    )
    lead, *more = shared_said(plan, language)
    everything = plan.asked.places == len(plan.asked.dossiers)
    return draw(
        "panel",
        language,
        stamp=stamp,
        kind=say("panel.kind", language),
        title=say("panel.title", language),
        counts=asked_said(plan, language),
        lead=lead,
        more=more,
        sure=sure_said(plan, language),
        facts=found_facts(plan),
        dots=[] if everything else _dots(plan),
        trials=[] if everything else more_said(plan, language),
        lists=_lists(plan, language),
        folded=len(plan.asked.members) >= FOLDED_FROM,
        settings=_settings(plan, language),
        noticed=gathered(plan.asked.remarks, language, plainly=True),
    )


MOST_DOTS = 60
"""With more places one dot stands for several."""


def _dots(plan: PanelPlan) -> list[Dot]:
    """The truly best in a row, as far as they are found."""
    count = min(plan.asked.places, MOST_DOTS)
    found = plan.certainty.best.share * count
    return [Dot(round(100 * min(max(found - place, 0), 1))) for place in range(count)]


def _lists(plan: PanelPlan, language: Language) -> list[OwnList]:
    return [
        OwnList(
            member_called(member, language),
            tuple(dossier_called(plan, one, language) for one in dossiers),
            len(dossiers) * plan.asked.each,
        )
        for member, dossiers in plan.by_member.items()
    ]


def _settings(plan: PanelPlan, language: Language) -> list[tuple[str, str]]:
    """What it was made with."""
    facts = {
        "seed": str(plan.asked.seed),
        "each": exactly(plan.asked.each, language),
        "blocked": exactly(len(plan.asked.blocked), language),
        "draws": exactly(plan.certainty.draws, language),
    }
    return [(say(f"panel.made_{key}", language), value) for key, value in facts.items()]
