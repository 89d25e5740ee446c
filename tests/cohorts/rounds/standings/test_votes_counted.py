"""What is counted of a closed stage, and that nothing that comes later changes it."""

from __future__ import annotations

from cohorts.committee.shortlisting.stage_outcome import Why
from cohorts.rounds.asking.give import give
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import stages_of
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.standings.go_on import go_on
from cohorts.rounds.standings.votes_counted import Counted, counted_in
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import Committee, in_days, judging, yes_plan


def _voted(here: Committee, *, but: int | None = None) -> None:
    """The n-th member says yes to the first n + 1; nobody judges ``but``."""
    for number, member in enumerate(here.members.values()):
        for place, person in enumerate(here.head.candidates):
            if place != but:
                judged = Judged(yes=place <= number)
                cast(here.store, member, here.round, here.stage, person, judged=judged, once=person)
        send(here.store, member, here.round, here.stage)
    close_votes(here.store, here.organiser, here.round, here.stage)


def _counted(here: Committee) -> Counted:
    people = people_of(here.store, here.organiser, here.round)
    with here.store.reading() as connection:
        return counted_in(connection, here.round, here.head, people)


def _left(counted: Counted) -> dict[str, Why]:
    return {counted.keys[one.applicant.id]: one.why for one in counted.outcome.left}


def test_who_nobody_judged_is_told_so_and_takes_no_place(store: Store) -> None:
    here = judging(store, yes_plan(places=8))
    _voted(here, but=0)
    found = _counted(here)
    assert _left(found) == {here.candidate(0): Why.UNJUDGED}
    assert here.candidate(0) not in found.election.candidates


def test_who_stops_after_the_close_gives_the_place_to_the_next(store: Store) -> None:
    here = judging(store, yes_plan(places=2))
    _voted(here)
    people = people_of(store, here.organiser, here.round)
    give(store, here.organiser, here.round, "gone", [people.who[here.candidate(0)].id])
    found = _counted(here)
    assert _left(found)[here.candidate(0)] is Why.STOPPED
    assert {found.keys[a.id] for a in found.outcome.on} == {here.candidate(1), here.candidate(2)}


def test_who_came_after_it_opened_is_told_that(store: Store) -> None:
    here = judging(store)
    _voted(here)
    first, *rows = PEOPLE.decode().splitlines()
    new = ",".join(["later", "Laatbloeier BV", *rows[-1].split(",")[2:]])
    take_in(store, here.organiser, here.round, "\n".join([first, *rows, new]).encode())
    people = people_of(store, here.organiser, here.round)
    late = {key for key in people.who if key not in here.head.candidates}
    assert len(late) == 1
    assert {who for who, why in _left(_counted(here)).items() if why is Why.LATE} == late


def test_where_too_few_judged_everybody_nobody_goes_on(store: Store) -> None:
    stage = yes_plan().stage.model_dump() | {"quorum": "1"}
    here = judging(store, yes_plan(stage=stage))
    member = next(iter(here.members.values()))
    person = here.candidate(0)
    cast(store, member, here.round, here.stage, person, judged=Judged(yes=True), once="a")
    for one in here.members.values():
        send(store, one, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    found = _counted(here)
    assert not found.outcome.on
    assert _left(found)[person] is Why.BELOW_QUORUM


def test_a_tie_that_is_told_in_a_later_stage_changes_no_earlier_count(store: Store) -> None:
    here = judging(store)
    _voted(here)
    before = _counted(here)
    go_on(store, here.organiser, here.round, here.stage)
    later = plan_stage(store, here.organiser, here.round, yes_plan(places=1))
    open_interests(store, here.organiser, here.round, later)
    head = next(one for one in stages_of(store, here.organiser, here.round) if one.key == later)
    bank = here.members["Bank"]
    declare(store, bank, here.round, later, dict.fromkeys(head.candidates, Tie.NONE))
    open_votes(store, here.organiser, here.round, later, until=in_days(1))
    late_tie(store, bank, here.round, later, head.candidates[0], tie=Tie.HANDLES)
    after = _counted(here)
    assert after.elected == before.elected
    assert after.election == before.election
    assert not list(doctor(store))


def test_who_is_invited_after_the_close_is_no_voter_of_it(store: Store) -> None:
    here = judging(store, yes_plan(places=2))
    _voted(here)
    before = _counted(here)
    invite(store, here.organiser, here.round, Invited("Nieuw", organisation="Nieuw BV"))
    assert _counted(here).election == before.election
    doctor(store)
