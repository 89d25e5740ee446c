"""A meeting on the groups: one at a time or all side by side, as they are proposed or decided."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.foot import foot
from cohorts.pages.here import Here
from cohorts.pages.meeting.group_shown import all_groups, one_group
from cohorts.pages.meeting.groups_written import group_remarks
from cohorts.pages.meeting.in_the_room import in_the_room
from cohorts.pages.meeting.minuted import minuted
from cohorts.pages.meeting.moving import keeping, moving
from cohorts.pages.meeting.remarks import on_the_meeting
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.reports.minutes_text import groups_text
from cohorts.rounds.conferring.confer import attend_groups, done_with_group, remark_on_group
from cohorts.rounds.conferring.groups_met import GroupMet, GroupsMet
from cohorts.rounds.conferring.groups_minutes import groups_minutes
from cohorts.store.keys import ProposalKey

GROUP, ALL = "groep", "alle"
LONGEST = 4
"""Digits of its number."""
t = page_words("meeting_groups")


def groups(here: Here, met: GroupsMet) -> None:
    """Under the heading of the page; in the words of the programme."""
    with met.proposal.programme.in_own_words():
        of = (here.store, here.actor, here.round)
        if met.members:
            in_the_room(
                here,
                t,
                met.members,
                met.present,
                lambda who: attend_groups(*of, members=who),
                of="groups",
            )
        if not met.open:
            st.info(plain(t("not_yours" if met.not_yours else "dark")))
        group = _asked(met)
        _ways(here, met, group)
        if group is None:
            all_groups(here, met)
        else:
            one_group(here, met, group)
            if group.lit:
                moving(here, met, group)
        if met.nowhere is not None:
            moving(here, met, met.nowhere)
        keeping(here, met)
        if group is not None and group.lit:
            group_remarks(here, met, group)
        key = ProposalKey(met.head.key)
        on_the_meeting(here, t, lambda text: remark_on_group(*of, key, text=text), of="groups")
        minuted(
            here,
            t,
            groups_minutes(*of).lines,
            lambda: groups_text(groups_minutes(*of), here.language),
            of="groups",
        )
        if met.decided and met.moves:
            way(here, "changes", t("to_changes"))
        _foot(here, met, group)


def _asked(met: GroupsMet) -> GroupMet | None:
    """The one in the address; None: all. Without any the first."""
    asked = st.query_params.get(GROUP, "")
    if asked == ALL:
        return None
    number = int(asked) if asked.isdecimal() and len(asked) <= LONGEST else 0
    return met.group(number) or next(iter(met.groups), None)


def _ways(here: Here, met: GroupsMet, group: GroupMet | None) -> None:
    """To the one before it, or between one and all."""
    at = None if group is None else met.groups.index(group)
    with st.container(horizontal=True):
        if at and st.button(t("previous"), key=f"group_before_{met.groups[at].number}"):
            _to(here, met, group, str(met.groups[at - 1].number))
        if group is not None and st.button(t("side_by_side"), key="side_by_side"):
            _to(here, met, group, ALL)


def _foot(here: Here, met: GroupsMet, group: GroupMet | None) -> None:
    if group is None:
        if foot(t("after_all"), t("one_by_one")):
            _to(here, met, None, str(met.groups[0].number))
        return
    at = met.groups.index(group) + 1
    facts = {"number": at, "count": len(met.groups)}
    if at == len(met.groups):
        foot(t("after_last_decided" if met.decided else "after_last", **facts))
    elif foot(t("after", **facts), t("next"), of=str(group.number)):
        _to(here, met, group, str(met.groups[at].number))


def _to(here: Here, met: GroupsMet, group: GroupMet | None, where: str) -> None:
    """Another group: what was shown of this one is dark again."""
    if group is not None and group.shown and not here.reads_only:
        with acting() as done:
            of = (here.store, here.actor, here.round, ProposalKey(met.head.key))
            done_with_group(*of, group=group.number)
        if not done:
            return
    st.query_params[GROUP] = where
    st.rerun()
