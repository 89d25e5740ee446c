"""A programme, its rules and numbers; and then composing."""

from __future__ import annotations

from typing import Any

import streamlit as st
from pydantic import ValidationError

from cohorts.composing.inputs import Given
from cohorts.composing.prepare import prepare
from cohorts.errors import CohortsError
from cohorts.forms.fault import said
from cohorts.pages.inputs_form import given_by
from cohorts.pages.job import Job
from cohorts.pages.rule_form import rule_form
from cohorts.pages.session import Step, language, session
from cohorts.pages.told import plain, t, trouble
from cohorts.programme.origin import assumed_in
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.round.merit import Standing
from cohorts.rules import rules
from cohorts.rules.rule import Rule
from cohorts.words import Language
from solver.solution import Effort


def draw() -> None:
    """The second screen."""
    kept = session()
    st.header(t("programme_head"), anchor=False)
    names = {name: load_programme(name).title[language()] for name in presets()}
    chosen = st.selectbox(
        t("programme_label"),
        list(names),
        list(names).index(kept.preset),
        format_func=names.__getitem__,
        key="preset",
    )
    if chosen != kept.preset or kept.rules is None:
        kept.preset, kept.rules = chosen, _tables(load_programme(chosen))
    preset = load_programme(kept.preset)
    with preset.in_own_words():
        _asked(preset, kept.rules)


def _asked(preset: Programme, tables: list[dict[str, Any]]) -> None:
    """All that is asked of a programme, in its own words."""
    st.write(plain(preset.about.get(language(), "")))
    _assumed(preset)
    _conditions(preset)
    _rules(tables, preset)
    given, effort, fair = _numbers(preset)
    programme = _built(preset, tables, fair=fair)
    if programme is None:
        return
    if st.button(t("compose"), key="compose", type="primary"):
        _start(programme, given, effort)


def _tables(programme: Programme) -> list[dict[str, Any]]:
    """The programme's rules as tables, each with a number of its own on this screen."""
    tables = [rule.model_dump(mode="json", exclude_defaults=True) for rule in programme.rules]
    pairs = enumerate(zip(programme.rules, tables, strict=True))
    return [
        {**table, "rule": rule.rule, "key": rule.key, "on": True, "uid": f"{programme.name}{i}"}
        for i, (rule, table) in pairs
    ]


def _assumed(programme: Programme) -> None:
    """What its source does not say, one below the other: a wall of grey is read by nobody."""
    assumed = assumed_in(programme)
    if assumed:
        with st.expander(t("assumed", count=len(assumed))):
            st.write("\n".join(f"- {plain(said[language()])}" for said in assumed))


def _conditions(programme: Programme) -> None:
    if programme.conditions:
        with st.expander(t("conditions", count=len(programme.conditions))):
            st.write(t("conditions_about"))
            for condition in programme.conditions:
                st.write(f"- {plain(condition.title(language()))}")


def _rules(tables: list[dict[str, Any]], preset: Programme) -> None:
    st.subheader(t("rules_head"), anchor=False)
    st.write(t("rules_about"))
    for table in tables:
        kind = rules()[table["rule"]]
        with st.expander(plain(_title(table, preset))):
            st.write(plain(kind.ABOUT[language()]))
            table["on"] = st.toggle(t("rule_on"), table["on"], key=f"{table['uid']}_on")
            rule_form(table)
    known = {name: kind.ABOUT[language()] for name, kind in rules().items()}
    with st.expander(t("rule_add")):
        name = st.selectbox(
            t("rule_which"), list(known), format_func=known.__getitem__, key="new_rule"
        )
        if st.button(t("rule_add"), key="add_rule"):
            tables.append(
                {"rule": name, "key": "", "on": True, "uid": f"{session().preset}_own{len(tables)}"}
            )
            st.rerun()


def _title(table: dict[str, Any], preset: Programme) -> str:
    """The rule as an organiser says it; what it is about where it is not filled in yet."""
    try:
        rule = rules()[table["rule"]].model_validate(_bare(table))
    except ValidationError:
        title = rules()[table["rule"]].ABOUT[language()].split(".")[0]
        return f"{title} ({t('rule_incomplete')})"
    return f"{rule.title(language())} · {_level(rule, preset) if table['on'] else t('rule_off')}"


def _level(rule: Rule, preset: Programme) -> str:
    """How it counts; what ranks people is no wish where the programme puts it first."""
    if rule.RANKS and preset.groups.standing is Standing.FIRST:
        return t("rule_first")
    return t("rule_must") if rule.is_must else t("rule_weight", weight=rule.weight)


def _bare(table: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in ("on", "uid")}


def _numbers(preset: Programme) -> tuple[Given, Effort, bool]:
    with st.expander(t("numbers")):
        given = given_by(preset)
        left, right = st.columns(2)
        efforts = {str(effort): t(f"effort_{effort}") for effort in Effort}
        effort = left.selectbox(
            t("effort"),
            list(efforts),
            1,
            format_func=efforts.__getitem__,
            key="effort",
            help=t("effort_help"),
        )
        fair = right.toggle(
            t("fairness"),
            preset.groups.fairness,
            key=f"fairness_{preset.name}",
            help=t("fairness_help"),
        )
    return given, Effort(effort or Effort.NORMAL), fair


def _built(preset: Programme, tables: list[dict[str, Any]], *, fair: bool) -> Programme | None:
    """The programme with the rules that are on, or None and what is wrong with them."""
    chosen = [_bare(table) for table in tables if table["on"]]
    try:
        whole = {**preset.model_dump(mode="json"), "rules": chosen}
        whole["groups"]["fairness"] = fair
        return Programme.model_validate(whole)
    except ValidationError as error:
        for fault in error.errors()[:6]:
            where = ", ".join(_place_of(part, chosen) for part in fault["loc"][1:])
            st.error(plain(f"{where}: {said(fault, language())}"))
    return None


def _place_of(part: int | str, chosen: list[dict[str, Any]]) -> str:
    """A rule by what it is about, a field by its label."""
    if isinstance(part, int):
        return rules()[chosen[part]["rule"]].ABOUT[Language(language())].split(".")[0]
    return part


def _start(programme: Programme, given: Given, effort: Effort) -> None:
    kept = session()
    people = kept.applicants or ()
    try:
        prepare(people, programme, **given)
    except CohortsError as error:
        trouble(error)
        return
    kept.job, kept.board, kept.chosen = Job(), None, None
    kept.job.start(people, programme, effort, **given)
    kept.step = Step.GROUPS
    st.rerun()
