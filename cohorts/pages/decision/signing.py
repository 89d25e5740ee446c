"""Before there is a decision: what it says, what signing means, and the name under it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cohorts.errors import InputError
from cohorts.pages.acting import acting
from cohorts.pages.decision.earlier import earlier
from cohorts.pages.decision.sharing import WIDE, sharing
from cohorts.pages.decision.what import what
from cohorts.pages.foot import foot
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain, trouble
from cohorts.pages.ways import way
from cohorts.record.hide import as_told
from cohorts.reports.stamp import Stamp
from cohorts.reports.start import start_of
from cohorts.rounds.deciding.decide import decide, revision_seen, unfinished
from cohorts.rounds.deciding.decision import Decision
from cohorts.rounds.deciding.moments import day_of
from cohorts.rounds.deciding.proposed import Proposed, proposed
from cohorts.rounds.posting.first_meeting import first_meeting_of
from cohorts.store.keys import ProposalKey

t = page_words("decision")
MEANS = ("means_fixed", "means_name", "means_told", "means_open")


def signing(
    here: Here, proposal: ProposalKey, decisions: Sequence[Decision], *, tied: bool
) -> None:
    """The rest of the page, for the proposal that is chosen.

    ``tied``: a tie keeps them from somebody, so nothing is signed or taken along.
    """
    seen = revision_seen(here.store, here.actor, here.round)
    about = proposed(here.store, here.actor, here.round, proposal)
    with about.proposal.programme.in_own_words():
        what(as_told(about.proposal), about.deviation, here.language, t("what"))
        if not tied:
            with st.expander(t("share_before")):
                stamp = Stamp(day_of(about.head.at), number=about.head.number)
                told = as_told(about.proposal)
                first = first_meeting_of(here.store, here.actor, here.round)
                sharing(here, told, stamp, start_of(first, told.programme))
    earlier(here, decisions)
    if not here.reads_only and not tied:
        _sign(here, about, seen)


def _sign(here: Here, about: Proposed, seen: int) -> None:
    """What signing means, the name under it, and what is in the way."""
    proposal = about.head.key
    wrong = list(unfinished(about))
    st.header(plain(t("sign")), anchor=False)
    if wrong:
        trouble(InputError(*wrong))
        room = "composing" if about.head.outdated and not about.on_board else "board"
        way(here, room, t(f"to_{room}"), voorstel=proposal)
    st.markdown("\n".join(f"- {plain(t(key))}" for key in MEANS))
    name, reason = _asked(about)
    if foot(t("after_signing"), t("do_sign"), disabled=bool(wrong)):
        with acting() as done:
            decide(
                here.store,
                here.actor,
                here.round,
                proposal,
                signed=name,
                reason=reason,
                seen=seen,
            )
        if done:
            st.rerun()


def _asked(about: Proposed) -> tuple[str, str]:
    """The name, and the reason, which is asked where people deviated."""
    key = about.head.key
    name = st.text_input(t("name"), key=f"name_{key}", max_chars=100, width=WIDE)
    label = t("reason_asked") if about.deviation.any else t("reason_free")
    reason = st.text_area(label, key=f"reason_{key}", max_chars=2_000, height=96, width=WIDE)
    st.markdown(plain(t("reason_about")))
    return name, reason
