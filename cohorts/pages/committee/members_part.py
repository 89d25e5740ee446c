"""Who sits in the committee: seen by all members; and how somebody comes into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext

import streamlit as st

from cohorts.errors import InputError, Problem
from cohorts.pages.acting import acting
from cohorts.pages.committee.following import SEATS
from cohorts.pages.committee.links_once import address_of, keep_link, links_once
from cohorts.pages.committee.on_screen import on_screen
from cohorts.pages.committee.same_people import ask_each, invited_now, same_people
from cohorts.pages.committee.same_person import ask_same, same_person
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.invitations_csv import Invitation
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.members.invite import LONGEST_EMAIL, Invited
from cohorts.rounds.members.invite_all import known_on_list
from cohorts.rounds.members.invite_known import known_by_name
from cohorts.rounds.members.member import MEMBERS, Member, Position
from cohorts.rounds.members.new_link import may_make_links, new_link
from cohorts.rounds.members.pasted import pasted
from cohorts.rounds.members.substitute import substitute
from cohorts.rounds.roles import READERS
from cohorts.store.keys import AccountKey

t = page_words("committee")


def members_part(here: Here, members: Sequence[Member], *, folded: bool) -> None:
    """The list, and folded what changes it; ``folded``: the list too, where they stand above it."""
    with look(here.store, here.actor, here.round, may=READERS) as connection:
        revision = revision_of(connection, here.round, MEMBERS)
    seen = on_screen(here, MEMBERS, revision)
    st.header(plain(t("members", count=sum(one.left_at is None for one in members))), anchor=False)
    st.markdown(plain(t("members_about" if members else "members_none")))
    if members:
        with st.expander(t("members_list")) if folded else nullcontext():
            names = {one.key: one.name for one in members}
            st.html(SEATS.render(rows=[_row(one, names) for one in members]))
    links_once(here)
    if here.reads_only:
        return
    sitting = [one for one in members if one.left_at is None]
    with st.container():  # always there, so that what is unfolded below stays so
        same_person(here, seen)
        same_people(here, seen)
    _invite(here, f"{here.round}_{len(members)}", seen)
    _invite_several(here, f"{here.round}_{len(members)}", seen)
    if sitting:
        _substitute(here, sitting, seen)
        _new_link(here, sitting, seen)


def _row(one: Member, names: Mapping[AccountKey, str]) -> dict[str, str]:
    beside = ", ".join(filter(None, (one.organisation, t(f"position_{one.position.value}"))))
    key = "left" if one.left_at else "begun" if one.begun_at else "invited"
    said = t(f"seat_{key}")
    if one.instead_of is not None:
        said = f"{said}; {t('seat_instead', name=names.get(one.instead_of, ''))}"
    return {"name": one.name, "beside": beside, "said": said}


def _position(key: str) -> Position:
    found = st.radio(
        plain(t("position")),
        list(Position),
        list(Position).index(Position.MEMBER),
        format_func=lambda one: plain(t(f"position_{one.value}_about")),
        key=f"position_{key}",
    )
    return found or Position.MEMBER


def _asked(key: str) -> Invited:
    left, right = st.columns(2)
    name = left.text_input(t("name"), key=f"name_{key}", max_chars=100)
    organisation = right.text_input(t("organisation"), key=f"organisation_{key}", max_chars=200)
    email = left.text_input(t("email"), key=f"email_{key}", max_chars=LONGEST_EMAIL)
    number = right.text_input(t("number"), key=f"number_{key}", max_chars=16, help=t("number_help"))
    return Invited(name, organisation=organisation, email=email, number=number)


def _invite(here: Here, key: str, seen: int) -> None:
    with st.expander(t("invite")):
        asked = _asked(key)
        position = _position(key)
        if st.button(t("do_invite"), key="invite"):
            with acting() as done:
                invited = Invited(**vars(asked) | {"position": position})
                known = known_by_name(here.store, here.actor, here.round, invited)
            if done and known is not None:
                ask_same(here, invited, known)
            elif done:
                invited_now(here, [invited], {}, seen)


def _invite_several(here: Here, key: str, seen: int) -> None:
    with st.expander(t("invite_several")):
        text = st.text_area(
            t("pasted"), key=f"pasted_{key}", height=160, placeholder=t("pasted_example")
        )
        if st.button(t("do_invite_several"), key="invite_several"):
            with acting() as done:
                found = pasted(text)
                known = known_on_list(here.store, here.actor, here.round, found)
            if done and known:
                ask_each(here, found, known)
            elif done:
                invited_now(here, found, known, seen)


def _substitute(here: Here, sitting: Sequence[Member], seen: int) -> None:
    with st.expander(t("substitute")):
        for line in (
            "substitute_votes",
            "substitute_judges",
            "substitute_closed",
            "substitute_told",
        ):
            st.markdown(plain(t(line)))
        leaving = _chosen(t("substitute_whom"), sitting, "substitute")
        asked = _asked(f"substitute_{here.round}_{seen}")
        if st.button(t("do_substitute"), key="substitute"):
            with acting() as done:
                if leaving is None:
                    raise InputError(Problem("members.no_seat"))
                known = known_by_name(here.store, here.actor, here.round, asked)
                if known is not None:
                    ask_same(here, asked, known, leaving.key)
                of = (here.store, here.actor, here.round, leaving.key)
                _, token = substitute(*of, asked, seen=seen)
            if done and token is not None:
                made = address_of(token, here)
                keep_link(here, Invitation(asked.name, asked.organisation, asked.email, made))
                st.rerun()


def _new_link(here: Here, sitting: Sequence[Member], seen: int) -> None:
    """Only told who may, where who looks may not."""
    with st.expander(t("new_link")):
        if not may_make_links(here.store, here.actor, here.round):
            st.markdown(plain(t("new_link_who")))
            return
        st.markdown(plain(t("new_link_about")))
        one = _chosen(t("new_link_whom"), sitting, "new_link")
        if st.button(t("do_new_link"), key="new_link") and one is not None:
            with acting() as done:
                token = new_link(here.store, here.actor, here.round, one.key, seen=seen)
            if done:
                made = address_of(token, here)
                keep_link(here, Invitation(one.name, one.organisation, one.email, made))
                st.rerun()


def _chosen(label: str, sitting: Sequence[Member], key: str) -> Member | None:
    found: Member | None = st.selectbox(
        label,
        sitting,
        None,
        format_func=lambda one: plain(one.called),
        key=f"{key}_{len(sitting)}",
        placeholder=t("choose_member"),
    )
    return found
