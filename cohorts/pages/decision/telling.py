"""Who was told which group: what was written down, and writing it down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.pages.acting import acting
from cohorts.pages.decision.sharing import WIDE
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.people.applicant import ApplicantId
from cohorts.record.group_name import group_name
from cohorts.reports.without_group import names
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.calling.who_leaves import leaving_of
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.hears_beside import hears_beside, still_here
from cohorts.rounds.deciding.tell import TOLD, tell
from cohorts.rounds.deciding.told_of import How, knows, last_told, told_of
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.roles import READERS

t = page_words("decision")
BESIDE: Literal["beside"] = "beside"
"""Of whom something is written down: who was set aside, beside the groups and who has none."""
Chosen = int | None | Literal["beside"]


def telling(here: Here, proposal: Proposal) -> int:
    """How many of those it counts have not heard yet what was decided for them."""
    st.header(plain(t("told")), anchor=False)
    with look(here.store, here.actor, here.round, may=READERS) as connection:
        seen = revision_of(connection, here.round, TOLD)
    people = people_of(here.store, here.actor, here.round)
    keys = people.keys.of
    heard = last_told(told_of(here.store, here.actor, here.round))
    seats = seats_of(proposal)
    groups = [*proposal.composition.groups, *([None] if None in seats.values() else [])]
    open_: dict[Chosen, list[ApplicantId]] = {
        group: [
            who
            for who, seat in seats.items()
            if seat == group and who in keys and not knows(heard, keys[who], group)
        ]
        for group in groups
    }
    other = sum(
        who in keys and keys[who] in heard and heard[keys[who]].group != seat
        for who, seat in seats.items()
    )
    left = sum(map(len, open_.values()))
    beside = _beside(here, proposal, people)
    open_[BESIDE] = [who for who in beside if not knows(heard, keys[who], None)]
    other += sum(keys[who] in heard for who in open_[BESIDE])
    told = len(seats) - left
    key = "told_so_far" if told and left else "told_all" if told else "told_none"
    st.markdown(plain(t(key, told=told, count=len(seats))))
    if beside:
        st.markdown(plain(_of_them(len(beside), len(beside) - len(open_[BESIDE]))))
    if other:
        st.warning(plain(t("told_other", count=other)))
    if not here.reads_only and any(open_.values()):
        _write_down(here, proposal, {g: who for g, who in open_.items() if who}, seen)
    return left


def _beside(here: Here, proposal: Proposal, people: KeptPeople) -> list[ApplicantId]:
    """Whom that does not count: letters are to them too."""
    of = (here.store, here.actor, here.round)
    there = still_here(people, asked_of(*of), leaving_of(*of))
    found = hears_beside(proposal, people.keys, {who: people.who[who] for who in there})
    return [one.applicant.id for one in found]


def _of_them(beside: int, told: int) -> str:
    said = t("told_beside", count=beside)
    return f"{said} {t('told_beside_heard', count=told)}" if told else said


def _write_down(
    here: Here, proposal: Proposal, open_: Mapping[Chosen, Sequence[ApplicantId]], seen: int
) -> None:
    labels = names(proposal)
    with st.expander(t("write_down")):
        group = st.selectbox(
            t("which_group"),
            list(open_),
            format_func=lambda chosen: _called(proposal, chosen, here),
            key="told_group",
            width=WIDE,
        )
        people = st.multiselect(
            t("told_whom"),
            list(open_[group]),
            default=list(open_[group]),
            format_func=lambda who: labels.get(who, who),
            key=f"told_whom_{group}_{len(open_[group])}",
            placeholder=t("told_nobody"),
        )
        how = st.radio(
            plain(t("how")),
            list(How),
            format_func=lambda one: plain(t(f"how_{one}")),
            key="told_how",
            horizontal=True,
        )
        if st.button(t("do_write_down"), key="tell"):
            with acting() as done:
                tell(here.store, here.actor, here.round, people, how or How.EMAIL, seen=seen)
            if done:
                st.rerun()


def _called(proposal: Proposal, chosen: Chosen, here: Here) -> str:
    if chosen == BESIDE:
        return t("set_aside")
    return t("no_place") if chosen is None else group_name(proposal, chosen, here.language)
