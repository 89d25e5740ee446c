"""One dossier, large: dark until whoever is blocked left the room."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.meeting.split_said import split_said
from cohorts.pages.meeting.written import writing
from cohorts.pages.page_templates import page_templates
from cohorts.pages.told import page_words, plain
from cohorts.people.applicant import Applicant
from cohorts.rounds.balloting.readable import without_reach
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.meeting.agenda import Agenda, Item, Shown
from cohorts.rounds.meeting.in_the_room import back_in_room, leave_room
from cohorts.rounds.meeting.show import show
from cohorts.words.phrase import amount

t = page_words("meeting")
DOSSIER = page_templates("meeting").get_template("dossier.html.jinja")


def one_dossier(here: Here, found: Agenda, number: int) -> None:
    """``number``: from 1."""
    head, one = found.stage, found.items[number - 1]
    place = t("place", number=number, count=len(found.items))
    if one.applicant is None:
        about = t("not_yours" if one.not_yours else "dark")
        st.html(DOSSIER.render(place=place, name=t("dark_name"), lines=[about], parts=[]))
        _leaving(here, head, one)
        return
    parts = list(_parts(here, one, one.applicant))
    lines = list(_lines(one.applicant))
    st.html(DOSSIER.render(place=place, name=one.applicant.label, lines=lines, parts=parts))
    if one.out and not here.reads_only:
        names = ", ".join(member.name for member in one.out)
        st.info(plain(t("outside", names=names)))
        if st.button(t("do_back"), key=f"back_{one.person}") and done_with(here, head, one):
            st.rerun()
    _choices(here, head, one, votes_open=found.votes_open)
    writing(here, head, one)


def done_with(here: Here, head: StageHead, one: Item) -> bool:
    """Whoever left for it is back, and it is dark again; nothing where nobody did."""
    if not one.out or here.reads_only:
        return True
    with acting() as done:
        back_in_room(here.store, here.actor, here.round, head.key, person=one.person)
    return bool(done)


def _leaving(here: Here, head: StageHead, one: Item) -> None:
    if here.reads_only:
        return
    for member in one.leave:
        label = plain(t("leaves", name=member.called))
        if st.button(label, key=f"leaves_{one.person}_{member.key}"):
            with acting() as done:
                of = (here.store, here.actor, here.round, head.key)
                leave_room(*of, member=member.key, person=one.person)
            if done:
                st.rerun()


def _lines(one: Applicant) -> Iterator[str]:
    """What is not hidden: who, where, what."""
    if one.name and one.name != one.label:
        yield one.name
    where = [one.place or "", t("since", year=str(one.founded)) if one.founded else ""]
    yield from filter(None, [" · ".join(filter(None, where))])
    yield from (without_reach(text) for text in (one.activity, one.offer) if text)


def _parts(here: Here, one: Item, applicant: Applicant) -> Iterator[tuple[str, str]]:
    """What was chosen to be shown, each under its name."""
    if one.split is not None:
        yield t("part_votes"), split_said(one.split)
    if Shown.TURNOVER in one.shown:
        money = [
            t(key, euros=amount(value, "euro", here.language))
            for key, value in (("turnover", applicant.turnover), ("profit", applicant.profit))
            if value is not None
        ]
        yield t("part_turnover"), " · ".join(money) or t("unknown")
    if Shown.WORRIES in one.shown:
        yield t("part_worries"), without_reach(applicant.question or "") or t("unknown")
    if Shown.APART in one.shown:
        yield t("part_apart"), ", ".join(one.apart) or t("apart_nobody")


def _choices(here: Here, head: StageHead, one: Item, *, votes_open: bool) -> None:
    """Each is recorded."""
    if here.reads_only:
        return
    st.markdown(plain(t("choices_about")))
    with st.container(horizontal=True):
        for what in Shown:
            if what is Shown.VOTES and not votes_open:
                continue
            on = what not in one.shown
            label = t(f"{'show' if on else 'hide'}_{what.value}")
            if st.button(label, key=f"{what.value}_{one.person}_{on}"):
                with acting() as done:
                    of = (here.store, here.actor, here.round, head.key)
                    show(*of, person=one.person, what=what, on=on)
                if done:
                    st.rerun()
