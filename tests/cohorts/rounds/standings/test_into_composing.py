"""Composing goes by what was decided of a stage: who is in it, and with how many points."""

from __future__ import annotations

from cohorts.composing.compose import compose
from cohorts.composing.prepare import as_given
from cohorts.round.left_at import LeftAt, Why
from cohorts.round.set_aside import Aside
from cohorts.rounds.asking.asked import Asked, asked_of
from cohorts.rounds.asking.give import give
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from solver.solution import Effort
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, yes_plan


def _closed(here: Committee, *, but: int | None = None) -> None:
    """The n-th member says yes to the first n + 1; nobody judges ``but``."""
    for number, member in enumerate(here.members.values()):
        for place, person in enumerate(here.head.candidates):
            if place != but:
                said = Judged(yes=place <= number)
                cast(here.store, member, here.round, here.stage, person, judged=said, once=person)
        send(here.store, member, here.round, here.stage)
    close_votes(here.store, here.organiser, here.round, here.stage)


def _now(here: Committee) -> tuple[KeptPeople, Asked]:
    read = (here.store, here.organiser, here.round)
    return people_of(*read), asked_of(*read)


def _joint() -> dict[str, object]:
    stage = yes_plan().stage.model_dump() | {"places": None, "joint": True, "margin": 2.0}
    return stage | {"standing": "first"}


def test_who_does_not_go_on_is_set_aside_with_what_decided(store: Store) -> None:
    here = judging(store, yes_plan(places=3))
    _closed(here, but=1)
    changes = {
        here.candidate(0): Otherwise(on=False, reason="dubbel met een ander programma"),
        here.candidate(8): Otherwise(on=True, reason="wie er het langst wacht"),
    }
    go_on(store, here.organiser, here.round, here.stage, otherwise=changes)
    people, asked = _now(here)
    ids = [people.who[who].id for who in here.head.candidates]
    left = asked.given["not_on"]
    assert left is not None
    assert left[ids[0]] == LeftAt(1, Why.BY_PEOPLE)
    assert left[ids[1]] == LeftAt(1, Why.UNJUDGED)
    assert not {ids[8], ids[2]} & left.keys()
    round_ = as_given(people.applicants, asked.programme, **asked.given)
    aside = {one.applicant.id: one for one in round_.set_aside}
    assert {who for who, one in aside.items() if one.why is Aside.NOT_ON} == left.keys()
    assert aside[ids[1]].left_at == LeftAt(1, Why.UNJUDGED)
    assert {a.id for a in round_.applicants} == set(ids) - left.keys()
    assert not list(doctor(store))


def test_what_was_composed_before_a_stage_is_decided_no_longer_answers(store: Store) -> None:
    here = judging(store)
    _closed(here)
    people, asked = _now(here)
    made = compose(people.applicants, asked.programme, effort=Effort.QUICK, **asked.given)
    read = (here.store, here.organiser, here.round)
    keep_proposals(*read, [made], made=Made.COMPOSED)
    assert not heads_of(*read)[-1].outdated
    go_on(store, here.organiser, here.round, here.stage)
    assert heads_of(*read)[-1].outdated
    people, asked = _now(here)
    given = asked.given | {"size": (2, 4), "groups": 1}
    again = compose(people.applicants, asked.programme, effort=Effort.QUICK, **given)
    (key,) = keep_proposals(*read, [again], made=Made.COMPOSED)
    assert not heads_of(*read)[-1].outdated
    opened = proposal_of(*read, key)
    assert opened.round.not_on == again.round.not_on
    assert opened.round.set_aside == again.round.set_aside
    assert not list(doctor(store))


def test_a_joint_stage_gives_its_points_exactly_and_says_how_they_count(store: Store) -> None:
    here = judging(store, yes_plan(stage=_joint()))
    _closed(here)
    go_on(store, here.organiser, here.round, here.stage)
    people, asked = _now(here)
    merit = asked.given["merit"]
    assert merit is not None
    by_hand = {
        who: 100 * (4 - n) // 4 if n < 4 else 0 for n, who in enumerate(here.head.candidates)
    }
    assert {people.keys.of[who]: value / 1000 for who, value in merit.items()} == by_hand
    assert asked.programme.groups.standing == "first"
    assert asked.programme.groups.margin == 2.0
    assert not asked.given.get("not_on")


def test_points_that_are_thirds_stay_exact(store: Store) -> None:
    here = judging(store, yes_plan(stage=_joint()))
    school = list(here.members)[2]
    for number, member in enumerate(here.members.values()):
        for place, person in enumerate(here.head.candidates):
            if member is not here.members[school]:
                said = Judged(yes=place <= number)
                cast(store, member, here.round, here.stage, person, judged=said, once=person)
        send(store, member, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    go_on(store, here.organiser, here.round, here.stage)
    people, asked = _now(here)
    merit = asked.given["merit"]
    round_ = as_given(people.applicants, asked.programme, **asked.given)
    second = people.who[here.candidate(1)].id
    assert merit is not None
    assert round_.point == 3000
    assert merit[second] * 3 == 200 * round_.point


def test_who_comes_in_after_the_decision_was_late(store: Store) -> None:
    here = judging(store, yes_plan(places=8))
    _closed(here)
    go_on(store, here.organiser, here.round, here.stage)
    first, *rows = PEOPLE.decode().splitlines()
    new = ",".join(["later", "Laatbloeier BV", *rows[-1].split(",")[2:]])
    take_in(store, here.organiser, here.round, "\n".join([first, *rows, new]).encode())
    _, asked = _now(here)
    assert {str(who): at for who, at in (asked.given["not_on"] or {}).items()}["later"] == LeftAt(
        1, Why.LATE
    )


def test_points_of_before_stay_where_no_rule_goes_by_the_votes(store: Store) -> None:
    here = judging(store, yes_plan(places=8))
    people, _ = _now(here)
    points = dict.fromkeys((a.id for a in people.applicants), 2000)
    _closed(here)
    give(store, here.organiser, here.round, "merit", points)
    go_on(store, here.organiser, here.round, here.stage)
    _, asked = _now(here)
    ranked = any(rule.RANKS for rule in asked.programme.rules)
    assert (asked.given["merit"] == points) is not ranked
