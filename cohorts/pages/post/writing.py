"""A letter written otherwise by hand: kept as it is, taken back, in another language."""

from __future__ import annotations

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.moment import clock
from cohorts.pages.told import page_words, plain
from cohorts.reports.letters.own_reason import names_any
from cohorts.reports.letters.post import Post
from cohorts.rounds.posting.mail_rows import MailRow, State
from cohorts.rounds.posting.queue_mail import NEW_WORDS
from cohorts.rounds.posting.write_letter import LONGEST, write_letter
from cohorts.store.keys import PersonKey
from cohorts.words import Language

t = page_words("post")
WIDE = 720
OTHER = {Language.NL: Language.EN, Language.EN: Language.NL}


def writing(here: Here, post: Post, who: PersonKey, mail: MailRow | None, seen: int) -> None:
    """Under the letter; only looked at where it may have gone."""
    kept, letter = post.kept.get(who), post.letters[who]
    spoken = letter.spoken(post.language)
    if kept is not None and kept.text:
        key = "stale" if kept.stale else "written_by"
        said = plain(t(key, by=kept.by, at=clock(kept.at)))
        st.warning(said) if kept.stale else st.markdown(said)
        others = (one.to for each, one in post.letters.items() if each != who)
        if names_any(kept.text, others):
            st.warning(plain(t("names_others")))
    if here.reads_only or (mail is not None and mail.state not in NEW_WORDS):
        return
    if mail is not None and mail.state is State.WAITING:
        st.markdown(plain(t("waits")))
    asked = _asked(post, who, spoken)
    if asked is None:
        return
    language, text = asked
    with acting() as done:
        write_letter(
            *(here.store, here.actor, here.round, post.about, who),
            language=language,
            text=text,
            seen=seen,
        )
    if done:
        st.rerun()


def _asked(post: Post, who: PersonKey, spoken: Language) -> tuple[Language, str] | None:
    """In what language, and what it says; "": as it is made. None: nothing was pressed."""
    kept = post.kept.get(who)
    # named by what was seen: a press counts for that text and no other
    of = f"{who}_{'' if kept is None else kept.at}"
    with st.expander(t("write"), key=f"write_{of}"):
        typed = st.text_area(
            t("text"),
            "\n\n".join(post.letters[who].paragraphs(post.sender, post.language)),
            key=f"text_{of}_{spoken}",
            max_chars=LONGEST,
            height=360,
            width=WIDE,
        )
        if st.button(t("keep_text"), key=f"keep_{of}"):
            return spoken, typed or ""
    with st.container(horizontal=True):
        if kept is None or not kept.text:
            other = OTHER[spoken]
            return (other, "") if st.button(t(f"in_{other}"), key=f"in_{other}_{of}") else None
        if kept.stale and st.button(t("still_right"), key=f"right_{of}"):
            return spoken, kept.text
        return (spoken, "") if st.button(t("as_made"), key=f"made_{of}") else None
