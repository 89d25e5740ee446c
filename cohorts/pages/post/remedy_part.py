"""What every letter says that somebody can do who does not agree."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cohorts.pages.here import Here
from cohorts.pages.open_form import open_form
from cohorts.pages.post.which import WIDE
from cohorts.pages.told import page_words, plain
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.posting.contact import LONGEST as LONGEST_CONTACT
from cohorts.rounds.posting.contact import OBJECT as OF_CONTACT
from cohorts.rounds.posting.contact import set_contact
from cohorts.rounds.posting.remedy import LONGEST, OBJECT, Remedy, remedy_of, set_remedy
from cohorts.rounds.roles import READERS
from cohorts.words import Language

t = page_words("post")


def remedy_part(here: Here) -> None:
    """Folded: it is said once a round."""
    if here.reads_only:
        return
    with look(here.store, here.actor, here.round, may=READERS) as connection:
        seen = revision_of(connection, here.round, OBJECT)
        asked = revision_of(connection, here.round, OF_CONTACT)
    found = remedy_of(here.store, here.actor, here.round)
    _contact(here, found, asked)
    said = {language.value: text for language, text in found.said.items()}
    form = open_form(here, OBJECT, seen, said)
    with st.expander(t("remedy"), expanded=form.was_refused):
        st.markdown(plain(t("remedy_about")))
        typed = {
            language: st.text_area(
                t(f"language_{language}"),
                form.shown[language.value],
                key=form.key(language.value),
                max_chars=LONGEST,
                height=96,
                width=WIDE,
            )
            for language in Language
        }
        if st.button(t("keep_remedy"), key=form.key("keep")):
            of, own = (here.store, here.actor, here.round), _own(found, form.stood, typed)
            form.keep(lambda: set_remedy(*of, own, seen=form.seen))
    form.tell({language.value: t(f"language_{language}") for language in Language})


def _own(
    found: Remedy, stood: Mapping[str, str], typed: Mapping[Language, str]
) -> dict[Language, str]:
    """Where nothing was typed it stays as it is kept: the usual words may be others by now."""
    kept = {one: "" if text == found.usual[one] else text for one, text in found.said.items()}
    return {one: kept[one] if text == stood[one.value] else text for one, text in typed.items()}


def _contact(here: Here, found: Remedy, seen: int) -> None:
    """Asked in the open where letters would say "call or write", and not where."""
    if found.to_ask:
        st.warning(plain(t("contact_needed")))
    form = open_form(here, OF_CONTACT, seen, {"said": found.contact})
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input(
            t("contact"),
            form.shown["said"],
            key=form.key("said"),
            max_chars=LONGEST_CONTACT,
            width=WIDE,
        )
        pressed = st.button(t("keep_contact"), key=form.key("keep"))
    if pressed:
        of = (here.store, here.actor, here.round)
        form.keep(lambda: set_contact(*of, typed or "", seen=form.seen))
    form.tell()
