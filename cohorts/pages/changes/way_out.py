"""What becomes of a group that is too small: asked before a solution is looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from cohorts.errors import InputError, Problem
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.step import step_lines
from cohorts.rounds.changing.changed import Changed
from cohorts.rounds.changing.keep_repairs import TooSmall
from cohorts.rounds.changing.lendable import Lent, lendable
from cohorts.rounds.deciding.told_of import last_told, told_of

t = page_words("changes")
WIDE = 560


@dataclass(frozen=True)
class WayOut:
    """``lent``: who joins such a group; ``why``: such a group goes on as it is."""

    too_small: TooSmall = TooSmall.FILL
    lent: Lent | None = None
    why: str = ""

    def asked(self) -> Mapping[str, Any]:
        """In the shape of JSON. Raises InputError where something is missing."""
        value: dict[str, Any] = {"too_small": self.too_small.value}
        if self.too_small is TooSmall.GO_ON and not self.why.strip():
            raise InputError(Problem("changing.no_why"))
        if self.too_small is TooSmall.BORROW:
            if self.lent is None:
                raise InputError(Problem("changing.nobody_lent"))
            value["borrowed"] = [str(self.lent.person), self.lent.target]
        return value


def way_out(here: Here, since: Changed) -> WayOut:
    """Asked only where a group has too few members; to join others where groups may close."""
    if not since.too_small():
        return WayOut()
    ways = [one for one in TooSmall if one is not TooSmall.MERGE or since.round.places.may_close]
    picked = st.radio(
        plain(t("too_small_then")),
        ways,
        format_func=lambda one: plain(t(f"then_{one}")),
        key=f"too_small_{since.base.key}",
    )
    if picked is TooSmall.BORROW:
        return WayOut(picked, lent=_whom(here, since))
    if picked is not TooSmall.GO_ON:
        return WayOut(picked or TooSmall.FILL)
    st.markdown(plain(t("why_small_about")))
    why = st.text_input(
        t("why_small"), key=f"why_small_{since.base.key}", max_chars=300, width=WIDE
    )
    return WayOut(picked, why=why)


def _whom(here: Here, since: Changed) -> Lent | None:
    """The best first, with what it does; who heard of a group would have to hear it anew."""
    heard = last_told(told_of(here.store, here.actor, here.round))
    found = {(one.person, one.target): one for one in lendable(since, heard)}
    if not found:
        st.warning(plain(t("nobody_to_lend")))
        return None
    st.markdown(plain(t("lend_about")))
    picked = st.selectbox(
        t("lend_whom"),
        list(found),
        format_func=lambda one: _called(found[one]),
        key=f"lend_{since.base.key}",
        width=WIDE,
    )
    lent = found[picked]
    lines = step_lines(lent.change, since.proposal.programme, here.language)
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    return lent


def _called(one: Lent) -> str:
    key = "lend_heard" if one.heard else "lend_one"
    return t(key, who=one.label, source=one.source, target=one.target)
