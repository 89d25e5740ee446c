"""Who must hear something if a proposal is decided: by what each of them heard last."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.told_of import Told, knows, last_told, told_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.standings.instead import instead_of
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Heard:
    """Somebody who heard something. ``group``: what it would be now; None: no place."""

    person: PersonKey
    label: str
    heard: Told
    group: int | None


@dataclass(frozen=True)
class ToHear:
    """``again``: who heard another group; ``know``: who heard just this; each by name.

    ``first``: how many of those who take part heard nothing yet.
    """

    again: tuple[Heard, ...]
    first: int
    know: tuple[Heard, ...]


def to_hear(store: Store, actor: Actor, round_: RoundKey, proposal: Proposal) -> ToHear:
    """Nobody who stopped: they have nothing to hear; nor of whom a tie keeps who looks.

    Raises RefusedError.
    """
    heard = last_told(told_of(store, actor, round_))
    people = people_of(store, actor, round_)
    seats = {people.keys.of[who]: group for who, group in seats_of(proposal).items()}
    tied = instead_of(store, actor, round_)
    here = people.who.keys() - (tied.kept_from if tied else frozenset())
    there = {who: group for who, group in seats.items() if who in here}
    stopped = {*proposal.round.gone, *(asked_of(store, actor, round_).given.get("gone") or ())}
    # who takes no part in it has no place either, and may have heard of one
    aside = (here & heard.keys()) - seats.keys() - {people.keys.of[one] for one in stopped}
    known = [
        Heard(who, people.shown[who].label, heard[who], there.get(who))
        for who in (there.keys() & heard.keys()) | aside
    ]
    known.sort(key=lambda one: (one.label.casefold(), one.person))
    know = tuple(one for one in known if knows(heard, one.person, one.group))
    again = tuple(one for one in known if one not in know)
    return ToHear(again, len(there.keys() - heard.keys()), know)
