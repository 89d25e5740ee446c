"""Who takes part as things stand: the round as it would be composed now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cohorts.composing.prepare import as_given
from cohorts.intake import Applicants
from cohorts.pages.here import Here
from cohorts.pages.ways import address
from cohorts.people.applicant import ApplicantId
from cohorts.round.round import Round
from cohorts.rounds.asking.asked import Asked, asked_of
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.people.kept_people import KeptPeople, people_of

_ROUNDS: LastFew[tuple[Applicants, Round]] = LastFew(8)


@dataclass(frozen=True, eq=False)
class TakingPart:
    """``round``: with whoever is set aside, each with the ground."""

    people: KeptPeople
    asked: Asked
    round: Round

    def address(self, here: Here, person: ApplicantId) -> str:
        """Of the page on which somebody's own data stand."""
        return address(here, "applicants", persoon=self.people.keys.of[person])


def taking_part(here: Here) -> TakingPart:
    """As everything stands now. Raises InputError where no round can be made of what is asked."""
    people = people_of(here.store, here.actor, here.round)
    asked = asked_of(here.store, here.actor, here.round)
    applicants = people.applicants
    # the very applicants are kept with the round: no others can get their number
    place = (id(applicants), asked.digest, asked.revision, date.today())  # noqa: DTZ011 - as composing
    _, round_ = _ROUNDS.get(
        place, lambda: (applicants, as_given(applicants, asked.programme, **asked.given))
    )
    return TakingPart(people, asked, round_)
