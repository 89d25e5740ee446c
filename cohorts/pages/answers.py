"""What only the organiser can say of a file: each question with its answers under one's hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import streamlit as st

from cohorts.intake import FieldMap
from cohorts.pages.session import language, session
from cohorts.pages.told import plain, t
from cohorts.reports.remarked import fault_of, gathered
from cohorts.round.remark import Remark
from cohorts.words import say

FEW = 12


@dataclass(frozen=True)
class Asked:
    """``until``: what counts as long as nothing is said; ``answers``: button → what it says."""

    until: str
    answers: Mapping[str, FieldMap]


def _one(remark: Remark) -> Asked:
    pair = (str(remark.facts["id_left"]), str(remark.facts["id_kept"]))
    return Asked("until_one", {"answer_two": FieldMap(not_same=(pair,))})


def _doubt(remark: Remark) -> Asked:
    pair = (str(remark.facts["id_a"]), str(remark.facts["id_b"]))
    answers = {"answer_one": FieldMap(same=(pair,)), "answer_two": FieldMap(not_same=(pair,))}
    return Asked("until_doubt", answers)


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
    "identity.doubt_": _doubt,
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


def asked(remark: Remark) -> Asked | None:
    """What a remark asks; None where there is nothing to answer on the screen."""
    found = (ask for begin, ask in ASKED.items() if remark.code.startswith(begin))
    ask = next(found, None)
    return ask(remark) if ask and remark.code not in TOLD else None


def questions(remarks: Sequence[Remark]) -> None:
    """A part with every question and its answers; an answer is read at once."""
    open_ = [(remark, one) for remark in remarks if (one := asked(remark))]
    if open_:
        with st.expander(t("questions", count=len(open_)), expanded=True):
            st.write(t("questions_about"))
            for number, (remark, one) in enumerate(islice(open_, FEW)):
                _question(number, remark, one)
            if len(open_) > FEW:
                st.write(t("questions_more", count=len(open_) - FEW))
    take_back()


def _question(number: int, remark: Remark, one: Asked) -> None:
    fault = fault_of(gathered((remark,), language())[0], language())
    until = say(f"pages.{one.until}", language(), **remark.facts)
    st.write(plain(f"{fault} {until}"))
    with st.container(horizontal=True):
        for answer, says in one.answers.items():
            key = f"{answer}_{number}"
            st.button(t(answer), key=key, on_click=_answered, args=(says,))


def _answered(says: FieldMap) -> None:
    kept = session()
    kept.field_map, kept.read = kept.field_map.merged(says), None


def take_back() -> None:
    """The way back: the file as it is read without anything said."""
    if session().field_map != FieldMap():
        st.button(t("take_back"), key="take_back", on_click=_forget)


def _forget() -> None:
    kept = session()
    kept.field_map, kept.read = FieldMap(), None
