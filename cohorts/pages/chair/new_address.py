"""A member lost their personal address: a new one, shown this once."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.under import whole
from cohorts.pages.ways import LANGUAGE
from cohorts.rounds.accounts.only_here import only_here
from cohorts.rounds.members.member import members_of
from cohorts.rounds.members.new_link import new_link

t = page_words("chair")
WIDE = 560


def new_address(here: Here) -> None:
    """By who presides: the organiser alone could vote as that member."""
    if here.reads_only:
        return
    sits = [one for one in members_of(here.store, here.actor, here.round) if not one.left_at]
    others = {one.key: one.called for one in sits if one.key != here.actor.key}
    if not others:
        return
    with st.expander(t("address")):
        st.markdown(plain(t("address_about")))
        whose = st.selectbox(
            t("address_whose"),
            list(others),
            format_func=lambda key: others[key],
            key=f"address_{len(others)}",
            width=WIDE,
        )
        if st.button(t("do_address"), key="address"):
            with acting() as done:
                token = new_link(here.store, here.actor, here.round, whose)
            if done:
                st.markdown(plain(t("address_made", name=others[whose])))
                made = _address(here, token)
                if only_here(made):
                    st.warning(plain(t("address_only_here")))
                st.code(made, language=None, wrap_lines=True)


def _address(here: Here, token: str) -> str:
    """As a browser opens it."""
    return whole(f"/stem/{token}?{urlencode({LANGUAGE: here.language.value})}")
