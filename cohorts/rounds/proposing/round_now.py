"""The round that a proposal is of, as it is now."""

from __future__ import annotations

from cohorts.composing.inputs import Given
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
        given = given_with(
            with_its_groups(asked.given, made), document(made, Language.NL), files=False
        )
        given["gone"] = [*(asked.given.get("gone") or ())]
        return applicants, made, as_given(applicants, asked.programme, **given)

    return _ROUNDS.get(place, prepared)[2]


def with_its_groups(given: Given, made: Proposal) -> Given:
    """What is given, with no fewer groups than somebody sits in: a circle may have begun one more.

    A number of groups that was not given is none.
    """
    asked = given.get("groups")
    last = max(made.composition.groups, default=0)
    return given if asked is None else given | Given(groups=max(asked, last))


def taking_part(people: KeptPeople, now: Round) -> frozenset[PersonKey]:
    """Who is in it: nobody who stopped, withdrew, or may not any more."""
    return frozenset(people.keys.of[who] for who in now.rows)
