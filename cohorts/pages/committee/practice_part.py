"""Rules beside each other on practice ballots, before a stage opens.

It is given numbers and a plan, and no store: no real vote and no name of a round can come to it.
Nothing is kept but in the browser's own session.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import files

import streamlit as st

from cohorts.committee.practice.practice_ballots import PracticeAsked, Tastes, made_up
from cohorts.committee.practice.practice_file import practice_file
from cohorts.committee.practice.practised import Practised, fitting, practised
from cohorts.committee.votes import Criterion, Election
from cohorts.pages.acting import acting
from cohorts.pages.committee.expected import Expected
from cohorts.pages.committee.practice_told import table_of, told_of
from cohorts.pages.page_templates import page_templates
from cohorts.pages.told import language, page_words, plain
from cohorts.rounds.judging.stage_plan import StagePlan

t = page_words("committee_practice")
TABLE = page_templates("committee").get_template("practice.html.jinja")
STYLE = f"<style>{(files('cohorts.pages.committee') / 'practice.css').read_text('utf-8')}</style>"
FILE = "file"
WAYS = (*Tastes, FILE)
MOST = 200
MOST_DRAWN = 1_000_000


@dataclass(frozen=True)
class MadeFile:
    """A file of ballots that somebody made up."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Given:
    """``of``: what is on the screen; ``election``: makes its ballots."""

    of: PracticeAsked | MadeFile
    places: int
    election: Callable[[], Election] = field(compare=False)


@dataclass(frozen=True)
class Compared:
    """What was counted last: ``of`` tells whether what is on the screen is that still."""

    of: object
    election: Election
    found: tuple[Practised, ...]


def practice_part(plan: StagePlan, expected: Expected, key: str) -> None:
    """Behind its own expander."""
    with st.expander(t("title")):
        st.warning(plain(t("no_votes")))
        st.markdown(plain(t("about")))
        way = st.radio(
            plain(t("way")),
            WAYS,
            format_func=lambda one: plain(t(f"way_{one}")),
            key=f"practice_way_{key}",
        )
        given = _from_file(plan, expected, key) if way == FILE else _drawn(plan, expected, way, key)
        pressed = st.button(t("do"), key=f"practice_do_{key}", disabled=given is None)
        if pressed and given is not None:
            _compare(plan, given, key)
        kept = st.session_state.get(_kept(key))
        if kept is not None and kept.of == (plan, given):
            _shown(kept)


def _drawn(plan: StagePlan, expected: Expected, way: Tastes, key: str) -> Given:
    left, right = st.columns(2)
    number = {
        name: int(column.number_input(t(name), 1, most, now, key=f"practice_{name}_{key}"))
        for name, now, most, column in (
            ("members", min(expected.members or 10, MOST), MOST, left),
            ("candidates", min(expected.dossiers or 24, MOST), MOST, right),
            ("places", min(expected.places or 10, MOST), MOST, left),
            ("drawn", 1, MOST_DRAWN, right),
        )
    }
    asked = PracticeAsked(
        members=number["members"],
        candidates=number["candidates"],
        places=number["places"],
        criteria=_criteria(plan),
        tastes=way,
        seed=number["drawn"],
        most=plan.stage.counting.yes_limit,
    )
    return Given(asked, asked.places, partial(made_up, asked))


def _from_file(plan: StagePlan, expected: Expected, key: str) -> Given | None:
    st.markdown(plain(t(f"file_{plan.asked}")))
    given = st.file_uploader(t("file"), key=f"practice_file_{key}")
    now = min(expected.places or 10, MOST)
    places = st.number_input(t("places"), 1, MOST, now, key=f"practice_file_places_{key}")
    if given is None:
        return None
    name, data, most = given.name, given.getvalue(), plan.stage.counting.yes_limit
    make = partial(practice_file, name, data, _criteria(plan), most)
    return Given(MadeFile(name, data), int(places), make)


def _compare(plan: StagePlan, given: Given, key: str) -> None:
    st.session_state.pop(_kept(key), None)
    stage = plan.stage
    with acting(), st.spinner(t("working")):
        rules = fitting(plan.asked, stage.counting, stage.settings)
        election = given.election()
        found = practised(election, rules, given.places, plan.seed)
        st.session_state[_kept(key)] = Compared((plan, given), election, found)


def _criteria(plan: StagePlan) -> tuple[Criterion, ...]:
    return tuple(one.spoken(language()) for one in plan.stage.criteria)


def _shown(one: Compared) -> None:
    st.subheader(plain(t("found")), anchor=False)
    st.markdown(plain(t("no_votes")))
    told = told_of(one.election, one.found, language())
    st.markdown("\n".join(f"- {plain(line)}" for line in told.over_all))
    table = table_of(one.election, one.found, language())
    st.html(STYLE + TABLE.render(table=table, t=t))
    st.subheader(plain(t("why")), anchor=False)
    st.markdown(plain(t("why_about")))
    for title, lines in told.of_rules:
        with st.expander(plain(title)):
            st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _kept(key: str) -> str:
    return f"practice_compared_{key}"
