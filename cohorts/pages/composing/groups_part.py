"""How large the groups are and who gets a place: a sentence, and behind it what changes it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from cohorts.composing.inputs import MOST_GROUPS
from cohorts.pages.composing.changed_within import changed_within
from cohorts.pages.composing.half_typed import form_key, kept_at_once
from cohorts.pages.composing.page import Page, done, t, told_here
from cohorts.pages.here import Here
from cohorts.pages.told import plain
from cohorts.programme.programme import GroupPlan
from cohorts.round.merit import Standing
from cohorts.round.room import Room, RoomMode
from cohorts.rounds.asking.give import give
from cohorts.rounds.asking.set_groups import set_groups
from cohorts.rounds.asking.stood import made

COUNTED = {RoomMode.AT_MOST, RoomMode.EXACTLY}
MOST_PLACES = 100_000


def groups_part(page: Page) -> None:
    """Folded: the sentence alone."""
    changed_within(page, plain(said(page)), "groepen", _asked)


def _asked(page: Page) -> None:
    _number(page)
    _plan(page)


def said(page: Page) -> str:
    """*Groepen van 9 tot 11, het liefst 10, en hoogstens 11 plaatsen*."""
    plan, given = page.asked.programme.groups, page.asked.given
    low, high = given.get("size") or plan.size
    room = Room.parse(given.get("places") or plan.places)
    if low == high:
        sizes = t("groups_of_one_size", size=low)
    else:
        sizes = t("groups_of_sizes", low=low, high=high, target=min(max(plan.target, low), high))
    places = t(f"places_{room.mode.replace(' ', '_')}", count=room.number or 0)
    number = given.get("groups")
    return ". ".join([*([t("groups_number", count=number)] if number else []), sizes, places])


def _number(page: Page) -> None:
    """How many groups; empty: as many as fit."""
    told_here("groups")
    st.session_state["groups_number"] = page.asked.given.get("groups")
    st.number_input(
        t("number"),
        1,
        MOST_GROUPS,
        key="groups_number",
        help=t("number_help"),
        on_change=_numbered,
        args=(page.here,),
    )


def _numbered(here: Here) -> None:
    number = st.session_state["groups_number"]
    value = None if number is None else int(number)
    done(
        here,
        "groups",
        lambda seen: give(here.store, here.actor, here.round, "groups", value, seen=seen),
    )


def _plan(page: Page) -> None:
    here, programme = page.here, page.asked.stood.whole
    plan = _effective(page, programme.groups)
    fields = _fields(plan, form_key("plan", plan))
    kept_at_once(
        page,
        "plan",
        plan,
        lambda: made(programme, groups=plan.model_dump(mode="json") | fields).groups,
        lambda seen: set_groups(here.store, here.actor, here.round, fields, seen=seen),
    )


def _effective(page: Page, plan: GroupPlan) -> GroupPlan:
    """The programme's own, with what was given in its place."""
    given = page.asked.given
    low, high = given.get("size") or plan.size
    target = min(max(plan.target, low), high)
    places = given.get("places") or plan.places
    return plan.model_copy(update={"size": (low, high), "target": target, "places": places})


def _fields(plan: GroupPlan, key: str) -> dict[str, Any]:
    sizes = st.columns(3)
    low = sizes[0].number_input(t("smallest"), 1, MOST_GROUPS, plan.size[0], key=f"{key}_low")
    target = sizes[1].number_input(t("target"), 1, MOST_GROUPS, plan.target, key=f"{key}_target")
    high = sizes[2].number_input(t("largest"), 1, MOST_GROUPS, plan.size[1], key=f"{key}_high")
    fields = {"size": (low, high), "target": target, "places": _places(plan, key)}
    if plan.standing is Standing.FIRST:
        fields["margin"] = st.number_input(
            t("margin"), 0.0, 1e6, plan.margin, format="%g", key=f"{key}_margin"
        )
    fair = st.toggle(t("fairness"), plan.fairness, key=f"{key}_fair", help=t("fairness_help"))
    return fields | {"fairness": fair}


def _places(plan: GroupPlan, key: str) -> str:
    now = Room.parse(plan.places)
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    modes = [str(mode) for mode in RoomMode]
    mode = left.selectbox(
        t("places"),
        modes,
        modes.index(now.mode),
        format_func=lambda one: t(f"mode_{one.replace(' ', '_')}"),
        key=f"{key}_mode",
    )
    if RoomMode(mode) not in COUNTED:
        return mode
    count = right.number_input(
        t("places_count"), 1, MOST_PLACES, now.number or plan.target, key=f"{key}_count"
    )
    return f"{mode} {count}"
