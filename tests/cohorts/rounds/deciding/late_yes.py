"""A decided round in which two of eight had not said yes when the others were placed."""

from __future__ import annotations

from cohorts.composing.compose import compose
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from solver.solution import Effort
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.deciding.decided_round import Decided

SURE = ("probable", "probable", *["confirmed"] * 6)
PEOPLE = "id,company,name,fte,question,status\n" + "".join(
    f"a{i},Bedrijf {i} BV,Naam {i},5,personeel vinden,{status}\n" for i, status in enumerate(SURE)
)


def late_yes(store: Store, actor: Actor, round_: RoundKey) -> Decided:
    """The first two are those."""
    of = (store, actor, round_)
    take_in(*of, PEOPLE.encode())
    people, asked = people_of(*of), asked_of(*of)
    given = asked.given | {"size": (3, 6), "groups": 1}
    made = compose(people.applicants, asked.programme, effort=Effort.QUICK, **given)
    (key,) = keep_proposals(*of, [made], made=Made.COMPOSED)
    found = Decided(*of, key)
    found.decide()
    return found
