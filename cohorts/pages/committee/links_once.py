"""Personal addresses that were just made: shown until they are put away, and never again."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.under import whole
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.with_names import with_names
from cohorts.reports.invitations_csv import Invitation, invitations_csv
from cohorts.rounds.accounts.only_here import only_here

t = page_words("committee")


def address_of(token: str, here: Here) -> str:
    """As a browser opens it."""
    return whole(f"/stem/{token}?{urlencode({LANGUAGE: here.language.value})}")


def keep_link(here: Here, made: Invitation) -> None:
    """For this page alone, in the memory of this visit."""
    st.session_state.setdefault(_key(here), []).append(made)


def links_once(here: Here) -> None:
    """Each to copy, all in one file behind a password, and a button that puts them away."""
    made: list[Invitation] = st.session_state.get(_key(here), [])
    if not made:
        return
    with st.container(border=True, key="links"):
        st.header(plain(t("links", count=len(made))), anchor=False)
        st.markdown(plain(t("links_about")))
        if any(only_here(one.address) for one in made):
            st.warning(plain(t("links_only_here")))
        for one in made:
            st.markdown(plain(f"{one.name} · {one.email}" if one.email else one.name))
            st.code(one.address, language=None, wrap_lines=True)
        kept = tuple(made)
        with st.container(horizontal=True):
            with_names(
                here,
                t("take_links"),
                lambda: invitations_csv(kept, here.language),
                t("links_file"),
                key="take_links",
            )
            if st.button(t("links_done"), key="links_done"):
                del st.session_state[_key(here)]
                st.rerun()


def _key(here: Here) -> str:
    return f"links_{here.round}_{here.visitor.key}"
