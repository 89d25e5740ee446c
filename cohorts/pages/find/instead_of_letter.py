"""What can be read aloud to somebody of whom something is decided, and who has no letter of it."""

from __future__ import annotations

from cohorts.pages.find.refused_now import refused_now
from cohorts.pages.here import Here
from cohorts.pages.told import page_words
from cohorts.rounds.posting.held_back import Held, held_back
from cohorts.store.keys import PersonKey

t = page_words("find")


def instead_of_letter(here: Here, person: PersonKey) -> tuple[str, ...]:
    """Only what is true today; nothing where they stopped, or were not part of it."""
    of = (here.store, here.actor, here.round)
    if held_back(*of, None).get(person) is Held.SAID_YES:
        return (t("said_yes"), *(refused_now(here, person) or (t("said_yes_waits"),)))
    return ()
