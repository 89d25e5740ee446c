"""Everybody of a round as this list shows them: calls, ticks, and what they heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.pages.here import Here
from cohorts.pages.sought import folded
from cohorts.people.applicant import Applicant
from cohorts.rounds.calling.calls_of import Call, Called, calls_of
from cohorts.rounds.calling.ticks_of import ticks_of
from cohorts.rounds.calling.who_leaves import LEAVING
from cohorts.rounds.deciding.decided_seats import decided_aside, decided_seats
from cohorts.rounds.deciding.told_of import Told, knows, last_told, told_of
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.people.once_there import withdrawn_of
from cohorts.rounds.reserving.asked_rows import Asking
from cohorts.rounds.reserving.reserve_of import reserve_of, waiting_for
from cohorts.rounds.standings.instead import instead_of
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey

TO_CALL = (None, Called.NO_ANSWER)


@dataclass(frozen=True, eq=False)
class Listed:
    """Somebody of the list.

    ``there``: not withdrawn. ``away``: a tie keeps whoever looks from them. ``revision``: of who is
    in the round. ``seated``: took part in the decision that stands; ``aside``: was set aside in it;
    ``seat``: their group, None: no place; ``heard``: what they were told last; ``due``: that is not
    what was decided, of who was set aside where they heard of a place; ``asked``: for a place that
    came free.
    """

    person: PersonKey
    one: Applicant
    there: bool
    away: bool
    revision: int
    calls: Sequence[Call]
    ticks: frozenset[str]
    seated: bool
    aside: bool
    seat: int | None
    heard: Told | None
    due: bool
    asked: Asking | None = None

    @property
    def state(self) -> Called | None:
        """What the last call came to; None: they were not called."""
        return self.calls[-1].state if self.calls else None

    @property
    def over(self) -> bool:
        """Whether the time to think that they were given has passed."""
        until = self.calls[-1].until if self.calls else None
        return until is not None and until < now()

    @property
    def to_call(self) -> bool:
        """Whether nobody reached them yet."""
        return self.there and not self.away and self.state in TO_CALL

    @property
    def leaves(self) -> bool:
        """Whether they said that they do not take part, and are in the round."""
        return self.there and self.state in LEAVING


def everybody(here: Here, kept: KeptPeople) -> list[Listed]:
    """By name, also who withdrew."""
    of = (here.store, here.actor, here.round)
    calls, ticks, seats = calls_of(*of), ticks_of(*of), decided_seats(*of)
    aside = decided_aside(*of)
    heard, tied = last_told(told_of(*of)), instead_of(*of)
    away = tied.kept_from if tied else frozenset()
    reserve = reserve_of(*of)
    asked = {one.person: one for one in waiting_for(reserve)} if reserve is not None else {}

    def listed(person: PersonKey, one: Applicant) -> Listed:
        return Listed(
            person,
            one,
            there=person in kept.who,
            away=person in away,
            revision=kept.revision,
            calls=calls.get(person, ()),
            ticks=ticks.get(person, frozenset()),
            seated=person in seats,
            aside=person in aside,
            seat=seats.get(person),
            heard=heard.get(person),
            due=person in seats.keys() | (aside & heard.keys())
            and not knows(heard, person, seats.get(person)),
            asked=asked.get(person),
        )

    people = {**withdrawn_of(*of), **kept.shown}
    found = [listed(person, one) for person, one in people.items()]
    return sorted(found, key=lambda who: (folded(who.one.name or who.one.label), who.one.id))
