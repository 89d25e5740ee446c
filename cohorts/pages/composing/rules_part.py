"""What the groups are composed by: what must hold, what counts, and in a line what is off."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.pages.composing.add_part import add_part
from cohorts.pages.composing.page import Page, t, told_here
from cohorts.pages.composing.rule_row import off_row, rule_row
from cohorts.pages.told import language, plain
from cohorts.rounds.asking.four_steps import Step, step_of
from cohorts.rules.rule import Rule
from cohorts.words.phrase import listed

MUSTS, WISHES, OFF = "musts", "wishes", "off"
PART = {
    Step.FIRST: MUSTS,
    Step.MUST: MUSTS,
    Step.HEAVY: WISHES,
    Step.LIGHT: WISHES,
    Step.OFF: OFF,
}
FIRMEST = list(Step)


def rules_part(page: Page) -> None:
    """In their own order within each part, the heavier wishes first; what is off is folded."""
    told_here("rules")
    parts = in_parts(page)
    for name in (MUSTS, WISHES):
        if parts[name]:
            st.header(t(name), anchor=False)
            st.caption(t(f"{name}_about"))
            with st.container(key=f"rows_{name}", gap=None):
                for rule in parts[name]:
                    rule_row(page, rule)
    if parts[OFF]:
        _off(page, parts[OFF])
    add_part(page, "rule")


def in_parts(page: Page) -> dict[str, list[Rule]]:
    """Part → its rules."""
    stood = page.asked.stood
    steps = {
        rule.key: Step.OFF if rule.key in stood.off else step_of(rule, stood.whole)
        for rule in stood.whole.rules
    }
    found: dict[str, list[Rule]] = {MUSTS: [], WISHES: [], OFF: []}
    for rule in sorted(stood.whole.rules, key=lambda rule: FIRMEST.index(steps[rule.key])):
        found[PART[steps[rule.key]]].append(rule)
    return found


def _off(page: Page, rules: Sequence[Rule]) -> None:
    titles = listed([rule.title(language()) for rule in rules], language())
    st.header(t("off"), anchor=False)
    st.caption(plain(titles))
    with st.expander(t("off_open", count=len(rules)), key="uit", bind="query-params") as folded:
        if folded.open:
            with st.container(key="rows_off", gap=None):
                for rule in rules:
                    off_row(page, rule)
