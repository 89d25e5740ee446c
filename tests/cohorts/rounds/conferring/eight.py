"""A round of eight in two groups of which nothing is decided, for tests."""

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
from tests.cohorts.rounds.staff import begun

PEOPLE = "id,company,name,place,turnover,profit,question,activity,competitors\n" + "".join(
    f"x{n},Firma {n},Mens {n},Almelo,120000{n},3000{n},Geheime zorg {n}?,Maakt deuren,{rival}\n"
    for n, rival in enumerate(["Firma 1", "Firma 0", *[""] * 6])
)
SIZE = (3, 5)


def proposed(store: Store) -> Decided:
    """Eight people in two groups, of whom two are rivals."""
    return proposed_in(store, *begun(store))


def proposed_in(store: Store, actor: Actor, round_: RoundKey) -> Decided:
    """The same in a round that is there."""
    of = (store, actor, round_)
    take_in(*of, PEOPLE.encode())
    people, asked = people_of(*of), asked_of(*of)
    given = asked.given | {"size": SIZE, "groups": 2}
    made = compose(people.applicants, asked.programme, effort=Effort.QUICK, **given)
    (key,) = keep_proposals(*of, [made], made=Made.COMPOSED)
    return Decided(*of, key)
