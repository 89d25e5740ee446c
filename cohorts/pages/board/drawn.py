"""The board on the page: a fragment, so that a card in hand draws nothing else anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import streamlit as st

from cohorts.errors import CohortsError, StaleError
from cohorts.hands.board import Board
from cohorts.pages.board.cards import columns_of, legend_of
from cohorts.pages.board.component import BOARD
from cohorts.pages.board.held import held_of
from cohorts.pages.told import page_words
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.boarding.kept_board import KeptBoard
from cohorts.words import Language, explain

WORDS = (
    *("tools", "undo", "redo", "settle", "settle_none", "jump", "close"),
    *("move_to", "swap_with", "pin", "unpin"),
    *("stopped", "move_title", "swap_title", "looking", "no_swaps", "is_pinned", "by_hand"),
    *("needs_reason", "reason", "by", "cancel", "do_anyway", "give_reason", "keep_reason"),
    *("leave_title", "leave_about", "leave", "pinned_told", "stays"),
)
t = page_words("board")
Sent = Mapping[str, Any]


class Deeds(Protocol):
    """Whatever keeps the board that is drawn."""

    def kept(self) -> KeptBoard:
        """The board as it is now."""
        ...

    def do(self, sent: Sent) -> str:
        """Does what the component sent; gives what it did, in words. Raises CohortsError."""
        ...


TOOLS = ("can_undo", "can_redo", "can_settle")
"""What the buttons above the board go by."""


@dataclass(frozen=True)
class Told:
    """What the last act came to; ``at``: which one, so that it is said once."""

    text: str = ""
    bad: bool = False
    at: str = ""


def board_drawn(
    deeds: Deeds,
    key: str,
    me: str,
    language: Language,
    open_: str = "",
    *,
    reads_only: bool = False,
) -> None:
    """The component, with what it sends done. ``open_``: the column to begin at."""
    kept = deeds.kept()
    told: Told = st.session_state.get(f"{key}_told", Told())
    BOARD(
        key=key,
        data=shown(kept, st.session_state.get(f"{key}_held") or {}, told, language)
        | {"me": me, "open": open_, "reads_only": reads_only}
        | (dict.fromkeys(TOOLS, False) if reads_only else {}),
        on_hold_change=_holds(key),
        on_act_change=_acts(deeds, key, language),
    )


def shown(kept: KeptBoard, held: Sent, told: Told, language: Language) -> dict[str, Any]:
    """All that the component draws."""
    board = kept.board
    person = person_of(board, held.get("person"))
    swaps = bool(held.get("swaps"))
    of = None if person is None else held_of(board, person, language, swaps=swaps)
    return {
        "revision": kept.revision,
        "language": language.value,
        # a sentence with a name in it gets that in the browser
        "words": {key: _unfilled(key) for key in WORDS},
        "columns": columns_of(board, language),
        "legend": legend_of(board, language),
        "held": None if of is None else of | {"revision": kept.revision},
        "can_undo": kept.can_undo,
        "can_redo": kept.can_redo,
        "can_settle": board.can_mend,
        "told": {"text": told.text, "bad": told.bad, "at": told.at},
    }


def person_of(board: Board, row: object) -> ApplicantId | None:
    """Whom the component means; None where there is no such row."""
    people = board.begun.round.applicants
    if not isinstance(row, str) or not row.isdecimal() or len(row) > len(str(len(people))):
        return None
    return people[int(row)].id if int(row) < len(people) else None


def _unfilled(key: str) -> str:
    return t(key, who="{who}")


def _holds(key: str) -> Callable[[], None]:
    def held() -> None:
        st.session_state[f"{key}_held"] = st.session_state[key].hold or {}

    return held


def _acts(deeds: Deeds, key: str, language: Language) -> Callable[[], None]:
    def acted() -> None:
        sent = st.session_state[key].act or {}
        st.session_state[f"{key}_held"] = {}
        try:
            text, bad = deeds.do(sent), False
        except CohortsError as error:
            text, bad = _said(error, language), True
        st.session_state[f"{key}_told"] = Told(text, bad, str(sent.get("at", "")))

    return acted


def _said(error: CohortsError, language: Language) -> str:
    """What is wrong and what can be done; of a board that somebody else changed: their last act."""
    problems = error.problems[-1:] if isinstance(error, StaleError) else error.problems[:2]
    return " ".join(" ".join(explain(one, language, plainly=True)) for one in problems)
