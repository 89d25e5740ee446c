"""Whose letter is not written for now, each by name, and what can be done about it."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import way
from cohorts.reports.letters.post import Post
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.posting.held_back import Held

t = page_words("post")
WHERE = {Held.LEAVES: "calls", Held.SAID_YES: "changes"}
"""Why → on which page something can be done about it."""


def held_part(here: Here, post: Post) -> None:
    """Nothing where everybody has theirs."""
    shown = people_of(here.store, here.actor, here.round).shown
    for why, page in WHERE.items():
        names = sorted((shown[who].label for who, one in post.held.items() if one is why))
        if names:
            st.warning(plain(t(f"held_{why}", count=len(names), people=names)))
            way(here, page, t(f"held_{why}_way"))
