"""What somebody heard already, in what way and when: told, mailed, called; the newest first."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.moment import clock, day
from cohorts.pages.page_templates import page_templates
from cohorts.pages.told import language, page_words, plain
from cohorts.rounds.calling.calls_of import calls_of
from cohorts.rounds.deciding.told_of import told_of
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.mail_to import mail_to
from cohorts.rounds.reserving.askings_of import askings_of
from cohorts.store.keys import PersonKey
from cohorts.words import say
from cohorts.words.dutch_time import dutch_day

t = page_words("find")
LETTER = page_templates("find").get_template("letter.html.jinja")


def sent(here: Here, person: PersonKey) -> None:
    """Or that it is nothing yet."""
    st.header(plain(t("sent")), anchor=False)
    lines = [said for _, said in sorted(_lines(here, person), reverse=True)]
    st.markdown("\n".join(f"- {plain(said)}" for said in lines) or plain(t("nothing_sent")))
    _letters(here, person)


def _letters(here: Here, person: PersonKey) -> None:
    """Each that went, or may have gone, with its words; the newest first."""
    found = [one for one in mail_to(here.store, here.actor, here.round, person) if one.text]
    for number, one in reversed(list(enumerate(found))):
        key = "letter_then" if one.state is State.SENT else "letter_maybe"
        with st.expander(plain(t(key, at=clock(one.at))), key=f"letter_{number}"):
            st.html(LETTER.render(subject=one.subject, paragraphs=one.text.split("\n\n")))


def _lines(here: Here, person: PersonKey) -> Iterator[tuple[str, str]]:
    """(moment, sentence)."""
    of = (here.store, here.actor, here.round)
    for told in told_of(*of):
        if told.person == person:
            key = "told_no_place" if told.group is None else "told_group"
            how = t(f"how_{told.how}")
            facts = {"group": told.group, "day": day(told.on), "by": told.by, "how": how}
            yield told.on, t(key, **facts)
    for mail in mail_to(*of, person):
        state = say(f"posting.state_{mail.state}", language())
        key = "mailed" if mail.to else "mailed_gone"
        facts = {"state": state, "to": mail.to, "subject": mail.subject, "at": clock(mail.at)}
        yield mail.at, t(key, **facts)
    for one in askings_of(*of, person):
        facts = {"group": one.group, "until": dutch_day(one.until, language()), "by": one.by}
        yield one.at, t("asked_place", at=clock(one.at), **facts)
        if one.answer is not None:
            yield one.answered_at, t(f"answered_{one.answer}", at=clock(one.answered_at))
    for call in calls_of(*of).get(person, ()):
        state = say(f"calling.{call.state}", language())
        said = t("called", state=state, by=call.by, at=clock(call.at))
        yield call.at, f"{said} {call.remark}".strip()
