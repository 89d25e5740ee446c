"""A circle begins now, or joins another or a group: chosen, with its reason, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from cohorts.outlook.circles import Circle, Circles
from cohorts.outlook.circles.circle import With
from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.report_parts import PROPOSAL
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import go
from cohorts.people.applicant import ApplicantId
from cohorts.reports.called import called
from cohorts.rounds.boarding.begin_circle import begin_circle
from cohorts.rounds.boarding.stepping import Reason
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import ProposalHead

t = page_words("waiting")
WIDE = 560


@dataclass(frozen=True)
class Begin:
    """One way: ``people`` together get a group, or ``group`` where it is one that there is."""

    label: str
    people: tuple[ApplicantId, ...]
    group: int | None = None


def begin(
    here: Here, circle: Circle, circles: Circles, head: ProposalHead, *, signed: bool
) -> None:
    """``head``: of the proposal they wait by; ``signed``: a decision stands.

    Under a fold, for most circles wait.
    """
    ways = _ways(here, circle, circles)
    of = f"{head.key}_{circle.name}"
    with st.expander(t("begin"), key=f"begin_{of}"):
        picked = st.radio(
            t("begin_which"),
            list(ways),
            format_func=lambda key: plain(ways[key].label),
            label_visibility="collapsed",
            key=f"way_{of}",
        )
        st.markdown(plain(t("begin_about")))
        why = st.text_input(t("begin_why"), key=f"why_{of}", max_chars=300, width=WIDE)
        by = st.text_input(t("begin_by"), key=f"by_{of}", max_chars=100, width=WIDE)
        follows = t("follows_signed" if signed else "follows_open")
        st.markdown(plain(f"{t('follows', number=str(head.number))} {follows}"))
        if st.button(t("do_begin"), key=f"do_{of}"):
            _do(here, head, ways[picked or next(iter(ways))], Reason(why, by))


def _do(here: Here, head: ProposalHead, way: Begin, why: Reason) -> None:
    with acting() as done:
        keys = people_of(here.store, here.actor, here.round, head.version).keys.of
        people = [keys[who] for who in way.people]
        of = (here.store, here.actor, here.round, head.key)
        made = begin_circle(*of, people, group=way.group, why=why)
    if done:
        go(here, "proposals", **{PROPOSAL: made})


def _ways(here: Here, circle: Circle, circles: Circles) -> Mapping[str, Begin]:
    """None by which a group would have too many."""
    own = tuple(a.id for a in circle.members)
    ways = {"": Begin(t("begin_now", count=len(own)), own)}
    word = circles.programme.word("group", here.language)
    of = {other.name: tuple(a.id for a in other.members) for other in circles.circles}
    for merge in circle.merges:
        if merge.over:
            continue
        if merge.kind is With.CIRCLE:
            label = t("begin_with", name=f"{word} {merge.name}", count=merge.people)
            way = Begin(label, (*own, *of[merge.name]))
        else:
            number = int(merge.name)
            name = called(circles.programme, number, here.language)
            way = Begin(t("begin_in", group=name, count=merge.people), own, number)
        ways[f"{merge.kind} {merge.name}"] = way
    return ways
