"""Why nothing fits: the minimal clash of rules and people, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from cohorts.composing import engines
from cohorts.composing.demands import Asked, musts
from cohorts.errors import CohortsError, Problem
from cohorts.round.round import Round
from cohorts.words import Language, say
from cohorts.words.phrase import listed, quoted
from solver.errors import InvalidTaskError
from solver.task import Task

if TYPE_CHECKING:  # it brings the engines along
    from solver.conflict import Conflict

MOST_NAMED = 12
NONE: Mapping[str, Mapping[Language, str]] = MappingProxyType({})
OTHER_NUMBERS, LIMIT, MOST_SEATS = 8, 0.5, 4_000
"""So many other numbers of groups are tried, for so many deterministic seconds each."""


def clash(
    conflict: Conflict,
    asked: Asked,
    round_: Round,
    others: Mapping[str, Mapping[Language, str]] = NONE,
) -> Problem:
    """The clash as a problem whose facts name each rule and the people it is about.

    ``others``: owner of a demand that is of no rule → what it asks.
    """
    titles = {rule.key: rule.titles for rule in asked.rules} | dict(others)
    people: dict[str, dict[str, None]] = {}
    for piece in conflict.pieces:
        labels = (round_.applicants[row].label for row in piece.rows)
        people.setdefault(piece.owner, {}).update(dict.fromkeys(labels))
    facts: dict[str, object] = {
        "demands": {
            language: "; ".join(
                rule_said(titles[key][language], tuple(named), language)
                for key, named in people.items()
            )
            for language in Language
        },
        "groups": round_.groups,
        "smallest": round_.smallest,
        "largest": round_.largest,
        "otherwise": "",
    }
    if conflict.pieces and _in_other_numbers(conflict, asked, round_):
        facts["otherwise"] = {lang: say("compose.clash_otherwise", lang) for lang in Language}
    return Problem(_code(conflict), "", facts)


def _code(conflict: Conflict) -> str:
    if not conflict.pieces:
        return "compose.clash_counts"
    return "compose.clash" if conflict.minimal else "compose.clash_not_minimal"


def _in_other_numbers(conflict: Conflict, asked: Asked, round_: Round) -> bool:
    """Whether the demands were found to go together in other groups, of whatever size."""
    near = sorted(range(1, round_.n + 1), key=lambda groups: abs(groups - round_.groups))
    for groups in near[:OTHER_NUMBERS]:
        task = _in_groups(groups, conflict, asked, round_)
        if task is not None and engines.is_feasible(task, deterministic_limit=LIMIT):
            return True
    return False


def _in_groups(groups: int, conflict: Conflict, asked: Asked, round_: Round) -> Task | None:
    """Only these demands, in so many groups of any size; None where that cannot be asked."""
    other = replace(round_, groups=groups, smallest=1, largest=round_.n)
    owners = {piece.owner for piece in conflict.pieces}
    try:
        task = musts([rule for rule in asked.rules if rule.key in owners], other)
    except (CohortsError, InvalidTaskError):
        return None
    numbers = {term.name: number for number, term in enumerate(task.terms)}
    if task.n * groups > MOST_SEATS or any(p.term not in numbers for p in conflict.pieces):
        return None
    return engines.only(task, [(numbers[piece.term], piece.piece) for piece in conflict.pieces])


def rule_said(title: str, people: tuple[str, ...], language: Language) -> str:
    """A rule and whom it is about; a long list is cut short."""
    if not people:
        return quoted(title)
    more = (f"+ {len(people) - MOST_NAMED}",) if len(people) > MOST_NAMED else ()
    return f"{quoted(title)} ({listed((*people[:MOST_NAMED], *more), language)})"
