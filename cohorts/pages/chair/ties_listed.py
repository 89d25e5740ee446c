"""What members told, by kind; and of whom few may judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from cohorts.pages.told import page_words, plain
from cohorts.rounds.interests.told_ties import Heard, TiesList, ToldTie

t = page_words("chair")


def ties_listed(list_: TiesList) -> None:
    """Nothing of an applicant for whom the reader is blocked."""
    st.header(plain(t("ties")), anchor=False)
    if not list_.ties:
        st.markdown(plain(t("no_ties")))
    else:
        st.markdown(plain(t("ties_about")))
    _part("late", (one for one in list_.ties if one.late), _of_late)
    _part("knows", (one for one in list_.ties if _is_known(one)), _of_known)
    _part("out", (one for one in list_.ties if one.heard is Heard.OUT and not one.late), _plainly)
    if list_.few:
        st.header(plain(t("few")), anchor=False)
        st.markdown(plain(t("few_about")))
        few = [t("few_one", name=one.name, left=one.left, judges=list_.judges) for one in list_.few]
        st.markdown("\n".join(f"- {plain(one)}" for one in few))


def _is_known(one: ToldTie) -> bool:
    return one.heard is Heard.KNOWS and not one.late


def _part(name: str, ties: Iterable[ToldTie], said: Callable[[ToldTie], str]) -> None:
    lines = [f"- {plain(said(one))}" for one in ties]
    if lines:
        st.subheader(plain(t(f"{name}_head")), anchor=False)
        st.markdown("\n".join(lines))


def _plainly(one: ToldTie) -> str:
    return t("one", member=one.member.called, name=one.name)


def _of_late(one: ToldTie) -> str:
    ruled = t("ruled_none") if one.ruling is None else t(f"ruled_{one.ruling.value}")
    return _with_reason(one, ruled)


def _of_known(one: ToldTie) -> str:
    if one.barred is None:
        return _with_reason(one, t("known_open"))
    return _with_reason(one, t("known_barred" if one.barred else "known_stands"))


def _with_reason(one: ToldTie, decided: str) -> str:
    reason = t("because", reason=one.reason) if one.reason else ""
    return " ".join(filter(None, (_plainly(one), decided, reason)))
