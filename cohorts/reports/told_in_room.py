"""What moving somebody comes to, as far as a room may hear it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cohorts.hands.change import Change
from cohorts.programme.programme import Programme
from cohorts.reports.consequence import Consequence, Mark, consequence
from cohorts.words import Language, say

ALWAYS = (Mark.FULL, Mark.BROKEN)


def told_in_room(
    change: Change,
    programme: Programme,
    language: Language,
    covered: Collection[str],
    *,
    price: bool,
) -> Consequence:
    """What breaks, always; whether the whole gets better or worse, only where the ``price`` shows.

    ``covered``: keys of rules that tell of what is not shown: that such a must breaks is told, and
    neither which nor of whom.
    """
    rules = tuple(one for one in change.rules if one.rule not in covered)
    told = consequence(replace(change, rules=rules), programme, language)
    if any(one.rule in covered for one in change.broken):
        more = told.sentence if told.mark in ALWAYS else ""
        said = " ".join(filter(None, [more, say("consequence.covered", language)]))
        return Consequence(Mark.BROKEN, say("consequence.broken", language), said)
    if told.mark in ALWAYS or price:
        return told
    if told.mark is Mark.OUT:
        out = tuple(move.person.label for move in change.moves if move.target is None)
        said = say("consequence.no_place", language, people=out)
        return replace(told, sentence=f"{said[:1].upper()}{said[1:].rstrip('.')}.")
    return Consequence(Mark.SAME, "", say("consequence.nothing_breaks", language))
