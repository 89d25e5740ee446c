"""Somebody takes a member's place: what counts, what no longer does, and what never changes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from cohorts.errors import InputError, RefusedError
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.election_of import election_of
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.plan_stage import change_stage
from cohorts.rounds.judging.stage_head import Phase
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members import seat_moment
from cohorts.rounds.members.first_visit import begin
from cohorts.rounds.members.invite import Invited
from cohorts.rounds.members.member import Position, members_of
from cohorts.rounds.members.substitute import substitute
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.standings.go_on import go_on
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, planned, yes_plan

YES = Judged(yes=True)


def replaced(here: Committee, name: str, by: str = "Nieuw") -> Actor:
    """Who came instead, and has begun."""
    whose = here.members[name].key
    _, link = substitute(here.store, here.organiser, here.round, whose, Invited(by, email="n@x.nl"))
    begun = begin(here.store, link or "")
    assert begun is not None
    actor = who(here.store, begun[0])
    assert actor is not None
    return actor


def voters(here: Committee) -> dict[str, int]:
    """Who counts → of how many they said something that counts."""
    with here.store.reading() as connection:
        people = people_in_store(connection, here.store.url, here.round)
        election = election_of(connection, here.round, here.head, people)
    return {b.voter: sum(not isinstance(s, str) for s in b.said.values()) for b in election.ballots}


def test_what_the_member_voted_counts_no_more_and_the_substitute_judges_all(store: Store) -> None:
    here = judging(store)
    school = here.members["School"]
    cast(store, school, here.round, here.stage, here.candidate(0), judged=YES, once="a")
    assert voters(here)[school.key] == 1
    new = replaced(here, "School")
    assert school.key not in voters(here)
    assert voters(here)[new.key] == 0
    with pytest.raises(RefusedError):
        own_ballot(store, school, here.round, here.stage)
    with pytest.raises(RefusedError):
        cast(store, school, here.round, here.stage, here.candidate(1), judged=YES, once="b")
    own = own_ballot(store, new, here.round, here.stage)
    assert own.dossiers == ()
    ties = dict.fromkeys(here.head.candidates, Tie.NONE)
    declare(store, new, here.round, here.stage, ties)
    assert own_ballot(store, new, here.round, here.stage).left == 9
    cast(store, new, here.round, here.stage, here.candidate(0), judged=YES, once="a")
    assert voters(here)[new.key] == 1


def test_it_is_seen_by_all_who_left_and_who_came(store: Store) -> None:
    here = judging(store)
    new = replaced(here, "Bank")
    found = {one.name: one for one in members_of(store, here.members["School"], here.round)}
    assert found["Bank"].left_at is not None
    assert found["Nieuw"].instead_of == here.members["Bank"].key
    assert found["Nieuw"].position is Position.CHAIR
    assert found["Nieuw"].key == new.key


def test_a_named_judge_is_followed_by_who_comes_instead(store: Store) -> None:
    here = planned(store)
    school = here.members["School"].key
    change_stage(store, here.organiser, here.round, here.stage, yes_plan(judges=(school,)))
    open_interests(store, here.organiser, here.round, here.stage)
    assert set(voters(here)) == {school}
    first = replaced(here, "School")
    last, _ = substitute(store, here.organiser, here.round, first.key, Invited("Nog een"))
    assert set(voters(here)) == {last}


def test_after_the_close_it_changes_no_count(store: Store) -> None:
    here = judging(store)
    for name, member in here.members.items():
        person = here.candidate(len(name) % 9)
        cast(store, member, here.round, here.stage, person, judged=YES, once="a")
        send(store, member, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    before = voters(here)
    replaced(here, "School")
    assert voters(here) == before
    go_on(store, here.organiser, here.round, here.stage)  # refused where the ballots changed
    assert here.head.phase is Phase.DECIDED


def test_nor_where_the_clock_was_set_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    here = judging(store)
    for member in here.members.values():
        send(store, member, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    closed = here.head.closed_at
    assert closed is not None
    before = voters(here)
    for back in (timedelta(0), timedelta(minutes=5)):
        earlier = (datetime.fromisoformat(closed) - back).isoformat(timespec="milliseconds")
        monkeypatch.setattr(seat_moment, "now", lambda at=earlier: at.replace("+00:00", "Z"))
        replaced(here, "School" if not back else "Gemeente", f"Na {back}")
        assert voters(here) == before


def test_their_way_in_ends(store: Store) -> None:
    here = judging(store)
    school = here.members["School"].key
    _, unused = substitute(store, here.organiser, here.round, school, Invited("Even"))
    seat = next(o for o in members_of(store, here.organiser, here.round) if o.name == "Even")
    substitute(store, here.organiser, here.round, seat.key, Invited("Blijft"))
    assert begin(store, unused or "") is None


def test_who_has_no_seat_is_not_replaced(store: Store) -> None:
    here = judging(store, yes_plan())
    for whose in (here.organiser.key, here.members["School"].key):
        if whose == here.members["School"].key:
            replaced(here, "School")
        with pytest.raises(InputError) as error:
            substitute(store, here.organiser, here.round, whose, Invited("Wie"))
        assert error.value.problems[0].code == "members.no_seat"
    with pytest.raises(RefusedError):
        substitute(
            store, here.members["Bank"], here.round, here.members["Gemeente"].key, Invited("X")
        )
