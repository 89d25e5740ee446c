"""Whether two are one person: asked one by one, with what is known of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import streamlit as st

from cohorts.intake import FieldMap
from cohorts.pages.acting import acting
from cohorts.pages.applicants.cell_said import cell_said
from cohorts.pages.applicants.named import short
from cohorts.pages.applicants.questions import OF_TWO
from cohorts.pages.applicants.take_file import t
from cohorts.pages.applicants.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.told import language, plain
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.rounds.people.answer_question import answer
from cohorts.rounds.people.dropped_file import DroppedFile
from cohorts.rounds.people.recognise import recognise
from cohorts.rounds.people.who_is_who import SAME_NUMBER
from cohorts.store.keys import PersonKey
from cohorts.words.phrase import field_name

SHOWN = ("id", "name", "company", "email", "kvk", "place", "birth_year", "role", "submitted")
LONGEST = 120
TEMPLATE = HTML.get_template("two_people.html.jinja")


@dataclass(frozen=True)
class Pair:
    """``why``: key of a sentence; ``until``: of what counts as long as nothing is said.

    ``left``, ``right``: (heading, who); ``same``: keeps the answer.
    """

    why: str
    until: str
    left: tuple[str, Applicant]
    right: tuple[str, Applicant]
    say: Callable[[bool], object]


def same_person(here: Here, dropped: DroppedFile) -> None:
    """Of the file: two rows of it, or a row of it and somebody of the round."""
    ask(list(_pairs(here, dropped)), f"{dropped.number}")


def ask(pairs: list[Pair], of: str) -> None:
    """The first, and a way to the others; nothing where there is none."""
    if not pairs:
        return
    st.header(plain(t("same_head", count=len(pairs))), anchor=False)
    at = st.pagination(len(pairs), key=f"same_{of}_{len(pairs)}") if len(pairs) > 1 else 1
    pair = pairs[at - 1]
    with st.container(border=True):
        st.markdown(plain(f"{t(f'why_{pair.why}')} {t(pair.until)}"))
        st.html(TEMPLATE.render(_facts(pair)))
        with st.container(horizontal=True):
            one = st.button(plain(t("answer_one")), key=f"one_{of}_{at}")
            two = st.button(plain(t("answer_two")), key=f"two_{of}_{at}")
    if one or two:
        with acting() as done:
            pair.say(one)
        if done:
            st.rerun()


def _facts(pair: Pair) -> dict[str, object]:
    (left, a), (right, b) = pair.left, pair.right
    said = [
        (name, short(cell_said(a, name), LONGEST), short(cell_said(b, name), LONGEST))
        for name in SHOWN
    ]
    return {
        "field": t("field"),
        "left": left,
        "right": right,
        "rows": [
            {
                "label": field_name(name, language()),
                "left": one or "–",
                "right": two or "–",
                "same": one == two,
            }
            for name, one, two in said
            if one or two
        ],
    }


def _pairs(here: Here, dropped: DroppedFile) -> Iterator[Pair]:
    now = {a.id: a for a in dropped.after}
    known = {**dropped.once, **dropped.before.who}
    for doubt in dropped.found.doubts:
        row = dropped.read.rows[doubt.now]
        yield Pair(
            doubt.why,
            "until_same_number" if doubt.why == SAME_NUMBER else "until_two",
            (t("in_round"), known[doubt.before]),
            (t("in_file_row", row=str(row)), now[doubt.now]),
            partial(_recognised, here, dropped, doubt.before, row),
        )
    for remark in dropped.after.remarks:
        if remark.code.startswith(OF_TWO):
            a, b = (ApplicantId(str(remark.facts[f"id_{side}"])) for side in "ab")
            yield Pair(
                remark.code.removeprefix(OF_TWO),
                "until_two",
                (t("in_file_row", row=str(remark.facts["row_a"])), now[a]),
                (t("in_file_row", row=str(remark.facts["row_b"])), now[b]),
                partial(_answered, here, dropped, a, b),
            )


def _recognised(here: Here, dropped: DroppedFile, before: PersonKey, row: int, same: bool) -> None:
    act = here.store, here.actor, here.round
    recognise(*act, before, row, same=same, seen=dropped.revision)


def _answered(here: Here, dropped: DroppedFile, a: ApplicantId, b: ApplicantId, same: bool) -> None:
    says = FieldMap(same=((a, b),)) if same else FieldMap(not_same=((a, b),))
    answer(here.store, here.actor, here.round, says, seen=dropped.revision)
