"""A file with names: by choice, in a zip under a password that is shown once and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

from cohorts.pages.download import download
from cohorts.pages.here import Here
from cohorts.pages.told import plain
from cohorts.rounds.life.take_out import take_out
from cohorts.rounds.locked import lock, new_password
from cohorts.rounds.roles import READERS, Role
from cohorts.words import say

Make = Callable[[], bytes]


def with_names(
    here: Here,
    label: str,
    make: Make,
    file: str,
    *,
    key: str,
    may: frozenset[Role] = READERS,
) -> None:
    """A button that opens a dialogue with the password and the file. ``make``: what is in it."""
    if not st.button(label, key=f"lock_{key}"):
        return
    password = new_password()

    def shown() -> None:
        locked(here, make, file, password, key=key, may=may)

    st.dialog(plain(say("locked.head", here.language)), width="small")(shown)()


def locked(
    here: Here,
    make: Make,
    file: str,
    password: str,
    *,
    key: str,
    may: frozenset[Role] = READERS,
    logs: bool = True,
) -> None:
    """The same in place. ``logs``: that it is taken is an event of the round."""
    st.markdown(plain(say("locked.about", here.language)))
    with st.container(key="password", border=True):
        st.markdown(f"**{password}**")
    st.markdown(plain(say("locked.advice", here.language)))

    def made() -> bytes:
        if logs:
            take_out(here.store, here.actor, here.round, file, named=True, may=may)
        return lock(file, make(), password)

    name = say("locked.name", here.language, name=PurePath(file).stem)
    label = say("locked.take", here.language)
    download(here, label, made, name, mime="application/zip", key=f"locked_{key}", may=may)


def logged(here: Here, make: Make, file: str, *, named: bool) -> Make:
    """The same content; that it is taken along is an event of the round."""

    def made() -> bytes:
        take_out(here.store, here.actor, here.round, file, named=named)
        return make()

    return made
