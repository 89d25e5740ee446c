"""Whether somebody invited is who has an account of that name already: asked before it is given."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.committee.links_once import address_of, keep_link
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.reports.invitations_csv import Invitation
from cohorts.rounds.members.invite import Invited
from cohorts.rounds.members.invite_known import Known, invite_known
from cohorts.rounds.members.substitute import substitute
from cohorts.store.keys import AccountKey

t = page_words("committee")


def ask_same(here: Here, invited: Invited, known: Known, leaving: AccountKey | None = None) -> None:
    """From the next draw on, until it is answered. ``leaving``: whose place they take, if any."""
    st.session_state[_key(here)] = (invited, known, leaving)
    st.session_state.pop(f"{_key(here)}_done", None)
    st.rerun()


def same_person(here: Here, seen: int) -> None:
    """The question, where there is one; else what came of the last."""
    if (said := st.session_state.get(f"{_key(here)}_done")) is not None:
        st.success(plain(said))
    asked: tuple[Invited, Known, AccountKey | None] | None = st.session_state.get(_key(here))
    if asked is None:
        return
    invited, known, leaving = asked
    who = f"{known.name} ({known.organisation})" if known.organisation else known.name
    with st.container(border=True, key="same_person"):
        st.markdown(plain(t("same", who=who)))
        st.markdown(plain(t("same_you" if known.whose == here.actor.key else "same_yes")))
        st.markdown(plain(t("same_other", name=known.name)))
        with st.container(horizontal=True):
            if st.button(t("do_same"), key=f"do_same_{known.whose}"):
                _seat(here, invited, known, leaving, seen)
            if st.button(t("not_same"), key=f"not_same_{known.whose}"):
                del st.session_state[_key(here)]
                st.rerun()


def _seat(
    here: Here, invited: Invited, known: Known, leaving: AccountKey | None, seen: int
) -> None:
    of = (here.store, here.actor, here.round)
    with acting() as done:
        if leaving is None:
            token = invite_known(*of, invited, known.whose, seen=seen)
        else:
            _, token = substitute(*of, leaving, invited, known=known.whose, seen=seen)
    if not done:
        return
    del st.session_state[_key(here)]
    if token is not None:
        address = address_of(token, here)
        keep_link(
            here,
            Invitation(
                known.name, invited.organisation or known.organisation, invited.email, address
            ),
        )
    else:
        own = known.whose == here.actor.key
        key = "same_done" if own else "same_no_link"
        st.session_state[f"{_key(here)}_done"] = t(
            key, name=known.name, names=[known.name], count=1
        )
    st.rerun()


def _key(here: Here) -> str:
    return f"same_{here.round}_{here.visitor.key}"
