"""Who says on the telephone that they do not come hears nothing else, though still in the round."""

from __future__ import annotations

import pytest

from cohorts.reports.letters.of_decision import letter_to
from cohorts.reports.letters.post import Post, post_of
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.changing.changed import changed
from cohorts.rounds.deciding.since_decided import since_decided
from cohorts.rounds.deciding.still_coming import still_coming
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.posting.held_back import Held
from cohorts.rounds.proposing.heads import ProposalHead, heads_of
from cohorts.rounds.reserving.reserve_of import reserve_of
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.balloting.a_committee import Committee
from tests.cohorts.rounds.changing.two_groups import called, first_of, key_of, seats, two_groups
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.deciding.judged_round import chosen

NL = Language.NL


@pytest.fixture
def here(store: Store) -> Decided:
    return two_groups(store)


def post(here: Decided) -> Post:
    return post_of(*here.of, None, NL)


def signed(here: Decided) -> ProposalHead:
    return next(one for one in heads_of(*here.of) if one.key == here.proposal)


def leaving(here: Decided) -> frozenset[PersonKey]:
    since = changed(*here.of)
    assert since is not None
    return since.leaving


@pytest.mark.parametrize("state", [Called.NO, Called.STOPPED])
def test_no_letter_no_badge_and_named_until_they_say_otherwise(
    here: Decided, state: Called
) -> None:
    who = first_of(here, 1)
    person, everybody = key_of(here, who), post(here).letters.keys()
    assert len(everybody) == 9
    note_call(*here.of, person, state)
    made = post(here)
    assert everybody - made.letters.keys() == {person}
    assert made.held == {person: Held.LEAVES}
    found = letter_to(*here.of, person, NL)
    assert found is not None
    assert found[1] is None
    coming = still_coming(*here.of, signed(here)).composition.groups
    assert who not in {str(a.id) for members in coming.values() for a in members}
    assert since_decided(*here.of, signed(here)).left == (called(here, person),)
    assert leaving(here) == {person}
    note_call(*here.of, person, Called.COMMITTED)
    assert post(here).letters.keys() == everybody
    assert (post(here).held, leaving(here)) == ({}, frozenset())


def test_once_out_of_the_round_they_are_held_back_no_more(here: Decided) -> None:
    person = key_of(here, first_of(here, 1))
    note_call(*here.of, person, Called.STOPPED)
    withdraw(*here.of, person)
    assert (post(here).held, leaving(here)) == ({}, frozenset())
    assert person not in post(here).letters
    assert seats(here)[first_of(here, 1)] == 1


def test_no_place_that_comes_free_is_offered_to_them(here: Decided) -> None:
    before = reserve_of(*here.of)
    assert before is not None
    first, *after = before.order
    note_call(*here.of, first, Called.NO)
    now = reserve_of(*here.of)
    assert now is not None
    assert now.order == tuple(after)


def test_nor_after_a_stage(store: Store) -> None:
    here: Committee = chosen(store)
    of = (store, here.organiser, here.round)
    before = post_of(*of, here.stage, NL)
    person = min(before.letters)
    assert person in people_of(*of).who
    note_call(*of, person, Called.STOPPED)
    now = post_of(*of, here.stage, NL)
    assert before.letters.keys() - now.letters.keys() == {person}
    assert now.held == {person: Held.LEAVES}
