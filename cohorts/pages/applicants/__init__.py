"""The page ``applicants``: who applied, from a file or by hand."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from cohorts.errors import InputError
from cohorts.pages.applicants import (
    empty,
    new_person,
    people_list,
    person_card,
    reading,
    unreadable,
)
from cohorts.pages.here import Here
from cohorts.rounds.people.dropped_file import dropped_file
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.keys import Key, PersonKey

PERSON, NEW = "persoon", "nieuw"
STYLE = f"<style>{(files(__name__) / 'look.css').read_text('utf-8')}</style>"


def draw(here: Here) -> None:
    """Somebody's card, the file that waits, or the list; each at its own address."""
    st.html(STYLE)
    asked = st.query_params.get(PERSON, "")
    if asked == NEW and not here.reads_only:
        new_person.draw(here)
        return
    if asked:
        person_card.draw(here, PersonKey(Key(asked)))
        return
    try:
        dropped = dropped_file(here.store, here.actor, here.round)
    except InputError as error:
        unreadable.draw(here, error)
        return
    if dropped is not None and not here.reads_only:
        reading.draw(here, dropped)
    elif people_of(here.store, here.actor, here.round).version:
        people_list.draw(here)
    else:
        empty.draw(here)
