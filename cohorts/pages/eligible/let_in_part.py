"""*Laat toch toe*: somebody whom a condition refuses, with the reason; and back again."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.errors import InputError, Problem
from cohorts.pages.acting import acting
from cohorts.pages.eligible.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.taking_part import TakingPart
from cohorts.pages.told import language, page_words, plain
from cohorts.people.applicant import ApplicantId
from cohorts.record.let_in_said import refused_said
from cohorts.record.reasons import reason_aside
from cohorts.round.set_aside import SetAside
from cohorts.rounds.admitting.let_in import LONGEST, let_in
from cohorts.rounds.admitting.let_in_no_more import let_in_no_more
from cohorts.rounds.admitting.let_in_of import let_in_of
from cohorts.store.keys import PersonKey

t = page_words("eligible")
WIDE = 640


def let_somebody_in(here: Here, found: TakingPart, refused: Sequence[SetAside]) -> None:
    """Below those who are refused; the fields are empty again once somebody is let in."""
    aside = {one.applicant.id: one for one in refused}
    now = found.asked.revision
    with st.expander(t("let_in")):
        st.markdown(plain(t("let_in_about")))
        who: ApplicantId | None = st.selectbox(
            t("applicant"),
            list(aside),
            index=None,
            format_func=lambda one: aside[one].applicant.label,
            key=f"let_in_{now}",
            placeholder=t("choose"),
            width=WIDE,
        )
        if who is not None:
            st.markdown(plain(reason_aside(aside[who], found.asked.programme, language())))
        reason = st.text_input(
            t("let_in_why"), key=f"let_in_why_{now}", max_chars=LONGEST, width=WIDE
        )
        if st.button(t("do_let_in"), key=f"do_let_in_{now}"):
            with acting() as done:
                if who is None:
                    raise InputError(Problem("admitting.who"))
                person = found.people.keys.of[who]
                let_in(here.store, here.actor, here.round, person, reason, seen=now)
            if done:
                st.rerun()


def who_was_let_in(here: Here, found: TakingPart) -> None:
    """Each with what the condition says, why they take part all the same, and who said so."""
    kept = let_in_of(here.store, here.actor, here.round)
    ids = found.people.keys.ids
    here_now = {who: ids[who] for who in kept if ids.get(who) in found.round.admitted}
    if not here_now:
        return
    of = found.people.keys.of
    labels = {who: found.people.shown[of[id_]].label for who, id_ in here_now.items()}
    with st.expander(t("were_let_in", count=len(here_now)), expanded=True):
        rows = [
            {
                "name": labels[who],
                "address": found.address(here, id_),
                "why": refused_said(found.round.admitted[id_], found.asked.programme, language()),
                "reason": kept[who].reason,
                "by": t("added", by=kept[who].by, at=clock(kept[who].at)),
            }
            for who, id_ in here_now.items()
        ]
        st.html(HTML.get_template("let_in.html.jinja").render(t=t, rows=rows))
        if not here.reads_only:
            _take_back(here, found, labels)


def _take_back(here: Here, found: TakingPart, labels: dict[PersonKey, str]) -> None:
    """One button a person: it names them, so that a press counts for nobody else."""
    now = found.asked.revision
    with st.container(horizontal=True):
        for who, label in labels.items():
            if st.button(t("do_not_let_in", who=label), key=f"no_more_{who}_{now}"):
                with acting() as done:
                    let_in_no_more(here.store, here.actor, here.round, who, seen=now)
                if done:
                    st.rerun()
