"""Letters on a decision to the first few who take part."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.rounds.deciding.decision import standing
from cohorts.rounds.posting.about import About, about_decision
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.rounds.posting.queue_mail import Queued, queue_mail
from cohorts.rounds.posting.written import Written
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.store.keys import Key, PersonKey
from tests.cohorts.rounds.deciding.decided_round import Decided

TEXT = "Beste Zoë,\n\nU doet mee.\n.\n..Met een punt"


def address_of(person: PersonKey) -> str:
    return f"{person}@voorbeeld.nl"


@dataclass(frozen=True)
class Posting:
    """``whom``: to whom a letter was put in the queue."""

    round: Decided
    about: About
    whom: tuple[PersonKey, ...]

    def queue(self, *whom: PersonKey, text: str = TEXT, to: str = "") -> Queued:
        letters = {
            one: Written(to or address_of(one), "Uw aanmelding", text) for one in whom or self.whom
        }
        return queue_mail(*self.round.of, self.about, letters)

    def mail(self, *whom: PersonKey) -> list[Key]:
        """The keys of these letters; of all where nobody is named."""
        found = mail_states(*self.round.of, self.about).by_person
        return [one.key for who, one in found.items() if who in (whom or self.whom)]

    def states(self) -> dict[PersonKey, State]:
        return {
            who: one.state for who, one in mail_states(*self.round.of, self.about).by_person.items()
        }


def queued(here: Decided, count: int = 3) -> Posting:
    """Decided, and this many letters wait."""
    if standing(here.decisions) is None:
        here.decide()
    last = standing(here.decisions)
    assert last is not None
    with here.store.reading() as connection:
        whom = tuple(sorted(seats_in(connection, here.proposal)))[:count]
    made = Posting(here, about_decision(last.key), whom)
    made.queue()
    return made
