"""A round that was taken along elsewhere, brought here."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import go
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.locked import is_locked, unlock

t = page_words("rounds")


def bring(here: Here) -> None:
    """A place for its file; it opens as soon as it is here, and its password where it has one."""
    st.markdown(plain(t("bring_about")))
    given = st.file_uploader(t("bring_file"), type=["zip"], key="bring")
    if given is None:
        return
    content, password = given.getvalue(), ""
    if is_locked(content):
        st.markdown(plain(t("bring_locked")))
        password = st.text_input(
            t("bring_password"), key=f"bring_{given.file_id}", max_chars=100, autocomplete="off"
        )
        if not password:
            return
    with acting() as done:
        content = unlock(content, password, given.name)
        round_ = import_round(here.store, here.actor, content, given.name)
    if done:
        go(here, "now", ronde=round_)
