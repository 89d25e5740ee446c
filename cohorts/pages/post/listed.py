"""The letters in a list: to whom, where to, how far it is; each to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.page_templates import page_templates
from cohorts.pages.post.chosen import sought
from cohorts.pages.post.writing import writing
from cohorts.pages.told import language, page_words, plain
from cohorts.pages.ways import address
from cohorts.reports.letters.post import Post
from cohorts.rounds.posting.mail_address import mail_address
from cohorts.rounds.posting.mail_rows import MAY_BE_THERE, MailRow, State
from cohorts.rounds.posting.mail_states import MailStates
from cohorts.store.keys import PersonKey
from cohorts.words import say

t = page_words("post")
HTML = page_templates("post")
ROW, LETTER = HTML.get_template("row.html.jinja"), HTML.get_template("letter.html.jinja")
A_PAGE = 20
OPENED = "post_opened"
"""Whose letter is read, in the session."""


def listed(here: Here, post: Post, people: tuple[PersonKey, ...], states: MailStates) -> None:
    """A page of them at a time."""
    found = sought(post, people)
    if not found:
        st.markdown(plain(t("nobody")))
        return
    pages = -(-len(found) // A_PAGE)
    at = st.pagination(pages, key=f"blad_{len(found)}") if pages > 1 else 1
    others = {who: each for each in post.shared.values() for who in each}
    for who in found[(at - 1) * A_PAGE : at * A_PAGE]:
        _one(here, post, who, states, others)


def _one(
    here: Here,
    post: Post,
    who: PersonKey,
    states: MailStates,
    others: Mapping[PersonKey, tuple[PersonKey, ...]],
) -> None:
    opened = st.session_state.get(OPENED) == who
    with st.container(key=f"row_{who}"):
        with_others = [post.letters[one].to.label for one in others.get(who, ()) if one != who]
        st.html(ROW.render(_facts(here, post, who, states.by_person.get(who), with_others)))
        if st.button(plain(t("close" if opened else "read")), key=f"read_{opened}_{who}"):
            st.session_state[OPENED] = None if opened else who
            st.rerun()
        if opened:
            mail = states.by_person.get(who)
            st.html(LETTER.render(as_read(post, who, mail)))
            writing(here, post, who, mail, states.revision)


def _facts(
    here: Here, post: Post, who: PersonKey, mail: MailRow | None, others: list[str]
) -> dict[str, Any]:
    letter = post.letters[who]
    return {
        "address": address(here, "applicants", persoon=who),
        "name": letter.to.name or letter.to.label,
        "company": letter.to.company if letter.to.name else "",
        "outcome": say(f"letter.is_{letter.outcome}", language()),
        "group": letter.group,
        "email": letter.email,
        "no_email": "" if mail_address(letter.email) else t("no_email"),
        "others": t("others", people=others) if others else "",
        "marks": _marks(post, who),
        "kind": "none" if mail is None else mail.state,
        "state": "" if mail is None else _state(mail),
        "fault": "" if mail is None or mail.fault is None else _fault(mail),
    }


def _marks(post: Post, who: PersonKey) -> list[str]:
    """What is otherwise than with the others."""
    kept, marks = post.kept.get(who), []
    if kept is not None and kept.text:
        marks.append(t("mark_stale" if kept.stale else "mark_written"))
    spoken = post.letters[who].spoken(post.language)
    return [*marks, *([] if spoken is post.language else [t(f"mark_{spoken}")])]


def _state(mail: MailRow) -> str:
    said = say(f"posting.state_{mail.state}", language())
    return f"{said}: {clock(mail.began)}" if mail.state is State.SENT else said


def _fault(mail: MailRow) -> str:
    return say(f"posting.fault_{mail.fault}", language())


def as_read(post: Post, who: PersonKey, mail: MailRow | None) -> dict[str, Any]:
    """What went, where it did or may have; else as it would go now."""
    if mail is not None and mail.state in MAY_BE_THERE:
        return _went(mail)
    letter = post.letters[who]
    return {
        "language": letter.spoken(post.language).value,
        "subject": letter.subject(post.sender, post.language),
        "paragraphs": letter.paragraphs(post.sender, post.language),
        "below": letter.below(post.sender),
    }


def _went(mail: MailRow) -> dict[str, Any]:
    if mail.written is None:
        return {"subject": t("words_gone"), "paragraphs": ()}
    return {"subject": mail.written.subject, "paragraphs": mail.written.text.split("\n\n")}
