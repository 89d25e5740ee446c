"""What happens where a page goes wrong by a fault of ours: words, a number, a line in the log.

The log gets the number, the kind of fault and where in the code it was: never what the fault says,
which may quote somebody's answers.
"""

from __future__ import annotations

import logging
import traceback
from urllib.parse import urlencode

import streamlit as st
from jinja2 import Environment

from cohorts.errors import CohortsError
from cohorts.pages.to_the_door import refusal
from cohorts.pages.told import plain, shell_words
from cohorts.store.keys import new_key

LOG = logging.getLogger("cohorts.pages")
DIGITS = 8
INNERMOST = 9
AGAIN = Environment(autoescape=True).from_string('<p><a href="{{ address }}">{{ label }}</a></p>')


def told_in_words(fault: Exception) -> bool:
    """Shows it where the page stopped; true, so that nothing else is shown of it."""
    if isinstance(fault, CohortsError):
        refusal(fault)
        _again()
        return True
    number = logged(fault)
    st.error(plain(shell_words("broken")) + " " + plain(shell_words("broken_id", id=number)))
    _again()
    return True


def _again() -> None:
    """A way on: what went wrong before the page was drawn leaves nothing else of it."""
    address = f"?{urlencode(st.query_params.to_dict())}"
    st.html(AGAIN.render(address=address, label=shell_words("again")))


def logged(fault: Exception) -> str:
    """Writes where in the code it was; gives the number it has in the log."""
    number = new_key()[:DIGITS]
    places = " ← ".join(
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(fault.__traceback__)[:-INNERMOST:-1]
    )
    LOG.error("%s %s at %s", number, type(fault).__name__, places)
    return number
