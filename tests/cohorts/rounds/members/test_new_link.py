"""A new personal address: who may make one, for whom, and what no longer works."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError, RefusedError
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.rounds.actor import Actor
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.members.first_visit import begin
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.members.new_link import may_make_links, new_link
from cohorts.rounds.roles import Role
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, judging
from tests.cohorts.rounds.staff import joined


def refused(here: Committee, actor: Actor, whose: AccountKey) -> str:
    with pytest.raises((RefusedError, InputError)) as error:
        new_link(here.store, actor, here.round, whose)
    return error.value.problems[0].code


def test_the_chair_makes_one_and_the_old_way_in_is_void(store: Store) -> None:
    here = judging(store)
    key, old = invite(store, here.organiser, here.round, Invited("Kees"))
    chair = here.members["Bank"]
    first = new_link(store, chair, here.round, key)
    assert begin(store, old) is None
    begun = begin(store, first)
    assert begun is not None
    second = new_link(store, chair, here.round, key)
    assert who(store, begun[0]) is None
    assert begin(store, second) is not None
    last = events_since(store, here.organiser, here.round)
    assert [one.facts["name"] for one in last if one.act == "members.new_link"] == ["Kees"] * 2
    assert not any(second in str(one.said) for one in last)


def test_who_may_make_one(store: Store) -> None:
    here = judging(store)
    whose = here.members["School"].key
    other = joined(store, here.organiser, "Organisator", here.round, Role.ORGANISER)
    auditor = joined(store, here.organiser, "Controle", here.round, Role.AUDITOR)
    for actor in (other, auditor, here.members["Gemeente"], here.members["School"]):
        assert refused(here, actor, whose) == "members.no_new_link"
        assert not may_make_links(store, actor, here.round)
    for actor in (here.members["Bank"], here.organiser):  # the chair; the administrator
        assert may_make_links(store, actor, here.round)
        assert spend_link(store, new_link(store, actor, here.round, whose))
    assert refused(here, here.organiser, other.key) == "members.no_seat"


def test_a_chair_makes_none_for_who_can_do_more(store: Store) -> None:
    here = judging(store)
    add_person(store, here.organiser, "School", here.round, Role.ORGANISER)
    whose = here.members["School"].key
    assert refused(here, here.members["Bank"], whose) == "members.can_more"
    assert new_link(store, here.organiser, here.round, whose)
