"""What a tie means: of one told late for the round, of one who knows a company for their vote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.balloting.rule_on_tie import LONGEST_REASON, rule_on_tie
from cohorts.rounds.interests.decide_tie import decide_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.interests.told_ties import Heard, TiesList, ToldTie
from cohorts.rounds.judging.stage_head import Phase

t = page_words("chair")
WIDE = 560
RULED_IN = (Phase.JUDGING, Phase.TALKING)
DECIDED_IN = (Phase.INTERESTS, *RULED_IN)


def deciding_ties(here: Here, list_: TiesList) -> None:
    """Nothing where nothing can be decided."""
    if here.reads_only:
        return
    late = [one for one in list_.ties if one.waits]
    known = [one for one in list_.ties if one.heard is Heard.KNOWS]
    if late and list_.stage.phase in RULED_IN:
        with st.container(border=True, key="ruling"):
            _ruling(here, list_, late)
    if known and list_.stage.phase in DECIDED_IN:
        with st.expander(t("decide"), key=f"deciding_{list_.stage.key}"):
            _deciding(here, list_, known)


def _ruling(here: Here, list_: TiesList, late: Sequence[ToldTie]) -> None:
    st.header(plain(t("rule", count=len(late))), anchor=False)
    st.markdown(plain(t("rule_about")))
    one = _which(late, "rule")
    ruling = st.radio(
        plain(t("rule_how")),
        list(Ruling),
        format_func=lambda ruling: plain(t(f"rule_{ruling.value}")),
        key=f"ruling_{one.line}",
    )
    _on_press(here, list_, one, "rule", partial(rule_on_tie, ruling=ruling or Ruling.STAND))


def _deciding(here: Here, list_: TiesList, known: Sequence[ToldTie]) -> None:
    st.markdown(plain(t("decide_about")))
    one = _which(known, "decide")
    bars = st.radio(
        plain(t("decide_how")),
        [False, True],
        format_func=lambda bars: plain(t("decide_bars" if bars else "decide_stands")),
        key=f"bars_{one.line}",
    )
    _on_press(here, list_, one, "decide", partial(decide_tie, bars=bool(bars)))


def _on_press(
    here: Here, list_: TiesList, one: ToldTie, key: str, act: Callable[..., object]
) -> None:
    """The reason, and the button that does it."""
    reason = _reason(one, key)
    if st.button(t(f"do_{key}"), key=f"{key}_{one.line}"):
        of = (here.store, here.actor, here.round, list_.stage.key)
        with acting() as done:
            act(*of, member=one.member.key, person=one.person, reason=reason)
        if done:
            st.rerun()


def _which(ties: Sequence[ToldTie], key: str) -> ToldTie:
    of = {one.line: one for one in ties}
    picked = st.selectbox(
        t("which_tie"),
        list(of),
        format_func=lambda line: t("one_short", member=of[line].member.called, name=of[line].name),
        key=f"which_{key}_{len(of)}",
        width=WIDE,
    )
    return of[picked]


def _reason(one: ToldTie, key: str) -> str:
    """Above it who reads it, and when it is erased."""
    st.markdown(plain(t("reason_read")))
    return st.text_area(
        t("reason"),
        key=f"reason_{key}_{one.line}",
        max_chars=LONGEST_REASON,
        height=96,
        width=WIDE,
    )
