"""Somebody's card: every field, changed in place; what happened to it; whether they take part."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.applicants.card_fields import Group, groups
from cohorts.pages.applicants.card_input import card_input
from cohorts.pages.applicants.cell_said import cell_said
from cohorts.pages.applicants.let_in_line import let_in_line
from cohorts.pages.applicants.link_to import link_to
from cohorts.pages.applicants.named import named, short
from cohorts.pages.applicants.own_columns import own_columns
from cohorts.pages.applicants.take_file import t
from cohorts.pages.applicants.what_happened import what_happened
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import plain
from cohorts.pages.ways import go
from cohorts.people.applicant import Applicant
from cohorts.rounds.people.bring_back import bring_back
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.people.once_there import withdrawn_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.store.keys import PersonKey


def draw(here: Here, person: PersonKey) -> None:
    """Of who is in the round, of who withdrew, or that there is nobody of that key."""
    kept = people_of(here.store, here.actor, here.round)
    if person in kept.who:
        _card(here, kept, person)
        return
    gone = withdrawn_of(here.store, here.actor, here.round)
    if person in gone:
        _gone(here, kept, person, gone[person])
        return
    heading(t("nobody_head"), t("nobody_about"))
    if foot("", t("to_list")):
        go(here, "applicants")


def _card(here: Here, kept: KeptPeople, person: PersonKey) -> None:
    one = kept.who[person]
    link_to(here, t("to_list"))
    heading(short(one.name or one.label), _about(one))
    let_in_line(here, person)
    if not here.reads_only:
        st.markdown(plain(t("card_about")))
    shown, seldom = groups(kept.applicants)
    for group in shown:
        st.header(plain(t(f"group_{group.name}")), anchor=False)
        _fields(here, kept, person, group)
    if seldom.fields:
        with st.expander(plain(t("group_seldom", count=len(seldom.fields)))):
            _fields(here, kept, person, seldom)
    own_columns(here, kept, person)
    what_happened(here, person)
    if not here.reads_only and st.button(
        plain(t("withdraw")), key="withdraw", help=t("withdraw_help")
    ):
        with acting() as done:
            withdraw(here.store, here.actor, here.round, person, seen=kept.revision)
        if done:
            st.rerun()
    after = _after(kept, person)
    if foot(t("card_next"), t("next_person", who=named(kept.who[after]))):
        go(here, "applicants", persoon=after)


def _about(one: Applicant) -> str:
    parts = (one.company if one.name else "", one.place, cell_said(one, "status"))
    return " · ".join(short(part) for part in parts if part)


def _fields(here: Here, kept: KeptPeople, person: PersonKey, group: Group) -> None:
    for at in range(0, len(group.fields), 2):
        for column, place in zip(group.fields[at : at + 2], st.columns(2), strict=False):
            with place:
                card_input(here, kept, person, column)


def _after(kept: KeptPeople, person: PersonKey) -> PersonKey:
    """Who comes next in the order of names, and after the last the first."""
    of: Mapping[str, PersonKey] = {a.id: key for key, a in kept.who.items()}
    order = [of[a.id] for a in sorted(kept.applicants, key=lambda a: (named(a), a.id))]
    return order[(order.index(person) + 1) % len(order)]


def _gone(here: Here, kept: KeptPeople, person: PersonKey, one: Applicant) -> None:
    link_to(here, t("to_list"))
    heading(short(one.name or one.label), _about(one))
    st.markdown(plain(t("gone_about")))
    what_happened(here, person)
    if here.reads_only:
        return
    if foot(t("gone_next"), t("bring_back")):
        with acting() as done:
            bring_back(here.store, here.actor, here.round, person, seen=kept.revision)
        if done:
            st.rerun()
