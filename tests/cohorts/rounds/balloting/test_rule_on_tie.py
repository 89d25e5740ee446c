"""What the chair rules of a late tie, and what that does to the count: against plain counting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cohorts.committee.votes import Silence
from cohorts.errors import InputError, RefusedError
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import all_sent
from cohorts.rounds.balloting.election_of import election_of
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.rule_on_tie import rule_on_tie
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, yes_plan

WHY = "Zij zagen elkaars cijfers."


def voted(store: Store, late: str = "School", plan: StagePlan | None = None) -> Committee:
    """Everybody says yes to ``c0`` and ``c1`` and sends in; then one has a tie with ``c0``."""
    here = judging(store, plan)
    for member in here.members.values():
        for number in (0, 1):
            person = here.candidate(number)
            cast(
                store,
                member,
                here.round,
                here.stage,
                person,
                judged=Judged(yes=True),
                once=f"{number}",
            )
        send(store, member, here.round, here.stage)
    tied = here.members[late]
    late_tie(store, tied, here.round, here.stage, here.candidate(0), tie=Tie.PERSONAL)
    return here


def rules(here: Committee, by: str, ruling: Ruling, whose: str = "School", why: str = WHY) -> None:
    of = (here.store, here.members[by], here.round, here.stage)
    whom, person = here.members[whose].key, here.candidate(0)
    rule_on_tie(*of, member=whom, person=person, ruling=ruling, reason=why)


def yes_of(here: Committee, number: int) -> dict[str, bool]:
    """Name of each voter → whether they say yes to a candidate."""
    names = {str(one.key): name for name, one in here.members.items()}
    with here.store.reading() as connection:
        people = people_in_store(connection, here.store.url, here.round)
        found = election_of(connection, here.round, here.head, people)
    said = {names[one.voter]: one.said[here.candidate(number)] for one in found.ballots}
    return {name: not isinstance(one, Silence) and bool(one[0]) for name, one in said.items()}


OTHERS = {"Bank", "Gemeente", "Werkgevers"}
EXPECTED: dict[Ruling, tuple[set[str], set[str], set[str]]] = {
    Ruling.STAND: (OTHERS | {"School"}, OTHERS, OTHERS | {"School"}),
    Ruling.AGAIN: (OTHERS | {"School"}, set(), OTHERS | {"School"}),
    Ruling.OUT: (OTHERS, OTHERS, OTHERS),
}
"""Ruling → who is a voter, who says yes to the first, who to the second."""


@pytest.mark.parametrize("ruling", Ruling)
def test_what_a_ruling_does_to_the_count(store: Store, ruling: Ruling) -> None:
    here = voted(store)
    rules(here, "Bank", ruling)
    voters, first, second = EXPECTED[ruling]
    for number, yes in enumerate((first, second)):
        assert yes_of(here, number) == {name: name in yes for name in voters}
    with store.reading() as connection:
        assert all_sent(connection, here.round, here.head) is (ruling is not Ruling.AGAIN)
    assert not list(doctor(store))


def test_who_judges_no_more_reads_and_does_nothing(store: Store) -> None:
    here = voted(store, plan=yes_plan(offers=True))
    rules(here, "Bank", Ruling.OUT)
    of, person = (store, here.members["School"], here.round, here.stage), here.candidate(1)
    tried: tuple[Callable[[], object], ...] = (
        lambda: cast(*of, person, judged=Judged(yes=True), once="x"),
        lambda: offer_help(*of, person, help_=True),
        lambda: send(*of),
        lambda: declare(*of, {person: Tie.NONE}),
    )
    for one in tried:
        with pytest.raises(RefusedError) as error:
            one()
        assert error.value.problems[0].code == "interests.judges_no_more"
    ballot = own_ballot(*of)
    assert (ballot.dossiers, ballot.offers, ballot.is_out) == ((), {}, True)
    assert not own_ballot(store, here.members["Bank"], here.round, here.stage).is_out


def test_the_chair_rules_once_with_a_reason_and_never_on_their_own(store: Store) -> None:
    here = voted(store)
    for member in ("Gemeente", "School"):
        with pytest.raises(RefusedError):
            rules(here, member, Ruling.STAND)
    with pytest.raises(InputError):
        rules(here, "Bank", Ruling.STAND, why=" ")
    rules(here, "Bank", Ruling.STAND)
    with pytest.raises(RefusedError):
        rules(here, "Bank", Ruling.OUT)
    late_tie(
        store, here.members["Bank"], here.round, here.stage, here.candidate(0), tie=Tie.HANDLES
    )
    with pytest.raises(RefusedError):
        rules(here, "Bank", Ruling.STAND, whose="Bank")
