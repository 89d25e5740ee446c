"""A decided round of nine: two groups of three, and three who wait."""

from __future__ import annotations

from cohorts.composing.compose import compose
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from solver.solution import Effort
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.staff import begun

SIZE = (2, 3)
LATE = b"z1,Timmerbedrijf Laat,Piet Laat,9,personeel vinden\n"


def two_groups(store: Store) -> Decided:
    """Decided, and nobody was told."""
    return filled(store, *begun(store))


def filled(store: Store, actor: Actor, round_: RoundKey) -> Decided:
    """The same in a round that is there."""
    take_in(store, actor, round_, PEOPLE)
    of = (store, actor, round_)
    people, asked = people_of(*of), asked_of(*of)
    given = asked.given | {"size": SIZE, "groups": 2, "places": "at most 6"}
    made = compose(people.applicants, asked.programme, effort=Effort.QUICK, **given)
    (key,) = keep_proposals(*of, [made], made=Made.COMPOSED)
    here = Decided(*of, key)
    here.decide()
    return here


def seats(here: Decided) -> dict[str, int | None]:
    """Id → group, by the last decision."""
    made = proposal_of(*here.of, here.decisions[-1].proposal)
    return {str(who): group for who, group in seats_of(made).items()}


def first_of(here: Decided, group: int | None) -> str:
    """Somebody of that group."""
    return min(who for who, seat in seats(here).items() if seat == group)


def key_of(here: Decided, who: str) -> PersonKey:
    return people_of(*here.of).keys.of[ApplicantId(who)]


def called(here: Decided, who: PersonKey) -> str:
    return people_of(*here.of).shown[who].label
