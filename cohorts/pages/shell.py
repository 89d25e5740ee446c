"""What is round every page: who is there, which round, the head and the steps."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cohorts.errors import Problem, RefusedError
from cohorts.pages.current_user import current_user, login
from cohorts.pages.head import head
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.kept import store
from cohorts.pages.page_list import Leaf
from cohorts.pages.to_the_door import to_the_door
from cohorts.pages.told import SPOKEN, language, plain, shell_words, trouble
from cohorts.pages.ways import LANGUAGE, ROUND, way
from cohorts.rounds.life.rounds_of import RoundHead, rounds_of
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import Key, RoundKey
from cohorts.words import Language

BACK = "terug"
"""Where whoever logs in again goes back to."""
LANGUAGES = {language.value for language in Language}


def drawn(leaf: Leaf) -> None:
    """A page within its shell."""
    asked = st.query_params.get(LANGUAGE, "")
    st.session_state[SPOKEN] = asked if asked in LANGUAGES else Language.NL.value
    actor = current_user(store())
    if actor is None:
        _title(leaf, None)
        to_the_door()
        return
    round_ = RoundKey(Key(st.query_params.get(ROUND, ""))) if leaf.of_round else NOWHERE
    here = Here(store(), actor, round_, language(), login())
    known = _known(here, leaf) if leaf.of_round else None
    _title(leaf, known)
    head(here, leaf, known)
    if known is not None:
        here = replace(here, reads_only=_reads_only(leaf, known))
    with st.container(key=f"page_{leaf.room}"):
        if leaf.of_round and known is None:
            _refused(here)
        else:
            leaf.draw(here)


NOWHERE = RoundKey(Key(""))


def _reads_only(leaf: Leaf, known: RoundHead) -> bool:
    """By their role, or because the round is put away; said where organisers could change it."""
    why = "archived" if known.archived else "no_organiser"
    reads_only = known.archived or leaf.acted_by.isdisjoint(known.roles)
    if known.archived or (reads_only and leaf.acted_by >= ORGANISERS):
        st.info(plain(shell_words(f"reads_{why}")))
    return reads_only


def _known(here: Here, leaf: Leaf) -> RoundHead | None:
    """None where no role of theirs in it sees this page, or where there is no such round."""
    for one in rounds_of(here.store, here.actor):
        if one.key == here.round and not leaf.seen_by.isdisjoint(one.roles):
            return one
    return None


def _title(leaf: Leaf, known: RoundHead | None) -> None:
    names = [shell_words(f"room_{leaf.room}"), known.name if known else "", shell_words("product")]
    st.set_page_config(page_title=" – ".join(filter(None, names)), layout="wide")


def _refused(here: Here) -> None:
    """The same words whether the round is another's or was never there."""
    heading(shell_words("refused"))
    trouble(RefusedError(Problem("rounds.not_yours")))
    way(here, "rounds", shell_words("to_rounds"))
