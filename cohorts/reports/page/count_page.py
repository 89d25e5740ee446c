"""The page of a count: the standing and how sure it is, lots, disagreement, the count itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.committee.counting.step_words import told_steps
from cohorts.committee.sureness.whole_count import WholeCount
from cohorts.committee.votes import Asked
from cohorts.reports.count_json import fingerprint_of
from cohorts.reports.count_rules import set_of
from cohorts.reports.count_said import (
    asked_said,
    called,
    disputed_said,
    figure_said,
    how_sure,
    judges_said,
    lots_said,
    next_said,
    open_said,
    quorum_said,
    silences,
    unheard_said,
    weights_said,
    yes_limit_said,
)
from cohorts.reports.page.draw import draw
from cohorts.reports.remarked import gathered
from cohorts.reports.stamp import Stamped, for_whom, reference_of
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import exactly, number

NEXT_SHOWN = 12
"""So many who come after the last place are in the picture; the others are behind a line."""


@dataclass(frozen=True)
class Standing:
    """One candidate. ``share``: per cent of the panels drawn that choose this one."""

    place: int
    name: str
    figure: str
    times: str
    share: float
    chosen: bool


def count_page(whole: WholeCount, rule: str, language: Language) -> str:
    """The whole page, self-contained; every name in it is escaped."""
    elected, kind = whole.elected, whole.asked.rule
    rows = list(_standing(whole, language))
    shown = len(first_of(rows, len(elected.chosen) + NEXT_SHOWN))
    return draw(
        "count",
        language,
        stamp=_stamp(whole, language),
        kind=say("count.kind", language),
        title=say("count.title", language),
        counts=asked_said(whole, language),
        notes=list(filter(None, _notes(whole, language))),
        rows=rows[:shown],
        rest=rows[shown:],
        figures=bool(elected.standing),
        how_sure=how_sure(whole, language),
        next_said=next_said(whole, language),
        lots=lots_said(whole, language),
        disputed=[(n, said, float(100 * part)) for n, said, part in disputed_said(whole, language)],
        judges=judges_said(whole, language),
        says_yes=whole.election.asked is Asked.YES,
        unheard=unheard_said(whole, language),
        silent=silences(whole, language),
        silence_about=say(
            f"count.silence_{'lowers' if kind.silence_lowers else 'about'}", language
        ),
        steps=told_steps(elected, whole.election, language),
        rule={
            "name": rule,
            "title": kind.TITLE[language],
            "about": kind.ABOUT[language],
            "when": kind.WHEN[language],
            "paper": kind.PAPER,
            "set": set_of(kind),
        },
        noticed=gathered(whole.remarks, language, plainly=True),
        settings=_settings(whole, rule, language),
    )


def _stamp(whole: WholeCount, language: Language) -> Stamped:
    reference = reference_of((whole.elected.chosen, whole.elected.left))
    lines = (
        for_whom("organiser", language),
        say("stamp.reference", language, reference=reference),
    )
    return Stamped(say("count.stamp", language), lines, decided=False)


def _notes(whole: WholeCount, language: Language) -> Iterator[str]:
    yield yes_limit_said(whole.asked.rule, language)
    yield weights_said(whole, language)
    yield quorum_said(whole, language)
    yield open_said(whole, language)


def _standing(whole: WholeCount, language: Language) -> Iterator[Standing]:
    chosen, draws = set(whole.elected.chosen), whole.sureness.draws
    for place, candidate in enumerate(whole.order, 1):
        times = whole.sureness.times_in.get(candidate, 0)
        yield Standing(
            place,
            called(whole, candidate),
            figure_said(whole, candidate, language),
            say("count.times_short", language, times=times, draws=draws),
            round(100 * times / max(draws, 1), 1),
            candidate in chosen,
        )


def _settings(whole: WholeCount, rule: str, language: Language) -> list[tuple[str, str]]:
    """What it was made with."""
    quorum = f"{number(float(100 * whole.asked.quorum), language)}%" if whole.asked.quorum else ""
    facts = {
        "rule": rule,
        "seats": str(whole.asked.seats),
        "seed": str(whole.asked.seed),
        "quorum": quorum,
        "voters": str(whole.election.voters),
        "draws": exactly(whole.sureness.draws, language),
        "input": fingerprint_of(whole.election),
    }
    return [(say(f"count.made_{key}", language), value) for key, value in facts.items() if value]
