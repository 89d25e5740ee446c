"""The joint decision as proposals: each keeps every must, is moved, decided and replayed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cohorts.committee.shortlisting.weigh import Placing
from cohorts.errors import RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.give import give
from cohorts.rounds.boarding.keep_board import keep_board
from cohorts.rounds.boarding.stepping import Reason
from cohorts.rounds.boarding.swap import swap
from cohorts.rounds.deciding.decide import decide
from cohorts.rounds.deciding.decision import DecisionKey
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.replay import replay
from cohorts.rounds.jobs.asking_for import ask_for
from cohorts.rounds.jobs.job import Kind
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.curve_heads import curve_heads
from cohorts.rounds.proposing.heads import at_hand, heads_of
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.decided_jointly import may_weigh
from cohorts.rounds.standings.order_of_votes import order_of_votes
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.balloting.a_committee import Committee, yes_plan
from tests.cohorts.rounds.deciding.decided_round import written
from tests.cohorts.rounds.staff import joined
from tests.cohorts.rounds.standings.a_curve import also, by_votes, curve_made, jointly
from tests.cohorts.rounds.standings.ten_members import TEN, ten_of, vote_yes

WAYS: list[dict[str, Any]] = [{"standing": "weighed"}, {"standing": "first", "margin": 60.0}]
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def replayed(of: Committee, decision: DecisionKey, folder: Path) -> None:
    found = replay(
        written(folder, dossier(of.store, of.organiser, of.round, decision, Language.NL))
    )
    assert found.differences == ()
    assert found.holds


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_each_point_is_a_proposal_that_holds_and_replays(
    store: Store, tmp_path: Path, way: dict[str, Any]
) -> None:
    here = jointly(store, **way)
    read = (here.store, here.organiser, here.round)
    heads = curve_made(here)
    assert len(heads) >= 3
    assert [head.made for head in heads] == [Made.POINT] * len(heads)
    assert [head.before for head in heads] == [None, *[heads[0].key] * (len(heads) - 1)]
    assert at_hand(heads_of(*read)) == heads[0]
    opened = [proposal_of(*read, head.key) for head in heads]
    assert len({frozenset(one.composition.seats) for one in opened}) == len(heads)
    assert all(one.score <= other.score for one in opened[:1] for other in opened)
    for head, one in zip(heads, opened, strict=True):
        assert one.score.hard == 0
        assert one.asked_by.groups.standing == way["standing"]
        decision = decide(*read, head.key, signed="Jo Vos")
        replayed(here, decision, tmp_path)
        reopen_decision(*read, decision, reason="een ander punt")
    assert not list(doctor(store))


@SQLITE
def test_a_point_is_changed_on_the_board_and_decided(store: Store, tmp_path: Path) -> None:
    here = jointly(store)
    read = (here.store, here.organiser, here.round)
    point = curve_made(here)[-1]
    first, second = proposal_of(*read, point.key).composition.groups.values()
    pair = first[0].id, second[0].id
    swap(*read, point.key, pair, why=Reason("kennen elkaar", "Jo"))
    key = keep_board(*read, point.key)
    head = next(one for one in heads_of(*read) if one.key == key)
    assert (head.made, head.before) == (Made.BOARD, point.key)
    replayed(here, decide(*read, key, signed="Jo Vos", reason="past beter"), tmp_path)


@SQLITE
def test_a_new_curve_takes_the_place_of_the_one_before(store: Store) -> None:
    here = jointly(store)
    before, after = curve_made(here), curve_made(here)
    assert not {one.key for one in before} & {one.key for one in after}
    assert curve_heads(heads_of(here.store, here.organiser, here.round)) == after


@SQLITE
def test_only_an_organiser_who_is_kept_from_nobody_can_ask_for_it(store: Store) -> None:
    last = TEN[-1]
    here = jointly(store, {(last, 3): Tie.HANDLES})
    auditor = joined(store, here.organiser, "Auke", here.round, Role.AUDITOR)
    blocked = also(here, here.members[last], Role.ORGANISER)
    chair, member = (here.members[name] for name in TEN[:2])
    stranger = joined(store, here.organiser, "Vreemd")
    for actor in (auditor, chair, member, stranger, blocked):
        refused(here, actor)
    may_weigh(store, here.organiser, here.round)
    ask_for(store, here.organiser, here.round, Kind.CURVE)


@SQLITE
def test_no_row_within_a_range_is_told(store: Store) -> None:
    """The first three had ten, nine and eight votes: of who sees the row, the last had not all."""
    here = jointly(store)
    people = people_of(here.store, here.organiser, here.round)
    placings = [
        Placing(Fraction(10 - n), frozenset({people.who[who].id}))
        for n, who in enumerate(by_votes(here)[:6])
    ]
    may_tell = order_of_votes(here.store, here.organiser, here.round)
    assert may_tell(placings[:2])
    assert may_tell(placings[2:5])
    assert not may_tell(placings[:3])


@SQLITE
def test_it_asks_for_a_joint_decision_and_for_its_own_points(store: Store) -> None:
    here = ten_of(store, yes_plan())
    refused(here, here.organiser, "standings.not_joint")
    vote_yes(here)
    refused(here, here.organiser, "standings.not_joint")


@SQLITE
def test_other_points_are_not_those_of_the_committee(store: Store) -> None:
    here = jointly(store)
    give(store, here.organiser, here.round, "merit", None)
    refused(here, here.organiser, "standings.no_points")


def refused(here: Committee, actor: Actor, code: str = "") -> None:
    for asked in (
        lambda: may_weigh(here.store, actor, here.round),
        lambda: ask_for(here.store, actor, here.round, Kind.CURVE),
    ):
        with pytest.raises(RefusedError) as error:
            asked()
        assert code in ("", error.value.problems[0].code)
