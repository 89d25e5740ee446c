"""The page *Zoek iemand*: anybody's card at once, for whoever has them on the telephone."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from cohorts.pages.find.card import card
from cohorts.pages.find.whom import AT_ONCE, everybody, matching
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import go, way
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.keys import Key, PersonKey

t = page_words("find")
PERSON = "persoon"
STYLE = f"<style>{(files(__name__) / 'look.css').read_text('utf-8')}</style>"


def draw(here: Here) -> None:
    """One who is found stands there at once; of several, who is meant is asked."""
    st.html(STYLE)
    kept = people_of(here.store, here.actor, here.round)
    people = everybody(here, kept)
    chosen = PersonKey(Key(st.query_params.get(PERSON, "")))
    if chosen in people:
        way(here, "find", t("another"))
        card(here, kept, chosen, people[chosen])
        return
    heading(t("head"), t("about"))
    sought = (
        st.text_input(t("search"), key="zoek", bind="query-params", type="search", width=640) or ""
    )
    if not sought.strip():
        return
    found = matching(people, sought)
    if not found:
        st.markdown(plain(t("nobody")))
    elif len(found) == 1:
        go(here, "find", persoon=found[0])
    else:
        st.markdown(plain(t("several", count=len(found))))
        for who in found[:AT_ONCE]:
            one = people[who]
            said = " · ".join(filter(None, (one.name, one.company, one.place))) or one.label
            # a link on the page itself leaves what is sought in the address, and a press on the
            # card would then be lost
            if st.button(plain(said), key=f"found_{who}", type="tertiary"):
                go(here, "find", persoon=who)
        if len(found) > AT_ONCE:
            st.markdown(plain(t("more", count=len(found) - AT_ONCE)))
