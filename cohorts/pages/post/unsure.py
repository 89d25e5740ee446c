"""Letters of which nobody knows whether they went: a person says which."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import page_words, plain
from cohorts.reports.letters.post import Post
from cohorts.rounds.posting.mail_rows import MailRow, State
from cohorts.rounds.posting.mail_states import MailStates
from cohorts.rounds.posting.say_of_unsure import say_of_unsure

t = page_words("post")


def unsure(here: Here, post: Post, states: MailStates) -> None:
    """Nothing where all is known. None of them is ever sent again by itself."""
    here_now = {who: states.by_person[who] for who in states.in_state(State.UNSURE)}
    earlier = {who: one for who, one in states.maybe.items() if one.state is State.UNSURE}
    people = here_now | earlier
    if not people:
        return
    st.header(plain(t("unsure")), anchor=False)
    st.markdown(plain(t("unsure_about")))
    if earlier:
        st.markdown(plain(t("unsure_earlier", count=len(earlier))))
    for who, mail in people.items():
        letter = post.letters.get(who)
        to = "" if mail.written is None else mail.written.to
        # who has no letter any more stopped since, or was erased
        name = to if letter is None else letter.to.label
        facts = {"name": name, "to": to, "at": clock(mail.went)}
        with st.container(key=f"unsure_{who}"):
            st.markdown(plain(t("unsure_one", **facts)))
            if not here.reads_only:
                _answers(here, mail, earlier=who in earlier)


def _answers(here: Here, mail: MailRow, *, earlier: bool) -> None:
    with st.container(horizontal=True):
        for arrived in (True, False):
            label = t("arrived" if arrived else "send_new" if earlier else "send_again")
            if st.button(plain(label), key=f"arrived_{arrived}_{mail.key}_{mail.began}"):
                with acting() as done:
                    say_of_unsure(here.store, here.actor, here.round, mail.key, arrived=arrived)
                if done:
                    st.rerun()
