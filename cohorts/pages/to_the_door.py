"""A login that ended while a page stood open: to the door, which says so and leads back here."""

from __future__ import annotations

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.pages.told import plain, shell_words, trouble
from cohorts.pages.under import under

ENDED = "uit"
"""In the address of the door: whoever comes there was at work."""


def to_the_door() -> None:
    """The script of the shell follows the link, and adds the language and the way back."""
    st.html(f'<a class="go" href="{under("/login")}?{ENDED}=ja">{shell_words("log_in_again")}</a>')
    st.markdown(plain(shell_words("logged_out")))


def refusal(error: CohortsError) -> None:
    """Every fault in words; where it is that the login has ended, the way to the door."""
    if any(one.code == "rounds.logged_out" for one in error.problems):
        to_the_door()
    else:
        trouble(error)
