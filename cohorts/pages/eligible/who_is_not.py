"""Who does not take part: on what ground, with their own facts, and where they can go instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from cohorts.pages.eligible.let_in_part import let_somebody_in
from cohorts.pages.eligible.templates import HTML
from cohorts.pages.here import Here
from cohorts.pages.taking_part import TakingPart
from cohorts.pages.tied import is_tied
from cohorts.pages.told import language, page_words, plain
from cohorts.programme.referral import Referral, referrals
from cohorts.record.reasons import reason_aside
from cohorts.record.referred import facts_said, nowhere, places
from cohorts.round.set_aside import Aside, SetAside
from cohorts.words import say
from cohorts.words.first_of import first_of

t = page_words("eligible")
AT_ONCE = 10
"""People of one ground who are shown until all are asked for."""
REFERRED = frozenset({Aside.REFUSED, Aside.NOT_ON})
"""Grounds on which somebody looks for another place."""


def who_is_not(here: Here, found: TakingPart) -> None:
    """A part for each ground; refused first, for that is what an organiser may have wrong."""
    for why in Aside:
        aside = [one for one in found.round.set_aside if one.why is why]
        if aside:
            st.header(plain(t(why.value, count=len(aside))), anchor=False)
            st.markdown(plain(t(f"{why.value}_about")))
            aside.sort(key=lambda one: one.applicant.label.casefold())
            _part(here, found, why, aside)


def _part(here: Here, found: TakingPart, why: Aside, aside: Sequence[SetAside]) -> None:
    few = first_of(aside, AT_ONCE)
    if len(few) < len(aside) and st.toggle(t("all", count=len(aside)), key=f"all_{why}"):
        few = aside
    offered = {one.applicant.id: _offered(found, one) for one in few} if why in REFERRED else {}
    tied = why is Aside.NOT_ON and is_tied(here)
    rows = [_row(here, found, one, offered.get(one.applicant.id), tied=tied) for one in few]
    table = HTML.get_template("aside.html.jinja")
    ground = t("how_sure" if why is Aside.UNCONFIRMED else "why")
    st.html(table.render(t=t, ground=ground, rows=rows, referred=why in REFERRED))
    if said := facts_said(offered.values(), language()):
        st.markdown(plain(said))
    if why is Aside.REFUSED and not here.reads_only:
        let_somebody_in(here, found, aside)


def _offered(found: TakingPart, one: SetAside) -> Sequence[Referral]:
    return referrals(one.applicant, found.asked.programme, found.round.on)


def _row(
    here: Here,
    found: TakingPart,
    one: SetAside,
    offered: Sequence[Referral] | None,
    *,
    tied: bool,
) -> dict[str, Any]:
    """``tied``: a tie keeps them from somebody, and then what decided of others stays untold."""
    stage = one.left_at.stage if one.left_at else 0
    return {
        "name": one.applicant.label,
        "address": found.address(here, one.applicant.id),
        "why": t("left_at", stage=str(stage)) if tied else _why(found, one),
        "places": [] if offered is None else places(offered, language()) or [nowhere(language())],
    }


def _why(found: TakingPart, one: SetAside) -> str:
    """Of who has not said yes only how sure it is: the rest stands above the table."""
    if one.why is Aside.UNCONFIRMED:
        return say(f"reasons.status_{one.applicant.status or 'unknown'}", language())
    return reason_aside(one, found.asked.programme, language())
