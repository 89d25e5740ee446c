"""Why nothing fits: the minimal clash of rules and people, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cohorts.composing.demands import Asked
from cohorts.errors import Problem
from cohorts.round.round import Round
from cohorts.words import Language
from cohorts.words.phrase import listed

if TYPE_CHECKING:  # it brings the engines along, see cohorts.composing.engines
    from solver.conflict import Conflict

MOST_NAMED = 12


def clash(conflict: Conflict, asked: Asked, round_: Round) -> Problem:
    """The clash as a problem whose facts name each rule and the people it is about."""
    rules = {rule.key: rule for rule in asked.rules}
    people: dict[str, dict[str, None]] = {}
    for piece in conflict.pieces:
        labels = (round_.applicants[row].label for row in piece.rows)
        people.setdefault(piece.owner, {}).update(dict.fromkeys(labels))
    facts: dict[str, object] = {
        "demands": {
            language: "; ".join(
                _demand(rules[key].title(language), tuple(named), language)
                for key, named in people.items()
            )
            for language in Language
        },
        "groups": round_.groups,
        "smallest": round_.smallest,
        "largest": round_.largest,
    }
    return Problem(_code(conflict), "", facts)


def _code(conflict: Conflict) -> str:
    if not conflict.pieces:
        return "compose.clash_counts"
    return "compose.clash" if conflict.minimal else "compose.clash_not_minimal"


def _demand(title: str, people: tuple[str, ...], language: Language) -> str:
    """A rule and whom it is about; a long list is cut short."""
    if not people:
        return f"\u2018{title}\u2019"
    more = (f"+ {len(people) - MOST_NAMED}",) if len(people) > MOST_NAMED else ()
    return f"\u2018{title}\u2019 ({listed((*people[:MOST_NAMED], *more), language)})"
