"""The ties that a member signed for on paper, entered for them."""

from __future__ import annotations

import streamlit as st

from cohorts.errors import InputError, Problem
from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.balloting.paper_ballot import PaperBallot
from cohorts.rounds.balloting.ties_on_paper import declare_on_paper
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.store.keys import PersonKey
from cohorts.words import say

t = page_words("committee_paper")
ASKED = (Tie.KNOWS, Tie.HANDLES, Tie.PERSONAL, Tie.ABSTAINS)


def ties_form(here: Here, ballot: PaperBallot) -> None:
    """A list for each tie; of all others the sheet says that there is none."""
    names = {row.person: row.applicant.label for row in ballot.names}
    chosen = {
        tie: st.multiselect(
            say(f"ballot.tie_{tie.value}", here.language),
            list(names),
            format_func=lambda who: names[who],
            placeholder=t("nobody"),
            key=f"{tie.value}_{ballot.mark}",
        )
        for tie in ASKED
    }
    signed = st.checkbox(plain(t("signed")), key=f"signed_{ballot.mark}")
    if st.button(t("keep_ties"), key=f"keep_ties_{ballot.mark}", disabled=not signed):
        with acting() as done:
            declare_on_paper(
                here.store,
                here.actor,
                here.round,
                ballot.stage.key,
                ballot.member.key,
                ties=_ties(ballot, chosen, names),
            )
        if done:
            st.rerun()


def _ties(
    ballot: PaperBallot,
    chosen: dict[Tie, list[PersonKey]],
    names: dict[PersonKey, str],
) -> dict[PersonKey, Tie]:
    """Raises InputError where a name stands in two lists: no one of them is guessed."""
    ties = dict.fromkeys(ballot.stage.candidates, Tie.NONE)
    for tie, people in chosen.items():
        for who in people:
            if ties[who] is not Tie.NONE:
                raise InputError(Problem("paper.tie_twice", "", {"name": names[who]}))
            ties[who] = tie
    return ties
