"""The round that a proposal is of, as it is now."""

from __future__ import annotations

from cohorts.composing.prepare import as_given
from cohorts.composing.proposal import Proposal
from cohorts.intake import Applicants
from cohorts.record.document import document
from cohorts.record.reopen import given_with
from cohorts.round.round import Round
from cohorts.rounds.asking.asked import Asked
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import PersonKey
from cohorts.words import Language

_ROUNDS: LastFew[tuple[Applicants, Proposal, Round]] = LastFew(8)


def round_now(people: KeptPeople, asked: Asked, made: Proposal) -> Round:
    """Of who is there now; what is not given now as it was then.

    Raises InputError where no round can be made of what is asked now.
    """
    applicants = people.applicants
    # the very applicants and proposal are kept with the round: no others can get their numbers
    place = (id(applicants), id(made), asked.digest, asked.revision)

    def prepared() -> tuple[Applicants, Proposal, Round]:
        given = given_with(asked.given, document(made, Language.NL), files=False)
        given["gone"] = [*(asked.given.get("gone") or ())]
        return applicants, made, as_given(applicants, asked.programme, **given)

    return _ROUNDS.get(place, prepared)[2]


def taking_part(people: KeptPeople, now: Round) -> frozenset[PersonKey]:
    """Who is in it: nobody who stopped, withdrew, or may not any more."""
    return frozenset(people.keys.of[who] for who in now.rows)
