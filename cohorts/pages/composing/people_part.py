"""Who takes part: how sure they are, on what day they are judged, and the conditions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import streamlit as st
from babel.dates import format_date

from cohorts.composing.inputs import INPUTS
from cohorts.conditions import Condition
from cohorts.pages.composing.add_part import add_part
from cohorts.pages.composing.changed_within import changed_within
from cohorts.pages.composing.fields import asked_fields, can_be_asked, form
from cohorts.pages.composing.half_typed import form_key, kept_at_once
from cohorts.pages.composing.page import Page, done, pressed, t, told_here
from cohorts.pages.composing.rule_row import said_of
from cohorts.pages.here import Here
from cohorts.pages.told import language, plain
from cohorts.people.applicant import Status
from cohorts.round.judgement import Verdict
from cohorts.rounds.asking.condition_fields import with_condition_fields
from cohorts.rounds.asking.give import give
from cohorts.rounds.asking.set_condition import set_condition
from cohorts.rounds.asking.take_condition import take_condition
from cohorts.words import explain


def people_part(page: Page) -> None:
    """The status that counts, then each condition as a row, then one more."""
    with st.container(key="rows_who", gap=None):
        _status(page)
        for condition in page.asked.stood.whole.conditions:
            _condition(page, condition)
    told_here("conditions")
    add_part(page, "condition")


def _status(page: Page) -> None:
    on = page.asked.given.get("on")
    title = t(f"count_from_{_counts_from(page)}") + (t("judged_on", on=_day(on)) if on else "")
    with st.container(key="row_status", gap=None):
        changed_within(page, plain(title), "wie", _status_asked)


def _counts_from(page: Page) -> Status:
    counted: Status = page.asked.given.get("count_from") or page.asked.programme.count_from
    return counted


def _status_asked(page: Page) -> None:
    told_here("count_from")
    st.session_state["count_from"] = str(_counts_from(page))
    st.selectbox(
        t("count_from"),
        INPUTS["count_from"].options,
        format_func=lambda one: t(f"status_{one}"),
        key="count_from",
        on_change=_given,
        args=(page.here, "count_from"),
    )
    st.session_state["on"] = page.asked.given.get("on")
    st.date_input(
        t("on"),
        key="on",
        help=t("on_help"),
        format="DD-MM-YYYY",
        on_change=_given,
        args=(page.here, "on"),
    )


def _day(on: date) -> str:
    said: str = format_date(on, "d MMMM y", locale=language().value)
    return said


def _given(here: Here, name: str) -> None:
    value = st.session_state[name]
    value = Status(value) if name == "count_from" else value
    done(
        here,
        "count_from",
        lambda seen: give(here.store, here.actor, here.round, name, value, seen=seen),
    )


def _condition(page: Page, condition: Condition) -> None:
    name = f"voorwaarde_{condition.key}"
    title = " · ".join([condition.title(language()), *_counted(page, condition.key)])
    with (
        st.container(key=f"row_condition_{condition.key}", gap=None),
        st.expander(plain(title), key=name, bind="query-params") as folded,
    ):
        if folded.open:
            _details(page, condition)


def _counted(page: Page, key: str) -> Iterator[str]:
    """How many it keeps out, and of how many it is not known; what else is to be said of it."""
    if page.foreseen.round is None:
        return
    out = sum(
        any(one.condition == key and one.verdict is Verdict.REFUSED for one in aside.judgements)
        for aside in page.foreseen.round.set_aside
    )
    if out:
        yield t("refused", count=out)
    unknown = sum(one.condition == key for _, one in page.foreseen.round.asked)
    if unknown:
        yield t("not_known", count=unknown)


def _details(page: Page, condition: Condition) -> None:
    if condition.reason[language()]:
        st.caption(plain(t("because", reason=condition.reason[language()])))
    for problem in said_of(page, condition.key):
        st.markdown(plain(" ".join(explain(problem, language(), plainly=True))))
    if not page.here.reads_only:
        _change(page, condition)


def _change(page: Page, condition: Condition) -> None:
    here, name, key = page.here, f"condition_{condition.key}", condition.key
    if can_be_asked(type(condition)) and asked_fields(type(condition)):
        values = form(
            type(condition),
            condition.model_dump(),
            form_key(name, condition),
            page.people.applicants,
        )
        kept_at_once(
            page,
            name,
            condition,
            lambda: with_condition_fields(condition, values),
            lambda seen: set_condition(here.store, here.actor, here.round, key, values, seen=seen),
        )
    st.button(
        t("condition_take"),
        key=f"take_condition_{key}",
        type="tertiary",
        on_click=pressed,
        args=(here, "conditions", partial(_take, here, key)),
    )


def _take(here: Here, key: str, seen: int) -> int:
    return take_condition(here.store, here.actor, here.round, key, seen=seen)
