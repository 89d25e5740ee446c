"""What it would come to now, with the people there are; kept beside what is being chosen."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from cohorts.composing.foreseen import Foreseen
from cohorts.errors import Problem
from cohorts.pages.composing.page import Page, t
from cohorts.pages.here import Here
from cohorts.pages.told import counted, language, plain
from cohorts.pages.uncommitted import uncommitted_in, uncommitted_part
from cohorts.pages.ways import way
from cohorts.round.judgement import Verdict
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from cohorts.rounds.judging.stage_head import Phase, stages_of
from cohorts.words import explain
from cohorts.words.first_of import first_of
from cohorts.words.sentences import sentences

FEW = 8
"""People who are named; the rest is counted."""
WAITS = ("compose.rule_waits", "compose.condition_waits", "compose.rule_without_data")
"""Notices of what counts once more is known."""


def consequences(page: Page) -> None:
    """Counts first, then what cannot be, then who does not take part and what waits."""
    with st.container(key="consequences"):
        st.header(t("comes_to"), anchor=False)
        if not page.confirmed:
            st.markdown(plain(t("no_people")))
            way(page.here, "applicants", t("to_applicants"))
            return
        round_ = page.foreseen.round
        if round_ is not None:
            _counts(page.foreseen, round_)
        for problem in page.foreseen.clashes:
            _clash(page, problem)
        if not page.foreseen.clashes:
            st.markdown(f"**✓** {plain(t('nothing_in_the_way'))}")
        if round_ is not None:
            if _committee_chose(page.here):  # nobody it let go on drops out unseen
                uncommitted_part(page.here, uncommitted_in(round_, page.people))
            _aside(page, round_)
        _waiting(page)


def _committee_chose(here: Here) -> bool:
    stages = stages_of(here.store, here.actor, here.round)
    return any(one.phase is Phase.DECIDED for one in stages)


def _counts(found: Foreseen, round_: Round) -> None:
    with st.container(key="counts", gap=None):
        st.markdown(f"**{plain(head_count(found, round_))}**")
        everybody = round_.n + len(round_.set_aside)
        if round_.set_aside:
            st.markdown(plain(t("came", n=everybody, left=round_.n)))


def head_count(found: Foreseen, round_: Round) -> str:
    """*32 mensen voor 11 plaatsen*, or *85 mensen voor 8 groepen van 10 of 11*."""
    if round_.places.number is not None:
        return t("for_places", n=round_.n, places=round_.places.number)
    if not found.sizes:
        return t("people", n=round_.n)
    low, high = min(found.sizes), max(found.sizes)
    facts = {"groups": len(found.sizes), "low": low, "high": high}
    key = {0: "for_groups", 1: "for_groups_or"}.get(high - low, "for_groups_between")
    said = t(key, n=round_.n, **facts)
    left = round_.n - sum(found.sizes)
    return f"{said}. {t('too_many', count=left)}" if left else said


def _clash(page: Page, problem: Problem) -> None:
    """Why it cannot be composed so, and at which rule that stands."""
    titles = {one.key: one.title(language()) for one in page.asked.programme.rules}
    where = t("clash_at", rule=titles[problem.place]) if problem.place in titles else ""
    st.error(plain(" ".join(filter(None, [*clash_said(problem), where]))))


def clash_said(problem: Problem) -> tuple[str, str]:
    """What is wrong and what can be done, shorter where the counts stand above it already."""
    own = f"page_composing.clash_{problem.code.partition('.')[2]}"
    short = Problem(own, "", problem.facts)
    return explain(short if own in sentences(language()) else problem, language(), plainly=True)


def _aside(page: Page, round_: Round) -> None:
    """Who does not take part, by what keeps them out."""
    if not round_.set_aside:
        return
    title = t("aside", count=len(round_.set_aside))
    with st.expander(plain(title), key="niet_mee", bind="query-params") as folded:
        if folded.open:
            for said, people in _grounds(page, round_):
                st.markdown(f"**{plain(said)}**")
                st.markdown("\n".join(f"- {plain(one)}" for one in people))


def _grounds(page: Page, round_: Round) -> Iterator[tuple[str, list[str]]]:
    """Ground → who, the first few with what they said."""
    for condition in page.asked.programme.conditions:
        refused = [
            (aside, judgement)
            for aside in round_.set_aside
            for judgement in aside.judgements
            if judgement.condition == condition.key and judgement.verdict is Verdict.REFUSED
        ]
        if refused:
            lines = [
                f"{aside.applicant.label}: {condition.sentence(judgement, language())}"
                for aside, judgement in refused
            ]
            title = counted(condition.title(language()), len(refused))
            yield title, _few(lines)
    for why in (Aside.NOT_ON, Aside.UNCONFIRMED, Aside.GONE):
        others = [one.applicant.label for one in round_.set_aside if one.why is why]
        if others:
            yield t(f"aside_{why}", count=len(others)), _few(others)


def _few(lines: list[str]) -> list[str]:
    few = first_of(lines, FEW)
    more = len(lines) - len(few)
    return [*few, *([t("and_more", count=more)] if more else [])]


def _waiting(page: Page) -> None:
    """In a line what does not count yet, for want of what comes later; why stands at its row."""
    titles = {one.key: one.title(language()) for one in page.asked.programme.rules}
    titles |= {one.key: one.title(language()) for one in page.asked.programme.conditions}
    waits = [one for one in page.foreseen.notices if one.code in WAITS]
    if waits:
        with st.expander(
            plain(t("waits", count=len(waits))), key="wacht", bind="query-params"
        ) as folded:
            if folded.open:
                lines = [
                    titles.get(one.place) or explain(one, language(), plainly=True)[0]
                    for one in waits
                ]
                st.markdown("\n".join(f"- {plain(line)}" for line in lines))
