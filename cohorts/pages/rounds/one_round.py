"""What can be done with a round as a whole: another name, a copy, away, along to elsewhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, plain
from cohorts.pages.ways import go
from cohorts.pages.with_names import locked
from cohorts.pages.zip_name import zip_name
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.life.copy_round import copy
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.may_export import check_take_along
from cohorts.rounds.life.new_round import OBJECT
from cohorts.rounds.life.put_away import archive, take_back
from cohorts.rounds.life.rename import rename
from cohorts.rounds.life.rounds_of import RoundHead
from cohorts.rounds.locked import new_password
from cohorts.rounds.roles import ORGANISERS

t = page_words("rounds")
LONGEST = 100


def one_round(here: Here, one: RoundHead) -> None:
    """A dialogue over the list; what it changes is what stood there when it was opened."""
    with look(here.store, here.actor, one.key, may=ORGANISERS) as connection:
        seen = revision_of(connection, one.key, OBJECT)
    st.dialog(plain(one.name), width="small")(lambda: _acts(here, one, seen))()


def _acts(here: Here, one: RoundHead, seen: int) -> None:
    name = st.text_input(t("name"), one.name, key="round_name", max_chars=LONGEST)
    if st.button(t("rename"), key="rename", disabled=name == one.name):
        with acting() as done:
            rename(here.store, here.actor, one.key, name, seen=seen)
        if done:
            st.rerun()
    st.markdown(plain(t("copy_about")))
    if st.button(t("copy"), key="copy"):
        with acting() as done:
            new = copy(here.store, here.actor, one.key, t("copy_of", name=one.name)[:LONGEST])
        if done:
            go(here, "now", ronde=new)
    st.markdown(plain(t("take_along_about")))
    if st.button(t("take_along"), key="take_along"):
        with acting() as done:
            check_take_along(here.store, here.actor, one.key)
        if done:
            _take(here, one)
    _archive(here, one)


def _take(here: Here, one: RoundHead) -> None:
    make = partial(export_round, here.store, here.actor, one.key)  # which logs that it is taken
    of_round = replace(here, round=one.key)
    name = zip_name(one.name)
    locked(of_round, make, name, new_password(), key="take_along", logs=False)


def _archive(here: Here, one: RoundHead) -> None:
    label, act = ("unarchive", take_back) if one.archived else ("put_away", archive)
    st.markdown(plain(t(f"{label}_about")))
    if st.button(t(label), key=label):
        with acting() as done:
            act(here.store, here.actor, one.key)
        if done:
            st.rerun()
