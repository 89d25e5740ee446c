"""A rule as a row: its sentence, behind which its details are folded, and the four-step switch."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.errors import Problem
from cohorts.pages.composing.add_part import about_of
from cohorts.pages.composing.fields import asked_fields, form
from cohorts.pages.composing.half_typed import form_key, kept_at_once
from cohorts.pages.composing.page import Page, done, pressed, t, told_here
from cohorts.pages.composing.whom import whom
from cohorts.pages.here import Here
from cohorts.pages.told import language, plain
from cohorts.rounds.asking.four_steps import Step, limits_asked, step_of, steps_of, with_fields
from cohorts.rounds.asking.own_rule import own_rule
from cohorts.rounds.asking.set_rule import set_rule
from cohorts.rounds.asking.set_step import set_step
from cohorts.rounds.asking.take_rule import take_rule
from cohorts.rules.rule import Rule
from cohorts.words import explain

WANTS_LIMIT = "composing_wants_limit"
"""The rule whose switch was put at *must* while it does not say yet how far."""


def rule_row(page: Page, rule: Rule) -> None:
    """One row; what is to be said of the rule stands under it."""
    step = step_of(rule, page.asked.stood.whole)
    with st.container(key=f"row_rule_{rule.key}", gap=None):
        with st.container(horizontal=True, vertical_alignment="top", key=f"line_{rule.key}"):
            title = plain(rule.title(language()))
            with st.expander(title, key=f"regel_{rule.key}", bind="query-params") as folded:
                if folded.open:
                    _details(page, rule)
            _switch(page.here, rule, step)
        told_here(rule.key)
        if st.session_state.get(WANTS_LIMIT) == rule.key:
            _limit(page, rule)
        said = said_of(page, rule.key)
        silent = page.foreseen.round is not None and not rule.speaks_in(page.foreseen.round)
        if silent and not said:
            st.caption(t("not_given"))
        for problem in said:
            fault, remedy = explain(problem, language(), plainly=True)
            st.caption(plain(f"{fault} {remedy}"))


def off_row(page: Page, rule: Rule) -> None:
    """A rule that is off: a row without a fold."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"line_{rule.key}"):
        st.markdown(plain(rule.title(language())), width="stretch")
        _switch(page.here, rule, Step.OFF)
    told_here(rule.key)


def said_of(page: Page, key: str) -> list[Problem]:
    """What is foreseen at a rule or condition, but for what stands beside all of them."""
    return [one for one in page.foreseen.notices if one.place == key]


def _switch(here: Here, rule: Rule, step: Step) -> None:
    """Always as it is kept: another may have moved it."""
    key = f"step_{rule.key}"
    st.session_state[key] = step
    st.segmented_control(
        t("how_heavily", rule=rule.title(language())),
        steps_of(rule),
        format_func=lambda one: t(f"step_{one}"),
        key=key,
        required=True,
        label_visibility="collapsed",
        disabled=here.reads_only,
        on_change=_moved,
        args=(here, rule),
    )


def _moved(here: Here, rule: Rule) -> None:
    step = st.session_state[f"step_{rule.key}"]
    st.session_state.pop(WANTS_LIMIT, None)
    if step is Step.MUST and limits_asked(rule):
        st.session_state[WANTS_LIMIT] = rule.key
        return
    done(here, rule.key, lambda seen: _stepped(here, rule.key, step, seen))


def _stepped(here: Here, key: str, step: Step, seen: int) -> int:
    return set_step(here.store, here.actor, here.round, key, step, seen=seen)


def _limit(page: Page, rule: Rule) -> None:
    """How far at most: asked before a rule becomes a must."""
    here, name = page.here, f"limit_{rule.key}"
    with st.container(border=True):
        st.markdown(plain(t("limit_about")))
        limit = form(
            type(rule), rule.model_dump(), name, page.people.applicants, limits_asked(rule)
        )
        with st.container(horizontal=True):
            if st.button(t("limit_set"), key=f"{name}_set"):
                to = partial(set_step, here.store, here.actor, here.round, rule.key, Step.MUST)
                if done(here, rule.key, lambda seen: to(limit=limit, seen=seen)):
                    st.session_state.pop(WANTS_LIMIT, None)
                st.rerun()
            if st.button(t("never_mind"), key=f"{name}_not", type="tertiary"):
                st.session_state.pop(WANTS_LIMIT, None)
                st.rerun()


def _details(page: Page, rule: Rule) -> None:
    """What it is for, what it asks, and whom it is about."""
    st.markdown(plain(about_of(rule.rule, type(rule))))
    if rule.reason[language()]:
        st.caption(plain(t("because", reason=rule.reason[language()])))
    for line in whom(rule, page.foreseen.round):
        st.markdown(plain(line))
    if not page.here.reads_only:
        _change(page, rule)


def _change(page: Page, rule: Rule) -> None:
    here, name = page.here, f"rule_{rule.key}"
    if asked_fields(type(rule)):
        key = form_key(name, rule)
        values = form(type(rule), rule.model_dump(), key, page.people.applicants)
        kept_at_once(
            page,
            name,
            rule,
            lambda: with_fields(rule, values),
            lambda seen: set_rule(here.store, here.actor, here.round, rule.key, values, seen=seen),
        )
    _ways_back(page, rule)


def _ways_back(page: Page, rule: Rule) -> None:
    here, chosen = page.here, {one.key: one for one in page.asked.stood.chosen.rules}
    with st.container(horizontal=True):
        if rule.key in chosen and chosen[rule.key] != rule:
            st.button(
                t("rule_own"),
                key=f"own_{rule.key}",
                type="tertiary",
                on_click=pressed,
                args=(here, rule.key, partial(_own, here, rule.key)),
            )
        st.button(
            t("rule_take"),
            key=f"take_{rule.key}",
            type="tertiary",
            on_click=pressed,
            args=(here, "rules", partial(_take, here, rule.key)),
        )


def _own(here: Here, key: str, seen: int) -> int:
    return own_rule(here.store, here.actor, here.round, key, seen=seen)


def _take(here: Here, key: str, seen: int) -> int:
    return take_rule(here.store, here.actor, here.round, key, seen=seen)
