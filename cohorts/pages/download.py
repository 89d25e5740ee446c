"""A file to take along: made at the click, for whoever may still read the round then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from cohorts.pages.here import Here
from cohorts.rounds.act import check_may
from cohorts.rounds.roles import READERS, Role


def download(
    here: Here,
    label: str,
    make: Callable[[], bytes],
    file: str,
    *,
    mime: str,
    key: str,
    may: frozenset[Role] = READERS,
) -> None:
    """A button for it. ``file``: what it is called; ``make``: what is in it; ``may``: who takes it.

    The button may stand on a page that was drawn long ago: its click runs nothing else.
    """
    st.download_button(
        label,
        partial(made, here, make, may),
        file_name=file,
        mime=mime,
        key=key,
        on_click="ignore",
    )


def made(here: Here, make: Callable[[], bytes], may: frozenset[Role] = READERS) -> bytes:
    """Raises RefusedError where the login has ended since, or the role in the round was taken."""
    check_may(here.store, here.actor, here.round, may=may)
    return make()
