"""What only the organiser can say of a file: each question with its answers under one's hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from cohorts.intake import FieldMap
from cohorts.pages.acting import acting
from cohorts.pages.applicants.in_lines import in_line
from cohorts.pages.applicants.take_file import t
from cohorts.pages.here import Here
from cohorts.pages.told import language, plain
from cohorts.reports.remarked import fault_of, gathered
from cohorts.round.remark import Remark
from cohorts.rounds.people.answer_question import answer, take_back
from cohorts.rounds.people.dropped_file import DroppedFile

AT_ONCE = 4


@dataclass(frozen=True)
class Asked:
    """``until``: what counts as long as nothing is said; ``answers``: button → what it says."""

    until: str
    answers: Mapping[str, FieldMap]


def _one(remark: Remark) -> Asked:
    pair = (str(remark.facts["id_left"]), str(remark.facts["id_kept"]))
    return Asked("until_one", {"answer_two": FieldMap(not_same=(pair,))})


def _numbers(remark: Remark) -> Asked:
    header = str(remark.facts["header"])
    answers = {
        "answer_dutch": FieldMap(numbers={header: "nl"}),
        "answer_english": FieldMap(numbers={header: "en"}),
    }
    return Asked("until_numbers", answers)


def _hidden(remark: Remark) -> Asked:
    if remark.code.endswith("left"):
        return Asked("until_left_out", {"answer_read": FieldMap(hidden_rows="read")})
    return Asked("until_read", {"answer_leave_out": FieldMap(hidden_rows="leave_out")})


def _turned(remark: Remark) -> Asked:
    return Asked("until_turned", {"answer_turn": FieldMap(turned_round=(remark.column,))})


def _row(remark: Remark) -> Asked:
    return Asked("until_somebody", {"answer_skip": FieldMap(skip=(remark.row or 0,))})


ASKED: Mapping[str, Callable[[Remark], Asked]] = {
    "identity.one_": _one,
    "intake.hidden_rows_": _hidden,
    "intake.mixed_styles_column": _numbers,
    "intake.perhaps_": _row,
    "intake.turned_consent": _turned,
    "intake.turned_header": _turned,
}
"""How the code of a remark begins → what is asked."""
TOLD = ("identity.one_answered", "identity.one_same_row", "identity.one_surname")
"""Nothing is asked here: it was answered, nothing speaks against it, or another file says it."""
OF_TWO = "identity.doubt_"
"""Asked with the facts of both beside each other."""


def asks(remark: Remark) -> bool:
    """Whether the page asks something about it."""
    return remark.code.startswith((*ASKED, OF_TWO)) and remark.code not in TOLD


def _asked(remark: Remark) -> Asked | None:
    found = (ask for begin, ask in ASKED.items() if remark.code.startswith(begin))
    ask = next(found, None)
    return ask(remark) if ask and remark.code not in TOLD else None


def questions(here: Here, dropped: DroppedFile) -> None:
    """Each with its answers; an answer is read at once."""
    asked = {
        str(remark): (remark, one) for remark in dropped.after.remarks if (one := _asked(remark))
    }
    open_ = list(asked.items())
    if open_:
        st.header(plain(t("questions", count=len(open_))), anchor=False)
        st.markdown(plain(t("questions_about")))
        pages = -(-len(open_) // AT_ONCE)
        at = st.pagination(pages, key="questions") if pages > 1 else 1
        for key, (remark, one) in open_[(at - 1) * AT_ONCE : at * AT_ONCE]:
            _question(here, dropped, key, remark, one)
    if dropped.field_map != FieldMap() or dropped.said.same or dropped.said.not_same:
        _take_back(here, dropped)


def _question(here: Here, dropped: DroppedFile, key: str, remark: Remark, one: Asked) -> None:
    fault = fault_of(gathered((remark,), language())[0], language())
    with st.container(border=True):
        in_line(f"{fault} {t(one.until, **remark.facts)}")
        with st.container(horizontal=True):
            for name, says in one.answers.items():
                if st.button(plain(t(name)), key=f"{name} {key}"):
                    with acting() as done:
                        answer(here.store, here.actor, here.round, says, seen=dropped.revision)
                    if done:
                        st.rerun()


def _take_back(here: Here, dropped: DroppedFile) -> None:
    if st.button(plain(t("take_back")), key="take_back", type="tertiary"):
        with acting() as done:
            take_back(here.store, here.actor, here.round, seen=dropped.revision)
        if done:
            st.rerun()
