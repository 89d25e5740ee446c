"""What can be read aloud to somebody of whom something is decided, and who has no letter of it."""

from __future__ import annotations

from cohorts.pages.find.refused_now import refused_now
from cohorts.pages.here import Here
from cohorts.pages.moment import day
from cohorts.pages.told import page_words
from cohorts.rounds.act import look
from cohorts.rounds.deciding.decision import decisions_in, decisions_of, opened_again
from cohorts.rounds.deciding.told_of import last_told, told_of
from cohorts.rounds.posting.held_back import Held, held_back
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.rounds.roles import READERS
from cohorts.store.keys import PersonKey

t = page_words("find")


def instead_of_letter(here: Here, person: PersonKey) -> tuple[str, ...]:
    """Only what is true today; nothing where they stopped, or were not part of it.

    Of a decision that was opened again: what they heard of it, which may change.
    """
    of = (here.store, here.actor, here.round)
    if held_back(*of, None).get(person) is Held.SAID_YES:
        return (t("said_yes"), *(refused_now(here, person) or (t("said_yes_waits"),)))
    return _opened_again(here, person)


def _opened_again(here: Here, person: PersonKey) -> tuple[str, ...]:
    of = (here.store, here.actor, here.round)
    if not opened_again(decisions_of(*of)):
        return ()
    heard = last_told(told_of(*of)).get(person)
    if heard is not None:
        then = t("then_no_place") if heard.group is None else t("then_group", group=heard.group)
        return (t("reopened_heard", day=day(heard.on), then=then),)
    with look(*of, may=READERS) as connection:
        part = person in seats_in(connection, decisions_in(connection, here.round)[-1].proposal)
    return (t("reopened"),) if part else ()
