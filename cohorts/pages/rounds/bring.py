"""A round that was taken along elsewhere, brought here."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import go
from cohorts.rounds.life.import_round import import_round

t = page_words("rounds")


def bring(here: Here) -> None:
    """A place for its file; it opens as soon as it is here."""
    st.markdown(plain(t("bring_about")))
    given = st.file_uploader(t("bring_file"), type=["zip"], key="bring")
    if given is None:
        return
    with acting() as done:
        round_ = import_round(here.store, here.actor, given.getvalue(), given.name)
    if done:
        go(here, "now", ronde=round_)
