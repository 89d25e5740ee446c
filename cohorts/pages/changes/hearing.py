"""Who heard another group than is decided now, and so must hear it anew."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.changes.heard import again_said, heard_said
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.rounds.changing.changed import Changed
from cohorts.rounds.changing.to_hear import ToHear, to_hear

t = page_words("changes")


def hearing(here: Here, since: Changed) -> None:
    """Of the decision that stands; where it was opened again, who heard of it."""
    found = to_hear(here.store, here.actor, here.round, since.proposal)
    if since.decision is None:
        _open_again(found)
        return
    if not found.again:
        return
    st.header(plain(t("hear", count=len(found.again))), anchor=False)
    st.markdown("\n".join(f"- {plain(again_said(one))}" for one in found.again))
    way(here, "calls", t("to_tell"))
    way(here, "post", t("to_write"))


def _open_again(found: ToHear) -> None:
    """Whoever heard anything of it, by name: what it comes to is theirs to hear."""
    heard = sorted((*found.again, *found.know), key=lambda one: one.label.casefold())
    if not heard:
        return
    st.warning(plain(t("open_known", count=len(heard))))
    with st.expander(plain(t("open_who", count=len(heard)))):
        st.markdown("\n".join(f"- {plain(heard_said(one))}" for one in heard))
