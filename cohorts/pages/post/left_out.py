"""Who gets no letter by mail, each by name, and why; where somebody can decide otherwise."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from cohorts.pages.told import page_words, plain
from cohorts.reports.letters.post import Post
from cohorts.rounds.posting.mail_address import mail_address
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.mail_states import MailStates
from cohorts.store.keys import PersonKey

t = page_words("post")
MOST = 12
"""Names in one sentence."""
OURS = {State.WAITING, State.FAILED}
"""In these nobody has the letter."""


def read_first(post: Post, people: Sequence[PersonKey]) -> tuple[PersonKey, ...]:
    """The others: what was written about an earlier decision is read before it goes anywhere."""
    stale = [who for who in people if post.stale(who)]
    if stale:
        st.warning(plain(t("read_first", count=len(stale), people=_names(post, stale))))
    return tuple(who for who in people if not post.stale(who))


def without(post: Post, people: Sequence[PersonKey], states: MailStates) -> Collection[PersonKey]:
    """To whom no mail can go: where they can be written to is not known, or may not be used."""
    found = [
        who
        for who in people
        if mail_address(post.letters[who].email) is None and not _has(states, who)
    ]
    if found:
        st.warning(plain(t("without", count=len(found), people=_names(post, found))))
    return found


def shared(post: Post, people: Sequence[PersonKey], states: MailStates) -> Collection[PersonKey]:
    """Who gets theirs at an address of several: nobody, unless somebody says so of that address."""
    several = {
        address: each
        for address, each in post.shared.items()
        if not set(people).isdisjoint(each) and not all(_has(states, who) for who in each)
    }
    if not several:
        return ()
    st.warning(plain(t("shared", count=len(several))))
    although: list[PersonKey] = []
    for address, each in several.items():
        label = t("shared_one", address=address, people=_names(post, each))
        if st.checkbox(plain(label), key=f"shared_{address}"):
            although += each
    return although


def failed(post: Post, people: Sequence[PersonKey], states: MailStates) -> Collection[PersonKey]:
    """Whose letter the server would not have: those are tried again where somebody says so."""
    found = [who for who in states.in_state(State.FAILED) if who in people]
    if not found:
        return ()
    label = t("try_again", count=len(found), people=_names(post, found))
    return found if st.checkbox(plain(label), key="try_again") else ()


def _has(states: MailStates, who: PersonKey) -> bool:
    found = states.by_person.get(who)
    return found is not None and found.state not in OURS


def _names(post: Post, people: Sequence[PersonKey]) -> list[str]:
    """The first few, and how many more."""
    names = [post.letters[who].to.label for who in people[:MOST]]
    more = len(people) - len(names)
    return [*names, t("and_more", count=more)] if more else names
