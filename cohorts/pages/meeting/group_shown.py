"""Groups, large: who sits in them, and what was chosen to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.page_templates import page_templates
from cohorts.pages.told import page_words, plain
from cohorts.people.applicant import Applicant
from cohorts.record.group_name import group_name
from cohorts.reports.page.cards import Card, card_of
from cohorts.reports.page.few_words import few_words
from cohorts.reports.page.kept_apart import kept_apart
from cohorts.rounds.balloting.readable import without_reach
from cohorts.rounds.conferring.confer import show_of_group
from cohorts.rounds.conferring.covered import Covered
from cohorts.rounds.conferring.groups_met import NOWHERE, GroupMet, GroupsMet, Seat
from cohorts.store.keys import ProposalKey
from cohorts.words.phrase import amount

t = page_words("meeting_groups")
PAGES = page_templates("meeting")
ONE, ALL = PAGES.get_template("group.html.jinja"), PAGES.get_template("groups.html.jinja")


def all_groups(here: Here, met: GroupsMet) -> None:
    """Side by side, by name alone, and who has no place last: more is shown of one at a time."""
    found = [
        {
            "name": _name(here, met, one),
            "where": t(_counted(one), count=len(one.seats)),
            "people": [_in_short(seat) for seat in one.seats],
        }
        for one in (*met.groups, *filter(None, [met.nowhere]))
    ]
    st.html(ALL.render(groups=found, label=t("side_by_side"), about=about(met)))


def one_group(here: Here, met: GroupsMet, group: GroupMet) -> None:
    """With what was chosen to be shown of it, and the choices."""
    which = t("place", number=met.groups.index(group) + 1, count=len(met.groups))
    place = " ".join([about(met), which])
    people = [_row(here, seat, group) for seat in group.seats]
    told = met.told(group) if group.lit else None
    card = None if told is None else card_of(told, group.number, None, here.language)
    st.html(
        ONE.render(
            place=place,
            name=_name(here, met, group) if card is None else card.name,
            where=t("members", count=len(group.seats)),
            people=people,
            lines=[t("dark_group")] if card is None else list(_said(card)),
            parts=list(_parts(here, met, group)),
        )
    )
    if group.lit:
        _choices(here, met, group)


def about(met: GroupsMet) -> str:
    """Which proposal it is, and whether that is decided."""
    return t("of_decision" if met.decided else "of_proposal", number=met.head.number)


def _name(here: Here, met: GroupsMet, group: GroupMet) -> str:
    """Without anything of who is in it, where somebody is dark."""
    if group.number == NOWHERE:
        return t("nowhere")
    if group.lit:
        return group_name(met.told(group), group.number, here.language)
    word = met.proposal.programme.word("group", here.language).capitalize()
    return f"{word} {group.number}"


def _counted(group: GroupMet) -> str:
    return "people" if group.number == NOWHERE else "members"


def _in_short(seat: Seat) -> dict[str, Any]:
    one = seat.applicant
    if one is None:
        return {"label": t("dark_name"), "dark": True, "place": ""}
    return {"label": one.label, "dark": False, "place": _town(one)}


def _row(here: Here, seat: Seat, group: GroupMet) -> dict[str, Any]:
    one = seat.applicant
    if one is None:
        return {"label": t("dark_name"), "dark": True, "lines": []}
    return {"label": one.label, "dark": False, "lines": list(_lines(here, seat, one, group))}


def _lines(here: Here, seat: Seat, one: Applicant, group: GroupMet) -> Iterator[str]:
    does = without_reach(few_words(one.activity or one.offer or ""))
    yield " · ".join(filter(None, [_town(one), does]))
    if Covered.MONEY in group.shown:
        money = [
            t(key, euros=amount(value, "euro", here.language))
            for key, value in (("turnover", one.turnover), ("profit", one.profit))
            if value is not None
        ]
        yield " · ".join(money) or t("no_money")
    if Covered.WORRIES in group.shown:
        yield without_reach(one.question or "") or t("no_question")
    if Covered.AGES in group.shown:
        yield t("born", year=str(one.birth_year)) if one.birth_year else t("no_year")
    if seat.place is not None:
        yield t("in_order", place=seat.place)


def _town(one: Applicant) -> str:
    return (one.place or "").split(";")[0].split(",")[0].strip()


def _said(card: Card) -> Iterator[str]:
    """Why together and what is not ideal, without what is covered."""
    lacking = " ".join(filter(None, [card.not_ideal, *card.told, card.nobody_further]))
    yield from filter(None, [card.together, lacking])


def _parts(here: Here, met: GroupsMet, group: GroupMet) -> Iterator[tuple[str, str]]:
    if Covered.APART in group.shown:
        made: Proposal = met.proposal
        yield t("part_apart"), kept_apart(made, group.number, here.language)


def _choices(here: Here, met: GroupsMet, group: GroupMet) -> None:
    """Each is recorded."""
    if here.reads_only:
        return
    st.markdown(plain(t("choices_about")))
    with st.container(horizontal=True):
        for what in Covered:
            on = what not in group.shown
            if on and not met.may_show(what):
                continue
            label = t(f"{'show' if on else 'hide'}_{what}")
            if st.button(label, key=f"{what}_{met.head.key}_{group.number}_{on}"):
                with acting() as done:
                    of = (here.store, here.actor, here.round, ProposalKey(met.head.key))
                    show_of_group(*of, group=group.number, what=what, on=on)
                if done:
                    st.rerun()
