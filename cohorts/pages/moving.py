"""Moving one person: what each place would do, before it is done."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cohorts.errors import CohortsError
from cohorts.hands.board import Board
from cohorts.hands.change import Change
from cohorts.pages.gated_table import show
from cohorts.pages.session import language, session
from cohorts.pages.told import plain, t, trouble
from cohorts.reports.called import called
from cohorts.reports.step import decisive, points_of, step_lines
from cohorts.words import say

NEARLY = 0.05


def moving(board: Board) -> None:
    """Undo, the person, the places, and the move."""
    _steps(board)
    people = {
        str(a.id): f"{a.label} · {_place(board, board.group_of(a.id))}"
        for a in sorted(board.begun.round.applicants, key=lambda a: (a.label.casefold(), a.id))
    }
    person = st.selectbox(
        t("who"),
        list(people),
        None,
        format_func=people.__getitem__,
        key=f"who_{len(board.past)}",
        placeholder=t("who_placeholder"),
    )
    if person is None:
        st.write(t("move_about"))
        return
    if person in board.pinned:
        st.warning(t("pinned"))
        return
    prices = board.prices(person)
    ranked = sorted(prices, key=lambda place: (prices[place].after, place or 0))
    table = [(_place(board, p), *_worth(prices[p], board)) for p in ranked]
    names = [t("to_group"), t("what_it_does"), t("why_not")]
    wide = {t("why_not"): st.column_config.TextColumn(width="large")}
    show(pd.DataFrame(table, columns=names), t("what_it_does"), wide)
    said = {p: f"{_place(board, p)}: {_worth(prices[p], board)[0]}" for p in ranked}
    place = st.selectbox(t("where_to"), ranked, format_func=said.__getitem__, key=f"where_{person}")
    _move(board, person, place, prices[place])


def _steps(board: Board) -> None:
    with st.container(horizontal=True):
        st.button(t("undo"), key="undo", disabled=not board.can_undo, on_click=_to, args=("undo",))
        st.button(t("redo"), key="redo", disabled=not board.can_redo, on_click=_to, args=("redo",))
    moved = board.change().moves
    if moved:
        st.caption(plain(t("moved", people=tuple(move.person.label for move in moved))))


def _to(step: str) -> None:
    board = session().board
    if board is not None:
        session().board = board.undo() if step == "undo" else board.redo()


def _place(board: Board, group: int | None) -> str:
    return t("out") if group is None else called(board.programme, group, language())


def _worth(change: Change, board: Board) -> tuple[str, str]:
    """▲ better or ▼ worse, by a level before the points or so many points; what would break."""
    if change.decided_by is not None:
        worth = decisive(change, "pages", language())
    elif abs(change.points) < NEARLY:
        worth = t("same")
    else:
        key = "better" if change.points < 0 else "worse"
        worth = t(key, points=points_of(change.points, language()))
    if change.allowed:
        return worth, ""
    lines = step_lines(change, board.programme, language())
    return t("not_allowed"), lines[1] if len(lines) > 1 else ""


def _move(board: Board, person: str, place: int | None, change: Change) -> None:
    for line in step_lines(change, board.programme, language()):
        st.write(plain(line.strip()) if not line.startswith(" ") else f"- {plain(line.strip())}")
    st.caption(plain(say("step.scale", language())))
    reason = by = ""
    if change.sizes or change.places_off > 0:
        st.error(t("too_full"))
        return
    if not change.allowed:
        st.error(t("needs_reason"))
        reason = st.text_input(t("reason"), key=f"reason_{person}")
        by = st.text_input(t("by"), key=f"by_{person}")
    ready = change.allowed or (bool(reason.strip()) and bool(by.strip()))
    if st.button(t("move"), key="move", type="primary", disabled=not ready):
        try:
            after = board.move(person, place)
            for breach in after.open_breaches():
                after = after.override(breach.rule, (breach.people or ("",))[0], reason, by)
        except CohortsError as error:
            trouble(error)
            return
        # a move and the reasons for it: taken back together, or the breach would stay without one
        session().board = after.as_one_step(board)
        st.rerun()
