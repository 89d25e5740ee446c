"""What the page is drawn from, and how an act on it is done: on what was seen, told in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from cohorts.composing.foreseen import Foreseen, foreseen
from cohorts.errors import CohortsError
from cohorts.intake import Applicants
from cohorts.pages.here import Here
from cohorts.pages.told import page_words, trouble
from cohorts.rounds.asking.asked import Asked, asked_of
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.people.kept_people import KeptPeople, people_of

t = page_words("composing")
SEEN, TROUBLE = "composing_seen", "composing_trouble"
_FORESEEN: LastFew[tuple[Applicants, Foreseen]] = LastFew(8)


@dataclass(frozen=True, eq=False)
class Page:
    """``confirmed``: there are people; without them nothing is foreseen."""

    here: Here
    asked: Asked
    people: KeptPeople
    foreseen: Foreseen

    @property
    def confirmed(self) -> bool:
        """Whether there are people of whom something can be said."""
        return bool(self.people.version)


def looked(here: Here) -> Page:
    """As everything stands now."""
    people = people_of(here.store, here.actor, here.round)
    asked = asked_of(here.store, here.actor, here.round)
    return Page(here, asked, people, _foreseen(people, asked) if people.version else Foreseen(None))


def _foreseen(people: KeptPeople, asked: Asked) -> Foreseen:
    """Worked out once for what stands: who was erased or mended since makes other applicants."""
    applicants = people.applicants
    # the very applicants are kept with what was foreseen: no others can get their number
    place = (id(applicants), asked.digest, asked.revision, date.today())  # noqa: DTZ011 - as composing
    _, found = _FORESEEN.get(
        place, lambda: (applicants, foreseen(applicants, asked.programme, asked.given))
    )
    return found


def seen_before(page: Page) -> int:
    """The revision that was on the screen; from now on it is this one."""
    key = f"{SEEN}_{page.here.round}"
    before: int = st.session_state.get(key, page.asked.revision)
    st.session_state[key] = page.asked.revision
    return before


def done(here: Here, place: str, act: Callable[[int], int]) -> bool:
    """Does an act on what was on the screen; what is refused is told at ``place``.

    ``act``: the revision that was seen → the new one. Gives whether it went well.
    """
    key = f"{SEEN}_{here.round}"
    try:
        st.session_state[key] = act(st.session_state[key])
    except CohortsError as error:
        st.session_state[TROUBLE] = (place, error)
        return False
    return True


def pressed(here: Here, place: str, act: Callable[[int], int]) -> None:
    """The same, for a button."""
    done(here, place, act)


def is_told() -> bool:
    """Whether something was refused that some place is about to tell."""
    return TROUBLE in st.session_state


def told_here(place: str) -> None:
    """What was refused at this place, once."""
    where, error = st.session_state.get(TROUBLE, ("", None))
    if error is not None and where == place:
        del st.session_state[TROUBLE]
        trouble(error)
