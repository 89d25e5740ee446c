"""The page ``board``: a proposal adjusted by hand."""

from __future__ import annotations

import streamlit as st

from cohorts.errors import RefusedError
from cohorts.pages.acting import acting
from cohorts.pages.board.cards import key_of
from cohorts.pages.board.deeds import OnKept
from cohorts.pages.board.drawn import board_drawn
from cohorts.pages.board.told_of import since_begun
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.tied import prepares_tied
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import go
from cohorts.rounds.boarding.keep_board import keep_board
from cohorts.rounds.boarding.kept_board import KeptBoard
from cohorts.rounds.proposing.heads import ProposalHead, at_hand, heads_of
from cohorts.store.keys import Key, ProposalKey

PROPOSAL, GROUP, KEPT = "voorstel", "groep", "bewaard"
t = page_words("board")


def draw(here: Here) -> None:
    """The board of the proposal in the address; without one, of the one at hand."""
    heads = heads_of(here.store, here.actor, here.round)
    if not heads:
        heading(t("title"), t("nothing_yet"))
        if foot(t("first"), t("to_composing")):
            go(here, "composing")
        return
    asked = st.query_params.get(PROPOSAL, at_hand(heads).key)
    chosen = next((head for head in heads if head.key == asked), None)
    if chosen is None:
        heading(t("title"), t("no_such"))
        if foot(t("first_newest"), t("to_newest")):
            go(here, "board", **{PROPOSAL: heads[-1].key})
        return
    heading(t("title_of", number=chosen.number), "" if here.reads_only else t("intro"))
    prepares_tied(here)
    if len(heads) > 1:
        _which(here, heads, chosen)
    if chosen.emptied and not chosen.board_fits:
        st.warning(plain(t("emptied", groups=[str(number) for number in chosen.emptied])))
    elif not chosen.board_fits:
        st.warning(plain(t("outdated")))
    with acting():
        _board(here, ProposalKey(Key(chosen.key)))


def _which(here: Here, heads: tuple[ProposalHead, ...], chosen: ProposalHead) -> None:
    """Another proposal is another address."""
    names = {head.key: t("which_one", number=head.number) for head in reversed(heads)}
    keys = list(names)
    picked = st.selectbox(
        t("which"),
        keys,
        keys.index(chosen.key),
        format_func=names.__getitem__,
        key=f"which_{chosen.key}",
        width=260,
    )
    if picked != chosen.key:
        go(here, "board", **{PROPOSAL: picked})


@st.fragment
def _board(here: Here, proposal: ProposalKey) -> None:
    """What changed, the board, and keeping it: drawn anew together, and nothing else."""
    deeds = OnKept(here, proposal)
    try:
        kept = deeds.kept()
    except RefusedError:  # the role was taken away while the page stood open
        st.rerun()
    with kept.board.programme.in_own_words():
        st.markdown(plain(since_begun(kept.board, here.language)))
        key = f"board_{proposal}"
        board_drawn(
            deeds, key, here.actor.name, here.language, _opened(), reads_only=here.reads_only
        )
        if not here.reads_only:
            _keep(here, proposal, kept)


def _keep(here: Here, proposal: ProposalKey, kept: KeptBoard) -> None:
    next_ = t("keep_next") if kept.changed else t("keep_nothing")
    if foot(next_, t("keep"), disabled=not kept.changed):
        with acting() as done:
            new = keep_board(here.store, here.actor, here.round, proposal, seen=kept.revision)
        if done:
            go(here, "board", **{PROPOSAL: new})


def _opened() -> str:
    """The column that the address names."""
    named = st.query_params.get(GROUP, "")
    return key_of(int(named)) if named.isdecimal() and len(named) < len("10000") else ""
