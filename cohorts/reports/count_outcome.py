"""A count on the command line."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.committee.sureness.whole_count import WholeCount
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
    sure_said,
    unheard_said,
    weights_said,
    yes_limit_said,
)
from cohorts.reports.plain import plain
from cohorts.reports.remarked import noticed_said
from cohorts.words import Language, say
from cohorts.words.first_of import first_of

MOST_CHOSEN = 60
MOST_NEXT = 5
MOST_SILENT = 12


def count_outcome(whole: WholeCount, language: Language) -> list[str]:
    """Who is chosen, who comes next, how sure that is; lots, silence, disagreement, the unheard."""
    elected = whole.elected
    lines = [asked_said(whole, language), *_settings(whole, language), ""]
    lines.append(say("count.chosen_head", language) + ":")
    lines += _listed(whole, elected.chosen, 1, MOST_CHOSEN, language)
    if left := open_said(whole, language):
        lines.append(f"  {left}")
    if elected.left:
        lines.append(say("count.next_head", language) + ":")
        first = len(elected.chosen) + 1
        lines += _listed(whole, elected.left, first, MOST_NEXT, language)
    if order := next_said(whole, language):
        lines.append(f"  {order}")
    lines += ["", how_sure(whole, language)]
    if lots := lots_said(whole, language):
        lines += ["", *lots]
    lines += _about_voters(whole, language)
    lines += noticed_said(whole.remarks, language)
    return [plain(line) for line in lines]


def _settings(whole: WholeCount, language: Language) -> list[str]:
    limit = yes_limit_said(whole.asked.rule, language)
    said = (limit, weights_said(whole, language), quorum_said(whole, language))
    return [one for one in said if one]


def _listed(
    whole: WholeCount, candidates: tuple[str, ...], first: int, most: int, language: Language
) -> Iterator[str]:
    shown = first_of(candidates, most)
    for place, candidate in enumerate(shown, first):
        figure = figure_said(whole, candidate, language)
        facts = {
            "place": str(place),
            "name": called(whole, candidate),
            "figure": say("count.figure", language, figure=figure) if figure else "",
            "sure": sure_said(whole, candidate, language),
        }
        yield "  " + say("count.line", language, **facts)
    if left := len(candidates) - len(shown):
        yield "  " + say("count.left_more", language, count=left)


def _about_voters(whole: WholeCount, language: Language) -> Iterator[str]:
    """Where they disagree, who is unheard, on whom not all voted."""
    disputed = list(disputed_said(whole, language))
    yield ""
    yield say("count.disputed_head" if disputed else "count.disputed_none", language)
    for name, said, _ in disputed:
        yield "  " + say("count.disputed_line", language, name=name, said=said)
    if judges := judges_said(whole, language):
        yield f"  {judges}"
    if unheard := unheard_said(whole, language):
        yield from ("", *unheard)
    if silent := silences(whole, language):
        yield ""
        yield say("count.silence_head", language)
        shown = first_of(silent, MOST_SILENT)
        for name, said in shown:
            yield "  " + say("count.silence_line", language, name=name, said=said)
        if left := len(silent) - len(shown):
            yield "  " + say("count.left_more", language, count=left)
