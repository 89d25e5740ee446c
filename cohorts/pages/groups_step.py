"""The groups: composing them, looking at them, moving somebody, taking them along."""

from __future__ import annotations

import streamlit as st

from cohorts.composing.first_time import said_first
from cohorts.composing.proposal import Proposal
from cohorts.hands.board import Board
from cohorts.pages.downloads import downloads
from cohorts.pages.job import Job
from cohorts.pages.moving import moving
from cohorts.pages.noticed import noticed
from cohorts.pages.session import Step, go, language, session
from cohorts.pages.told import plain, t, trouble
from cohorts.reports.outcome import verdict
from cohorts.reports.page import page
from cohorts.round import remark
from cohorts.round.effect import telling

HEIGHT = 900


def draw() -> None:
    """The third screen."""
    kept = session()
    if kept.board is None and kept.job is not None:
        _under_way(kept.job)
        return
    if kept.board is not None:
        with kept.board.programme.in_own_words():
            _result(kept.board)


@st.fragment(run_every=1.0)
def _watch(job: Job) -> None:
    """How far it is and how good so far; a look every second."""
    if job.over:
        st.rerun()
    st.progress(min(job.share, 1.0), text=t("composing", percent=round(100 * job.share)))
    if job.longer and not job.share:
        st.write(plain(said_first(job.longer, language())))
    if job.best is not None and job.best.hard == 0:
        left = job.best.not_placed
        st.write(t("best_everyone") if left == 0 else t("best_left", count=left))
    if st.button(t("stop"), key="stop", type="primary"):
        job.stop.set()
        job.wait()
        st.rerun()


def _under_way(job: Job) -> None:
    if not job.over:
        st.header(t("composing_head"), anchor=False)
        _watch(job)
        return
    if job.error is not None:
        st.header(t("nothing_fits"), anchor=False)
        trouble(job.error)
        noticed(telling(remark.noticed(session().applicants)))
        st.button(t("back"), key="back", on_click=go, args=(Step.PROGRAMME,))
        return
    if job.proposal is None:
        st.error(t("broken"))
        return
    session().board = Board.of(job.proposal)
    st.rerun()


def _result(board: Board) -> None:
    proposal = board.proposal()
    st.header(t("groups_head"), anchor=False)
    st.write(plain(verdict(proposal, language())))
    downloads(proposal)
    noticed(proposal.round.remarks, "problems_groups", open_=False)
    look, move = st.tabs([t("look"), t("move_head")])
    with move:
        moving(board)
    with look:
        # our own page: every text in it is escaped and it forbids itself any script
        st.iframe(_within_itself(_drawn(proposal)), height=HEIGHT, alt=t("look"))


def _drawn(proposal: Proposal) -> str:
    """The page of a proposal; the same as long as the proposal is."""
    kept, spoken = session(), language()
    known = kept.drawn
    if known is None or known[0] is not proposal or known[1] is not spoken:
        known = kept.drawn = (proposal, spoken, page(proposal, spoken))
    return known[2]


def _within_itself(drawn: str) -> str:
    """A page of ours for a frame: its links go to its own parts, not to those of the screen.

    A frame without an address of its own takes that of the page around it, and would open that.
    """
    return drawn.replace("<head>", '<head><base href="about:srcdoc">', 1)
