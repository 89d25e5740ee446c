"""What each place, and each swap, would do with the one person in hand."""

from __future__ import annotations

from typing import Any

from cohorts.hands.board import Board
from cohorts.hands.change import Change
from cohorts.pages.board.cards import key_of
from cohorts.people.applicant import ApplicantId
from cohorts.reports.called import called
from cohorts.reports.consequence import consequence
from cohorts.words import Language

SWAPS = 8


def held_of(
    board: Board, person: ApplicantId, language: Language, *, swaps: bool
) -> dict[str, Any]:
    """``places``: by key of the column, with how they rank; ``swaps``: the best first, if asked."""
    prices = board.prices(person)
    # whoever has no place fits nowhere better
    order = sorted(prices, key=lambda g: (g is None, prices[g].after))
    rank = {group: place for place, group in enumerate(order)}
    return {
        "person": str(board.begun.round.rows[person]),
        "places": {
            key_of(g): would(board, c, language, g) | {"rank": rank[g]} for g, c in prices.items()
        },
        "swaps": []
        if not swaps
        else [
            {
                "person": str(board.begun.round.rows[other.id]),
                "label": other.label,
                "where": _where(board, other.id, language),
                **would(board, change, language, board.group_of(other.id)),
            }
            for other, change in board.swaps_of(person, SWAPS)
        ],
        "with_swaps": swaps,
    }


def would(board: Board, change: Change, language: Language, group: int | None) -> dict[str, Any]:
    """One consequence, told in the column of ``group``."""
    told = consequence(change, board.programme, language, group)
    return {
        "mark": told.mark.value,
        "word": told.word,
        "sentence": told.sentence,
        "excused": told.excused,
    }


def _where(board: Board, person: ApplicantId, language: Language) -> str:
    group = board.group_of(person)
    return "" if group is None else called(board.programme, group, language)
