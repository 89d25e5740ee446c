"""Votes by name: asked for with a reason, and shown to who asked for them alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.audit.named_said import rows_of
from cohorts.pages.audit.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import page_words, plain
from cohorts.people.applicant import Applicant
from cohorts.rounds.balloting.named_votes import NamedVote, Opened, named_votes, opened_before
from cohorts.rounds.balloting.reason_to_see import LONGEST, SHORTEST
from cohorts.rounds.judging.stage_head import RELEASED, StageHead, StageKey, stages_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.keys import Key, PersonKey

t = page_words("audit")
WIDE = 640
EVERYBODY = PersonKey(Key(""))


def by_name(here: Here, *, may: bool, sat: bool) -> None:
    """``may``: whether it is an auditor who looks; all others read who opened them, and why.

    ``sat``: they sit in the committee, or ever did; so another one opens them.
    """
    st.header(plain(t("named")), anchor=False)
    st.markdown(plain(t("named_about")))
    stages = {one.key: one for one in stages_of(here.store, here.actor, here.round)}
    closed = [one for one in stages.values() if one.phase in RELEASED]
    people = people_of(here.store, here.actor, here.round).who
    if may and sat:
        st.markdown(plain(t("named_not")))
    elif may and closed:
        _ask(here, closed, people)
    elif may:
        st.markdown(plain(t("none_closed")))
    _before(opened_before(here.store, here.actor, here.round), people)


def _ask(here: Here, closed: Sequence[StageHead], people: Mapping[PersonKey, Applicant]) -> None:
    titles = {
        one.key: t("stage", number=str(one.number), title=_title(here, one)) for one in closed
    }
    stage: StageKey = st.radio(
        plain(t("which_stage")), list(titles), format_func=lambda key: plain(titles[key]), key="of"
    )
    head = next(one for one in closed if one.key == stage)
    known = [who for who in head.candidates if who in people]
    names = {who: people[who].label for who in sorted(known, key=lambda w: people[w].label)}
    person = st.selectbox(
        t("which_person"),
        [EVERYBODY, *names],
        format_func=lambda who: names.get(who) or t("everybody"),
        key=f"about_{stage}",
        width=WIDE,
    )
    st.markdown(plain(t("why_about")))
    label = t("why", shortest=str(SHORTEST))
    reason = st.text_area(label, key="named_why", max_chars=LONGEST, height=96, width=WIDE)
    held = f"named_{here.round}"
    if st.button(t("open_named"), key="open_named"):
        st.session_state.pop(held, None)
        with acting():
            found = named_votes(
                here.store, here.actor, here.round, stage, reason=reason, person=person or None
            )
            st.session_state[held] = (here.actor.key, head, found)
    _shown(here, held)


def _shown(here: Here, held: str) -> None:
    """Until it is put away, or the page is loaded anew."""
    kept: tuple[str, StageHead, tuple[NamedVote, ...]] | None = st.session_state.get(held)
    if kept is None or kept[0] != here.actor.key:
        return
    _, head, found = kept
    st.markdown(plain(t("shown", number=str(head.number), title=_title(here, head))))
    rows = rows_of(found, head.plan, here.language)
    st.html(HTML.get_template("named.html.jinja").render(t=t, rows=rows))
    if st.button(t("put_away"), key="put_away"):
        st.session_state.pop(held, None)
        st.rerun()


def _before(opened: Sequence[Opened], people: Mapping[PersonKey, Applicant]) -> None:
    st.markdown(plain(t("opened_before") if opened else t("never_opened")))
    lines = []
    for one in reversed(opened):
        known = people.get(one.person) if one.person else None
        label = known.label if known else t("gone")
        whom = t("of_one", name=label) if one.person else t("of_all")
        facts = {"by": one.by, "at": clock(one.at), "reason": one.reason or t("erased")}
        if one.stage is None:
            lines.append(t("taken_along", **facts))
        else:
            lines.append(t("opened", whom=whom, number=str(one.number), **facts))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _title(here: Here, stage: StageHead) -> str:
    return stage.plan.stage.title[here.language]
