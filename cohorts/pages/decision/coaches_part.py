"""Who coaches which group, by name: a field for each group, kept with the decision."""

from __future__ import annotations

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.pages.acting import acting
from cohorts.pages.decision.sharing import WIDE
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.record.group_name import group_name
from cohorts.rounds.accounts.staff_name import LONGEST_NAME
from cohorts.rounds.deciding.group_coaches import GroupCoaches, name_coaches

t = page_words("decision")


def coaches_part(here: Here, told: Proposal, kept: GroupCoaches) -> None:
    """How many have one, and, folded, the fields; for who only reads how many alone."""
    groups = [number for number, members in told.composition.groups.items() if members]
    named = sum(number in kept.by_group for number in groups)
    key = "coaches_none" if not named else "coaches_some" if named < len(groups) else "coaches_all"
    st.markdown(plain(t(key, named=named, count=len(groups))))
    if here.reads_only:
        return
    with st.expander(t("coaches")):
        st.markdown(plain(t("coaches_about")))
        typed = {
            number: st.text_input(
                group_name(told, number, here.language),
                kept.by_group.get(number, ""),
                key=f"coach_{number}_{kept.revision}",
                max_chars=LONGEST_NAME,
                width=WIDE,
            )
            for number in groups
        }
        if st.button(t("keep_coaches"), key=f"keep_coaches_{kept.revision}"):
            with acting() as done:
                of = (here.store, here.actor, here.round)
                name_coaches(*of, typed, proposal=kept.proposal, seen=kept.revision)
            if done:
                st.rerun()
