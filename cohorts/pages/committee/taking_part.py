"""Who would take part in a step that has not opened, and why the others who came would not."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from cohorts.committee.shortlisting.stage_outcome import Left, Why
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.round.judgement import Verdict
from cohorts.rounds.judging.opening import Opening, opening_of
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.words.first_of import first_of

t = page_words("committee")
FEW = 12
"""People who are named at a ground; the rest is counted."""


def taking_part(here: Here, head: StageHead) -> None:
    """Nothing as long as it is not known who comes to it."""
    opening = opening_of(here.store, here.actor, here.round, head)
    if opening is None or not (opening.candidates or opening.left):
        return
    st.markdown(plain(_how_many(head, opening)))
    with opening.asked.programme.in_own_words():
        lines = [*_grounds(here, opening)]
    if opening.unknown:
        lines.append(t("takes_part_unknown", count=opening.unknown))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _how_many(head: StageHead, opening: Opening) -> str:
    count, left = len(opening.candidates), len(opening.left)
    key = "takes_part" if left else "takes_part_all"
    facts = {"count": count, "of": count + left}
    if head.number == 1:
        return t(key, **facts)
    return t(f"{key}_after", before=str(head.number - 1), **facts)


def _grounds(here: Here, opening: Opening) -> Iterator[str]:
    """By each condition whom it refuses; then who has stopped."""
    for condition in opening.asked.programme.conditions:
        refused = [one for one in opening.left if condition.key in _refusing(one)]
        if refused:
            yield _line(condition.title(here.language), refused)
    stopped = [one for one in opening.left if one.why is Why.STOPPED]
    if stopped:
        yield _line(t("takes_part_stopped"), stopped)


def _refusing(one: Left) -> set[str]:
    return {said.condition for said in one.judgements if said.verdict is Verdict.REFUSED}


def _line(ground: str, those: list[Left]) -> str:
    people = [one.applicant.label for one in those]
    few = first_of(people, FEW)
    more = len(people) - len(few)
    names = [*few, *([t("takes_part_more", count=more)] if more else [])]
    return t("takes_part_not", ground=ground, count=len(people), people=", ".join(names))
