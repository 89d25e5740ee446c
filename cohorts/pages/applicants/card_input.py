"""One field of a card: what is typed is kept as soon as the field is left."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.intake.fields.column_kinds import JOINED
from cohorts.pages.applicants.cell_note import Sort, cell_note
from cohorts.pages.applicants.cell_said import OPTIONS, cell_typed, option_said
from cohorts.pages.applicants.faulty import fault_said, faulty_of
from cohorts.pages.applicants.named import label_of
from cohorts.pages.applicants.take_file import t
from cohorts.pages.here import Here
from cohorts.pages.told import trouble
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.people.mend import mend
from cohorts.store.keys import PersonKey

LINES = 96
"""Pixels of a text of several lines."""


def card_input(here: Here, kept: KeptPeople, person: PersonKey, column: str) -> None:
    """With what the reader says of what stands there, and a mark where it was typed by hand."""
    key = f"card_{person}_{column}"
    changed = partial(_changed, here, kept, person, column, key)
    written = st.session_state.get(key)
    if written not in (None, _stands(kept, person, column), st.session_state.get(f"handled_{key}")):
        # the next change can cut off what keeps this one, and then nobody calls it again
        changed()
        kept = people_of(here.store, here.actor, here.round)
    typed = kept.typed[person].cells if person in kept.typed else {}
    wrong = next((f for f in faulty_of(kept, person) if f.column == column), None)
    stands = _stands(kept, person, column)
    # set only where it differs: what is half typed elsewhere on the card stays
    if st.session_state.get(key) != stands:
        st.session_state[key] = stands
    st.session_state[f"handled_{key}"] = stands
    label = label_of(column)
    if column in typed:
        label = t("by_hand", label=label)
    if column in OPTIONS and stands in ("", *OPTIONS[column]):
        st.selectbox(
            label,
            ["", *OPTIONS[column]],
            format_func=lambda code: option_said(column, code) if code else t("not_known"),
            key=key,
            on_change=changed,
            disabled=here.reads_only,
        )
    elif column in JOINED:
        st.text_area(label, height=LINES, key=key, on_change=changed, disabled=here.reads_only)
    else:
        st.text_input(label, key=key, on_change=changed, disabled=here.reads_only)
    if wrong is not None:
        cell_note(wrong.fault, Sort.FAULT)
    _of_the_last_change(key)


def _stands(kept: KeptPeople, person: PersonKey, column: str) -> str:
    """What is in the field: of what could not be read, as it was written."""
    wrong = next((f for f in faulty_of(kept, person) if f.column == column), None)
    return cell_typed(kept.who[person], column) if wrong is None else wrong.text


def _of_the_last_change(key: str) -> None:
    """Said once: what was refused, or what the reader made of it."""
    refused = st.session_state.pop(f"refused_{key}", None)
    if isinstance(refused, CohortsError):
        trouble(refused)
    for remark in st.session_state.pop(f"noted_{key}", ()):
        cell_note(fault_said(remark), Sort.NOTED)


def _changed(here: Here, kept: KeptPeople, person: PersonKey, column: str, key: str) -> None:
    """Before the page is drawn anew. Refused where this field is no longer what was seen.

    Who types in two fields at once has both.
    """
    written = st.session_state[key] or ""
    now = people_of(here.store, here.actor, here.round)
    here_still = person in now.who and _stands(now, person, column) == _stands(kept, person, column)
    seen = now.revision if here_still else kept.revision
    try:
        noted = mend(
            here.store,
            here.actor,
            here.round,
            person,
            {column: written},
            seen=seen,
        )
    except CohortsError as error:
        st.session_state[f"refused_{key}"] = error
        st.session_state[f"handled_{key}"] = written
        return
    # what could not be read is told of the cell as it stands
    kept_now = people_of(here.store, here.actor, here.round)
    wrong = {f.column for f in faulty_of(kept_now, person)}
    st.session_state[f"noted_{key}"] = [r for r in noted if (r.about or r.column) not in wrong]
