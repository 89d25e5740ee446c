"""No vote is found by trying out the digest of a close, which everybody in a round can look at."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from sqlalchemy import Table, create_engine, select, update

from cohorts.committee.votes import Ballot, Election, Silence
from cohorts.rounds.balloting.ballots_salt import SaltedFor, salt_of
from cohorts.rounds.balloting.election_of import digest_of_election, election_of
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.happened import happened
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.store import Store
from cohorts.store.tables import event, sent, vote
from tests.cohorts.rounds import a_judged_round
from tests.cohorts.rounds.balloting.a_committee import Committee


def _salt(here: Committee, for_: SaltedFor = SaltedFor.CLOSE) -> str:
    with here.store.reading() as connection:
        return salt_of(connection, here.stage, for_)


def _election(here: Committee) -> Election:
    people = people_of(here.store, here.organiser, here.round)
    with here.store.reading() as connection:
        return election_of(connection, here.round, here.head, people)


def test_who_knows_all_but_one_ballot_finds_it_with_the_salt_alone(store: Store) -> None:
    """Every value of the last ballot is tried, with what anybody can know of the rest."""
    here = a_judged_round.closed(store)
    election, counted = _election(here), here.head.counted
    with store.reading() as connection:
        (logged,) = happened(connection, here.round, event.c.act == "stage.close")
    assert logged.facts["ballots_sha256"] == counted
    whole = [*election.ballots]
    two = election.candidates[:2]
    values = [Judged(yes=yes).said for yes in (True, False)]
    tried = [
        replace(
            election,
            ballots=(Ballot(whole[0].voter, {**whole[0].said, **dict(zip(two, said, strict=True))}),
            *whole[1:]),
        )
        for said in product([*values, Silence.NOT_JUDGED, Silence.RECUSED], repeat=2)
    ]  # fmt: skip
    assert counted in {digest_of_election(one, _salt(here)) for one in tried}
    for salt in ("", here.stage, _salt(here, SaltedFor.DOSSIER)):
        assert counted not in {digest_of_election(one, salt) for one in tried}


@pytest.mark.parametrize(("table", "column"), [(vote, "once"), (sent, "salt")])
def test_the_salt_goes_by_what_was_drawn_for_each_vote_and_sending(
    store: Store, table: Table, column: str
) -> None:
    here = a_judged_round.closed(store)
    before = {_salt(here, for_) for for_ in SaltedFor}
    assert len(before) == 2
    engine = create_engine(store.url)
    with engine.connect() as connection:
        row = connection.execute(select(table)).first()
        assert row is not None
        same = [one == row._mapping[one.name] for one in table.primary_key]
        connection.execute(update(table).where(*same).values({column: "f" * 32}))
        after = {salt_of(connection, here.stage, for_) for for_ in SaltedFor}
        connection.rollback()
    engine.dispose()
    assert not before & after


def test_a_ballot_that_judges_nobody_is_in_no_digest(store: Store) -> None:
    """It brings nothing to the salt: whose tie is with whom could be tried out."""
    election = _election(a_judged_round.voting(store))
    tied = Ballot("0" * 16, dict.fromkeys(election.candidates, Silence.RECUSED))
    more = replace(election, ballots=(*election.ballots, tied))
    assert digest_of_election(more, "s") == digest_of_election(election, "s")
    fewer = replace(election, ballots=election.ballots[1:])
    assert digest_of_election(fewer, "s") != digest_of_election(election, "s")
