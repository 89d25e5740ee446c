"""A ballot that came back: read, looked over, and entered; and a tie that was told late."""

from __future__ import annotations

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain, trouble
from cohorts.rounds.balloting.on_paper import enter_on_paper
from cohorts.rounds.balloting.paper_ballot import PaperBallot
from cohorts.rounds.balloting.paper_read import PaperRead, paper_read
from cohorts.rounds.balloting.ties_on_paper import late_tie_on_paper
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.words import say

t = page_words("committee_paper")
WIDE = 640
BLOCKING = tuple(tie for tie in Tie if tie.blocks)


def entered(here: Here, ballot: PaperBallot, times: int) -> None:
    """``times``: how often one was entered; after that another file is asked."""
    st.subheader(plain(t("enter")), anchor=False)
    st.warning(plain(t("you_see")))
    given = st.file_uploader(
        t("file"), type=["xlsx", "ods"], key=f"paper_file_{ballot.mark}_{times}"
    )
    if given is None:
        return
    try:
        with st.spinner(t("reading")):
            read = paper_read(ballot, given.getvalue(), given.name)
    except CohortsError as error:
        st.error(plain(t("nothing_taken")))
        trouble(error)
        return
    _look_over(ballot, read)
    looked_at = sum((read.seen or {}).values())  # another button once the member votes themselves
    if st.button(
        t("do_enter", name=ballot.member.name),
        key=f"enter_{ballot.mark}_{times}_{looked_at}",
        disabled=not read.entries,
    ):
        with acting() as done:
            enter_on_paper(
                here.store,
                here.actor,
                here.round,
                ballot.stage.key,
                ballot.member.key,
                read=read,
            )
        if done:
            st.rerun()


def _look_over(ballot: PaperBallot, read: PaperRead) -> None:
    """Numbers alone: what was voted stands in the file, and nowhere else on the screen."""
    unfinished = len(read.entries) - read.judged
    lines = [t("judged", count=read.judged, of=len(ballot.rows))]
    lines += [t("unfinished", count=unfinished)] if unfinished else []
    lines += [t("silent", count=read.silent)] if read.silent else []
    lines += [t("replaces", count=read.replaces)] if read.replaces else []
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def late_tie(here: Here, ballot: PaperBallot) -> None:
    """*Toch een belang* of who votes on paper."""
    if not ballot.free or not st.toggle(t("late"), key=f"late_{ballot.mark}"):
        return
    st.markdown(plain(t("late_about")))
    names = {row.person: row.applicant.label for row in ballot.free}
    person = st.selectbox(
        t("late_whom"),
        sorted(names, key=lambda who: names[who].casefold()),
        index=None,
        format_func=lambda who: names[who],
        placeholder=t("choose_one"),
        key=f"late_whom_{ballot.mark}",
        width=WIDE,
    )
    tie = st.radio(
        plain(t("late_tie")),
        BLOCKING,
        format_func=lambda one: plain(say(f"ballot.tie_{one.value}", here.language)),
        key=f"late_tie_{ballot.mark}",
    )
    if st.button(t("do_late"), key=f"do_late_{ballot.mark}", disabled=person is None) and person:
        with acting() as done:
            late_tie_on_paper(
                here.store,
                here.actor,
                here.round,
                ballot.stage.key,
                ballot.member.key,
                person=person,
                tie=tie,
            )
        if done:
            st.rerun()
