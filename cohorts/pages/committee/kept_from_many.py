"""That ties leave few to judge, in numbers: whom it is about only who presides sees."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.rounds.interests.conflicted import conflicted
from cohorts.rounds.judging.stage_head import StageHead

t = page_words("committee")


def kept_from_many(here: Here, head: StageHead) -> None:
    """Nothing where everybody is judged by enough members, and every member judges enough."""
    found = conflicted(here.store, here.actor, here.round, head.key)
    said = []
    if found.few:
        said.append(t("few_judge", count=len(found.few), least=found.few[0], judges=found.judges))
    if found.many:
        said.append(t("many_kept", count=found.many))
    if said:
        st.warning(plain(" ".join([*said, t("few_who")])))
