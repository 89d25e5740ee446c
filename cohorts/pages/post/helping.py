"""Who offers help to whom, once it is decided: for whoever brings them together."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.told import language, page_words, plain
from cohorts.reports.letters.letter import Letter, called
from cohorts.reports.letters.post import Post
from cohorts.rounds.standings.offers_of_help import Helper

t = page_words("post")


def helping(post: Post) -> None:
    """By whom it is for; nothing where nobody offered any to who gets a letter."""
    letters = sorted(post.letters.values(), key=lambda one: (one.to.label.casefold(), one.to.id))
    said = [_said(one, helper) for one in letters for helper in one.helpers]
    if not said:
        return
    with st.expander(t("helping", count=len(said)), key="helping"):
        st.markdown(plain(t("helping_about")))
        st.markdown("\n".join(f"- {plain(line)}" for line in said))


def _said(letter: Letter, helper: Helper) -> str:
    key = "helps_with" if helper.note else "helps"
    facts = {"who": called(helper, language()), "whom": letter.to.label}
    return t(key, **facts, note=helper.note)
