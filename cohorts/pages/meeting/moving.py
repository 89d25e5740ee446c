"""Somebody moved from the meeting: first what that breaks, in words; then the move itself."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.people.applicant import ApplicantId
from cohorts.reports.called import called
from cohorts.reports.consequence import Consequence
from cohorts.reports.told_in_room import told_in_room
from cohorts.rounds.boarding.keep_board import keep_board
from cohorts.rounds.boarding.move import move
from cohorts.rounds.boarding.stepping import NONE, Reason
from cohorts.rounds.boarding.undo import undo
from cohorts.rounds.conferring.covered import Covered, covered_rules
from cohorts.rounds.conferring.groups_met import NOWHERE, GroupMet, GroupsMet
from cohorts.store.keys import ProposalKey

LONGEST = 1_000
WIDE = 720
OUT = 0
"""Among the groups to go to: none."""
t = page_words("meeting_groups")


def may_move(here: Here, met: GroupsMet) -> bool:
    """Who organises, of what is not decided, and while nobody is dark."""
    return not here.reads_only and met.moves and met.open and not met.decided


def moving(here: Here, met: GroupsMet, group: GroupMet) -> None:
    """Folded; who is pinned stays, and who has stopped. Of a group, or of who has no place."""
    if not may_move(here, met):
        return
    board = met.kept.board
    free = [seat.applicant for seat in group.seats if seat.applicant is not None]
    stays = board.pinned | board.now.stopped
    free = [one for one in free if one.id not in stays]
    nowhere = group.number == NOWHERE
    if nowhere and not free:
        return
    with st.expander(t("give_place" if nowhere else "move"), key=f"moving_{group.number}"):
        if not free:
            st.markdown(plain(t("nobody_to_move")))
            return
        key = f"{met.head.key}_{met.kept.revision}_{group.number}"
        names = {one.id: one.label for one in free}
        who = st.selectbox(
            t("move_who"),
            list(names),
            None,
            format_func=names.__getitem__,
            key=f"who_{key}",
            placeholder=t("choose"),
            width=WIDE,
        )
        if who is None:
            return
        told = _told(here, met, group, who)
        where = st.radio(
            t("move_where"),
            list(told),
            None,
            format_func=lambda one: plain(_option(here, met, one, told[one])),
            key=f"where_{who}_{key}",
        )
        if where is not None:
            _do(here, met, who, where, told[where])


def _told(here: Here, met: GroupsMet, group: GroupMet, who: ApplicantId) -> dict[int, Consequence]:
    board = met.kept.board
    gone = covered_rules(board.begun, group.shown)
    price = Covered.PRICE in group.shown
    found = {}
    for number, change in board.prices(who).items():
        said = told_in_room(change, board.programme, here.language, gone, price=price)
        found[number or OUT] = said
    return found


def _option(here: Here, met: GroupsMet, number: int, told: Consequence) -> str:
    if number == OUT:
        return t("option_out", said=told.sentence)
    return t("option", where=_called(here, met, number), said=told.sentence)


def _called(here: Here, met: GroupsMet, number: int) -> str:
    return called(met.kept.board.programme, number, here.language)


def _do(here: Here, met: GroupsMet, who: ApplicantId, where: int, told: Consequence) -> None:
    """With a reason where a must breaks."""
    key = f"{who}_{where}_{met.kept.revision}"
    why = NONE
    if told.excused:
        st.markdown(plain(t("needs_reason")))
        reason = st.text_input(t("reason"), key=f"reason_{key}", max_chars=LONGEST, width=WIDE)
        by = st.text_input(t("by"), key=f"by_{key}", max_chars=100, width=WIDE)
        why = Reason(reason, by)
    name = met.kept.board.label(who)
    to = t("no_group") if where == OUT else _called(here, met, where)
    if st.button(plain(t("do_move", who=name, where=to)), key=f"do_move_{key}"):
        with acting() as done:
            of = (here.store, here.actor, here.round, ProposalKey(met.head.key), who)
            move(*of, group=where or None, why=why, seen=met.kept.revision)
        if done:
            st.rerun()


def keeping(here: Here, met: GroupsMet) -> None:
    """What was moved: taken back, or kept as a proposal of its own."""
    if not may_move(here, met) or not met.kept.changed:
        return
    proposal = ProposalKey(met.head.key)
    st.markdown(plain(t("moved", number=met.head.number)))
    with st.container(horizontal=True):
        if st.button(t("do_undo"), key=f"undo_{met.kept.revision}"):
            with acting() as done:
                undo(here.store, here.actor, here.round, proposal, seen=met.kept.revision)
            if done:
                st.rerun()
        if not met.kept.board.can_mend and st.button(t("do_keep"), key=f"keep_{met.kept.revision}"):
            with acting() as done:
                keep_board(here.store, here.actor, here.round, proposal, seen=met.kept.revision)
            if done:
                st.rerun()
    if met.kept.board.can_mend:
        st.markdown(plain(t("to_mend")))
        way(here, "board", t("to_board"))
