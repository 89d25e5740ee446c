"""*Gebeld*: what the call came to, with what was said in it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.find.leaves import leaves
from cohorts.pages.here import Here
from cohorts.pages.leave_round import leave_round
from cohorts.pages.moment import day
from cohorts.pages.told import language, page_words, plain
from cohorts.pages.ways import way
from cohorts.rounds.calling.calls_of import Called, calls_of
from cohorts.rounds.calling.note_call import LONGEST, note_call
from cohorts.rounds.deciding.decided_seats import decided_seats
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import PersonKey
from cohorts.words import say
from cohorts.words.dutch_time import HERE

t = page_words("find")
THINKING_DAYS = 7
WIDE = 640
END = time(23, 59)


def called(here: Here, kept: KeptPeople, person: PersonKey) -> None:
    """A tap writes it down; the remark is empty again then.

    Who says no is in the round until somebody takes them out of it: that is asked at once.
    """
    if here.reads_only:
        return
    st.header(plain(t("call")), anchor=False)
    number = len(calls_of(here.store, here.actor, here.round).get(person, ()))
    remark = st.text_area(
        t("remark"), key=f"remark_{person}_{number}", max_chars=LONGEST, height=96, width=WIDE
    )
    until = datetime.combine(datetime.now(HERE).date() + timedelta(days=THINKING_DAYS), END, HERE)
    with st.container(horizontal=True, key="states"):
        for state in Called:
            thinks = state is Called.THINKING
            label = say(f"calling.{state}", language())
            label = t("thinking_until", day=day(until.isoformat())) if thinks else label
            # another call since is another button: two quick taps are one call
            if st.button(plain(label), key=f"{state}_{person}_{number}"):
                of = (here.store, here.actor, here.round, person, state)
                with acting() as done:
                    note_call(*of, until=until if thinks else None, remark=remark or "")
                if done:
                    st.rerun()
    if person in kept.who and leaves(here, person) is not None:
        seated = person in decided_seats(here.store, here.actor, here.round)
        leave_round(here, person, kept.revision, seated=seated)
    else:
        st.markdown(plain(t("then_calls")))
    way(here, "calls", t("to_calls"))
