"""Who sees what of a closed stage: ranges, the outcome, the exact count, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from sqlalchemy import select, update

from cohorts.errors import RefusedError
from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.ballots_salt import SaltedFor, salt_of
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.election_of import digest_of_election, election_of
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.rounds.standings.standing_of import Lot, StageStanding, Stood, standing_of
from cohorts.rounds.standings.who_sees import Sight
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store
from cohorts.store.tables import stage as stage_table
from cohorts.store.tables import vote
from tests.cohorts.rounds.balloting.a_committee import (
    Committee,
    invited,
    judging,
    ties_seen,
    yes_plan,
)
from tests.cohorts.rounds.staff import joined
from tests.cohorts.rounds.standings.ten_members import TEN, YES, Ties, ten_of, vote_yes

LAST = TEN[-1]


def seen(here: Committee, actor: Actor | None = None) -> StageStanding:
    return standing_of(here.store, actor or here.organiser, here.round, here.stage)


def of(standing: StageStanding) -> Mapping[PersonKey, Stood]:
    return {one.person: one for one in standing.people}


def auditor(here: Committee) -> Actor:
    return joined(here.store, here.organiser, "Controleur", here.round, Role.AUDITOR)


def _also(here: Committee, whose: Actor, role: Role) -> None:
    with here.store.writing() as connection:
        granted(connection, here.organiser, here.round, whose, role)


def _refused(here: Committee, actor: Actor) -> str:
    with pytest.raises(RefusedError) as error:
        seen(here, actor)
    return error.value.problems[0].code


def test_who_sees_what_before_and_after_the_close_and_the_decision(store: Store) -> None:
    here = ten_of(store, yes_plan(places=5))
    chair, member, reader = here.members[TEN[0]], here.members[LAST], auditor(here)
    for actor in (here.organiser, chair, member, reader):
        assert _refused(here, actor) == "judging.is_judging"
    vote_yes(here)
    _ranges(here, seen(here))
    assert seen(here, chair) == seen(here)
    assert seen(here, member) == StageStanding(Sight.NOTHING, kept_from=False)
    _exact(here, seen(here, reader))
    out, into = here.candidate(0), here.candidate(8)
    changes = {
        out: Otherwise(on=False, reason="verhuisd"),
        into: Otherwise(on=True, reason="nodig"),
    }
    go_on(store, here.organiser, here.round, here.stage, otherwise=changes)
    people = of(seen(here))
    assert (people[out].on, people[out].counted, people[out].reason) == (False, True, "verhuisd")
    assert (people[into].on, people[into].counted, people[into].reason) == (True, False, "nodig")
    assert {n for n in range(9) if people[here.candidate(n)].equal} == {4, 5}
    found = seen(here, member)
    assert (found.sight, found.decided_by) == (Sight.OUTCOME, "Anna")
    assert {*found.people} == {Stood(who, one.name, one.on, one.on) for who, one in people.items()}
    _also(here, reader, Role.MEMBER)
    assert seen(here, reader) == seen(here)


def _ranges(here: Committee, found: StageStanding) -> None:
    """As :data:`YES` is told, with five places."""
    people = of(found)
    told = [people[here.candidate(n)] for n in range(9)]
    ranges = [(int(one.split.low), int(one.split.high)) for one in told if one.split]
    assert ranges == [(7, 10)] * 3 + [(6, 6), (5, 5), (5, 5), (4, 4), (0, 3), (0, 3)]
    assert {n for n in range(9) if told[n].equal} == {4, 5}
    assert {n for n in range(9) if told[n].one_vote} == {3, 6}
    assert {n for n in range(9) if told[n].divided} == {3, 4, 5, 6}
    assert (found.sight, found.voters, found.voted) == (Sight.RANGES, 10, 10)
    assert [one.on for one in found.people] == [True] * 5 + [False] * 4
    assert {one.why for one in told} == {"", "not_chosen"}
    assert all(one.exact is None for one in told)
    names = [one.name for one in found.people][:3]
    assert names == sorted(names, key=str.casefold)
    inside, outside = (next(told[n] for n in (4, 5) if told[n].on is on) for on in (True, False))
    assert found.lots == (Lot((inside.name, outside.name), 1),)


def _exact(here: Committee, found: StageStanding) -> None:
    people = of(found)
    exact = [one for n in range(9) if (one := people[here.candidate(n)].exact) is not None]
    assert found.sight is Sight.EXACT
    assert [(one.yes, one.heard.judged) for one in exact] == [(yes, 10) for yes in YES]
    assert [one.why for one in exact].count("lot") == 1
    assert [one.why for one in exact].count("lower") == 3


TIES = {(TEN[0], 1): Tie.HANDLES, (LAST, 8): Tie.ABSTAINS, (TEN[4], 2): Tie.KNOWS}


def test_who_is_kept_from_one_sees_no_standing_and_afterwards_not_that_one(store: Store) -> None:
    """Also an organiser who judges: somebody else decides."""
    here = ten_of(store, ties=TIES)
    vote_yes(here, ties=TIES)
    chair, both = here.members[TEN[0]], here.members[LAST]
    _also(here, both, Role.ORGANISER)
    for actor, instead in ((chair, ("Anna", LAST)), (both, ("Anna",))):
        assert seen(here, actor) == StageStanding(Sight.NOTHING, kept_from=True, instead=instead)
    with pytest.raises(RefusedError) as error:
        go_on(store, both, here.round, here.stage)
    assert error.value.problems[0].code == "standings.kept_from"
    deputy = invited(store, here.organiser, here.round, "Plv", deputy="Plv")["Plv"]
    for presides in (chair, deputy):
        ties_seen(store, presides, here.round, here.stage)
    go_on(store, here.organiser, here.round, here.stage)
    for actor, kept in ((chair, 1), (both, 8)):
        after = seen(here, actor)
        assert (after.sight, after.kept_from) == (Sight.OUTCOME, True)
        assert of(after).keys() == {here.candidate(n) for n in range(9) if n != kept}
        assert all(one.split is None for one in after.people)
    assert len(seen(here, here.members[TEN[4]]).people) == 9


def test_where_four_judged_nothing_is_told_but_who_is_chosen(store: Store) -> None:
    here = judging(store, yes_plan(places=2))
    person = here.candidate(0)
    for one in here.members.values():
        cast(store, one, here.round, here.stage, person, judged=Judged(yes=True), once="a")
        send(store, one, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    found = of(seen(here))
    split = found[person].split
    assert split
    assert (split.judged, split.is_told) == (None, False)
    assert found[person].on
    assert {one.why for who, one in found.items() if who != person} == {"unjudged"}


def _other_votes(here: Committee, number: int, yes: int) -> None:
    """In the store itself, as if the last so many members had said yes."""
    people = people_of(here.store, here.organiser, here.round)
    with here.store.writing() as connection:
        for place, actor in enumerate(here.members.values()):
            mine = (vote.c.account == actor.key, vote.c.person == here.candidate(number))
            value = Judged(yes=place >= 10 - yes).text
            connection.execute(update(vote).where(*mine).values(value=value))
        election = election_of(connection, here.round, here.head, people)
        salt = salt_of(connection, here.stage, SaltedFor.CLOSE)
        digest = digest_of_election(election, salt)
        connection.execute(update(stage_table).values(counted=digest))


@contextmanager
def _put_back(here: Committee) -> Iterator[None]:
    """What was kept before, so that the store holds afterwards."""
    with here.store.reading() as connection:
        kept = connection.execute(select(vote.c.account, vote.c.person, vote.c.value)).all()
        counted = connection.scalar(select(stage_table.c.counted))
    yield
    with here.store.writing() as connection:
        for account, person, value in kept:
            one = (vote.c.account == account, vote.c.person == person)
            connection.execute(update(vote).where(*one).values(value=value))
        connection.execute(update(stage_table).values(counted=counted))


def test_other_votes_behind_the_same_ranges_and_outcome_look_the_same(store: Store) -> None:
    """Byte for byte: numbers within a range, and who it was that said so."""
    here = ten_of(store, yes_plan(places=4))
    vote_yes(here)
    reader = auditor(here)
    before, exact = repr(seen(here)), repr(seen(here, reader))
    with _put_back(here):
        for number, yes in ((0, 9), (1, 7), (2, 10), (3, 6), (4, 5), (6, 4), (7, 0), (8, 3)):
            _other_votes(here, number, yes)
        assert repr(seen(here)) == before
        assert repr(seen(here, reader)) != exact
        _other_votes(here, 6, 1)
        assert repr(seen(here)) != before


@pytest.mark.parametrize(
    ("ties", "sight"), [({}, Sight.NOTHING), ({(TEN[0], 1): Tie.HANDLES}, Sight.RANGES)]
)
def test_a_deputy_sees_the_standing_only_where_the_chair_may_not(
    store: Store, ties: Ties, sight: Sight
) -> None:
    here = ten_of(store, ties=ties)
    vote_yes(here, ties=ties)
    deputy = invited(store, here.organiser, here.round, "Plv", deputy="Plv")["Plv"]
    assert seen(here, deputy).sight is sight
