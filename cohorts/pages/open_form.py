"""A form that shows what is kept, and keeps what is typed: never over what another kept meanwhile.

What somebody began to type in stays as they had it before them, whatever is kept since; their press
then counts for what they saw. Nothing typed: the form shows what stands now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from cohorts.errors import StaleError
from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import language, plain, trouble
from cohorts.words import say

Shown = TypeVar("Shown")


@dataclass(frozen=True)
class OpenForm(Generic[Shown]):
    """``number``: how often it began anew. ``seen``: the revision of ``stood``, what it shows."""

    place: str
    number: int
    seen: int
    stood: Mapping[str, Shown]

    def key(self, field: str) -> str:
        """What a widget of it is called."""
        return _key(self.place, self.number, field)

    def keep(self, act: Callable[[], object]) -> None:
        """Draws anew once it is kept, or once somebody turns out to have been first."""
        with acting() as done:
            try:
                act()
            except StaleError as error:
                st.session_state[f"{self.place}_refused"] = error, self._typed()
        if done:
            st.session_state[self.place] = (self.number + 1, self.seen, self.stood)
            st.rerun()

    def tell(self) -> None:
        """That somebody was first, once; and what was typed, to be taken from there."""
        refused = st.session_state.pop(f"{self.place}_refused", None)
        if refused is not None:
            error, typed = refused
            trouble(error)
            for text in typed:
                st.markdown(plain(say("shell.you_typed", language())))
                st.text(text)

    def _typed(self) -> list[str]:
        now = {name: st.session_state.get(self.key(name)) for name in self.stood}
        return [
            text for name, text in now.items() if isinstance(text, str) and text != self.stood[name]
        ]


def open_form(
    here: Here, object_: str, revision: int, stands: Mapping[str, Shown]
) -> OpenForm[Shown]:
    """``stands``: what is kept, by the name of its field."""
    place = f"open_{here.round}_{object_}"
    number, seen, stood = st.session_state.get(place, (0, revision, stands))
    untouched = all(
        st.session_state.get(_key(place, number, name), was) == was for name, was in stood.items()
    )
    if untouched and (seen, stood) != (revision, stands):
        number, seen, stood = number + 1, revision, stands
    st.session_state[place] = (number, seen, stood)
    return OpenForm(place, number, seen, stood)


def _key(place: str, number: int, field: str) -> str:
    return f"{place}_{number}_{field}"
