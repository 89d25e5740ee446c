"""A form that shows what is kept, and keeps what is typed: never over what another kept meanwhile.

What somebody began to type in stays as they had it before them, whatever is kept since; their press
then counts for what they saw. Where somebody was first, what was typed stands in its fields again,
beside what is kept by now: pressed once more, it is kept knowingly. Nothing typed: the form shows
what stands now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Generic, TypeVar

import streamlit as st

from cohorts.errors import StaleError
from cohorts.pages.acting import acting
from cohorts.pages.here import Here
from cohorts.pages.told import plain, shell_words, trouble

Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Refused(Generic[Shown]):
    """Somebody was first. ``before``: what stood until then; ``typed``: what was typed over it."""

    error: StaleError
    before: Mapping[str, Shown]
    typed: Mapping[str, Shown]


@dataclass(frozen=True)
class OpenForm(Generic[Shown]):
    """``number``: how often it began anew. ``seen``: the revision of ``stood``, what is kept.

    ``shown``: with what its fields begin: what is kept, or what was typed before it was
    ``refused``.
    """

    place: str
    number: int
    seen: int
    stood: Mapping[str, Shown]
    shown: Mapping[str, Shown]
    refused: Refused[Shown] | None = None

    def key(self, field: str) -> str:
        """What a widget of it is called."""
        return f"{self.place}_{self.number}_{field}"

    def keep(self, act: Callable[[], object]) -> None:
        """Draws anew once it is kept, or once somebody turns out to have been first."""
        with acting() as done:
            try:
                act()
            except StaleError as error:
                st.session_state[_refused(self.place)] = Refused(error, self.stood, self.typed())
        if done:
            anew = OpenForm(self.place, self.number + 1, self.seen, self.stood, self.stood)
            st.session_state[self.place] = anew
            st.rerun()

    def tell(self, labels: Mapping[str, str] | None = None) -> None:
        """That somebody was first, and what they kept, while what was typed stands in its fields.

        ``labels``: what its fields are called, where there are several.
        """
        if self.refused is None:
            return
        trouble(self.refused.error)
        typed = self.typed()
        if not typed:  # said once
            st.session_state[self.place] = replace(self, refused=None)
            return
        st.markdown(plain(shell_words("typed_back")))
        before = self.refused.before
        kept = {name: now for name, now in self.stood.items() if name in typed}
        kept = {name: now for name, now in kept.items() if now != before.get(name)}
        if kept:
            st.markdown(plain(shell_words("typed_instead")))
        for name, now in kept.items():
            label = (labels or {}).get(name, "")
            st.text(f"{label}: {_said(now)}" if label else _said(now))

    def typed(self) -> dict[str, Shown]:
        """What stands in its fields and is not kept, by name."""
        now = {
            name: st.session_state.get(self.key(name), was)
            for name, was in self.shown.items()
            if name in self.stood
        }
        return {name: text for name, text in now.items() if text != self.stood[name]}

    @property
    def was_refused(self) -> bool:
        """Whether what is typed stands in it again: no fold hides that."""
        return self.refused is not None

    @property
    def untouched(self) -> bool:
        """Whether nobody typed in it since it was drawn."""
        return all(
            st.session_state.get(self.key(one), was) == was for one, was in self.stood.items()
        )


def open_form(
    here: Here, object_: str, revision: int, stands: Mapping[str, Shown]
) -> OpenForm[Shown]:
    """``stands``: what is kept, by the name of its field."""
    place = f"open_{here.round}_{object_}"
    form: OpenForm[Shown] = st.session_state.get(
        place, OpenForm(place, 0, revision, stands, stands)
    )
    refused: Refused[Shown] | None = st.session_state.pop(_refused(place), None)
    if refused is not None:
        shown = {**stands, **refused.typed}
        form = OpenForm(place, form.number + 1, revision, stands, shown, refused)
    elif form.untouched and (form.seen, form.stood) != (revision, stands):
        form = OpenForm(place, form.number + 1, revision, stands, stands)
    st.session_state[place] = form
    return form


def _refused(place: str) -> str:
    return f"{place}_refused"


def _said(value: object) -> str:
    """As its field shows it."""
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value) if value not in (None, "") else shell_words("nothing_kept")
