"""To whom the letters are that it is about: by what they hear, and by a name that is sought."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from cohorts.pages.sought import holds
from cohorts.pages.told import counted, language, page_words, plain
from cohorts.reports.letters.letter import Outcome
from cohorts.reports.letters.post import Post
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.mail_states import MailStates
from cohorts.store.keys import PersonKey
from cohorts.words import say

t = page_words("post")


def chosen(post: Post, states: MailStates) -> tuple[PersonKey, ...]:
    """By name of company or person: what is listed is what is sent and taken along.

    Who may still have a place or none gets a letter only where the organiser chooses so.
    """
    counts = Counter(one.outcome for one in post.letters.values())
    there = [outcome for outcome in Outcome if counts[outcome]]
    st.header(plain(t("to_whom")), anchor=False)
    with st.container(horizontal=True, key="outcomes"):
        on = {
            outcome
            for outcome in there
            if st.checkbox(
                plain(counted(say(f"letter.is_{outcome}", language()), counts[outcome])),
                value=outcome is not Outcome.STILL_IN,
                key=f"to_{outcome}",
            )
        }
    sent = len(states.in_state(State.SENT))
    if sent:
        st.markdown(plain(t("sent", count=sent)))
    found = [who for who, one in post.letters.items() if one.outcome in on]
    # of whom nobody knows whether they have it, a person says so first
    found = [who for who in found if who not in states.maybe]
    heard = states.heard.intersection(found)
    if heard and not _again(post, len(heard)):
        found = [who for who in found if who not in heard]
    return tuple(sorted(found, key=lambda who: (post.letters[who].to.label.casefold(), who)))


def _again(post: Post, count: int) -> bool:
    """Whether who was told this in writing already hears it once more."""
    st.markdown(plain(t("heard", count=count)))
    return st.checkbox(plain(t("heard_too")), key=f"heard_{post.about}")


def sought(post: Post, people: tuple[PersonKey, ...]) -> list[PersonKey]:
    """Those whose letter somebody looks for; all of them where nothing is typed."""
    words = st.text_input(t("search"), key="zoek", bind="query-params", type="search") or ""
    return [who for who in people if holds(post.letters[who].to, words)]
