"""People who wait given a group: who sits where, why it may be so, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.errors import InputError, RefusedError, StaleError
from cohorts.people.applicant import ApplicantId
from cohorts.round.smaller import Smaller
from cohorts.rounds.asking.give import give
from cohorts.rounds.boarding.begin_circle import begin_circle
from cohorts.rounds.boarding.kept_board import board_of
from cohorts.rounds.boarding.leave import leave
from cohorts.rounds.boarding.pin_somebody import pin
from cohorts.rounds.boarding.stepping import Reason
from cohorts.rounds.changing.changed import changed
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.deciding.replay import replay
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import PersonKey, ProposalKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.deciding.decided_round import Decided, proposed_round, written

SAMPLE = "leren-van-elkaar-familie"
WHY = Reason("Zij willen niet wachten", "Jo Vos")
ONLY_WHY = Reason("Zij willen niet wachten")


@pytest.fixture
def here(store: Store) -> Decided:
    """Of a programme with circles: one group of five, others wait."""
    return proposed_round(store, SAMPLE)


def seats(here: Decided, proposal: ProposalKey) -> dict[ApplicantId, int]:
    composition = proposal_of(*here.of, proposal).composition
    return {a.id: n for n, group in composition.groups.items() for a in group}


def waiting(here: Decided, count: int) -> list[PersonKey]:
    left = proposal_of(*here.of, here.proposal).composition.not_placed
    keys = people_of(*here.of).keys.of
    assert len(left) >= count
    return [keys[a.id] for a in left[:count]]


def test_they_have_a_group_of_their_own_and_the_others_what_they_had(here: Decided) -> None:
    then = seats(here, here.proposal)
    three = waiting(here, 3)
    ids = {people_of(*here.of).keys.ids[one] for one in three}
    number = max(then.values()) + 1
    with pytest.raises(InputError) as error:
        begin_circle(*here.of, here.proposal, three)
    assert error.value.problems[0].code == "boarding.circle_why"
    made = begin_circle(*here.of, here.proposal, three, why=WHY)
    assert seats(here, made) == then | dict.fromkeys(ids, number)
    proposal = proposal_of(*here.of, made)
    assert proposal.round.smaller == {number: Smaller(3, WHY.reason)}
    assert not board_of(*here.of, made).board.can_mend
    last = heads_of(*here.of)[-1]
    assert (last.key, last.before, last.made, last.outdated) == (
        made,
        here.proposal,
        Made.CIRCLE,
        False,
    )
    event = events_since(*here.of)[-1]
    assert (event.act, event.facts["group"], event.facts["number"]) == ("board.circle", number, 3)
    assert set(event.about) == set(three)


def test_a_second_circle_gets_a_group_more(here: Decided) -> None:
    first, second = waiting(here, 4)[:2], waiting(here, 4)[2:]
    made = begin_circle(*here.of, here.proposal, first, why=WHY)
    again = begin_circle(*here.of, made, second, why=WHY)
    proposal = proposal_of(*here.of, again)
    sizes = {n: len(group) for n, group in proposal.composition.groups.items()}
    assert sizes == {1: 5, 2: 2, 3: 2}
    assert {n: one.size for n, one in proposal.round.smaller.items()} == {2: 2, 3: 2}
    give(*here.of, "groups", 2)
    since = changed(*here.of)
    assert since is not None
    assert since.given["groups"] == 3
    with pytest.raises(InputError) as error:
        begin_circle(*here.of, again, first, why=WHY)
    assert error.value.problems[0].code == "boarding.circle_gone"


def test_they_join_a_group_with_a_reason_for_the_musts_that_breaks(here: Decided) -> None:
    three = waiting(here, 3)
    with pytest.raises(InputError) as error:
        begin_circle(*here.of, here.proposal, three, group=1, why=ONLY_WHY)
    assert error.value.problems[0].code == "boarding.needs_reason"
    pin(*here.of, here.proposal, min(seats(here, here.proposal)))
    joined = begin_circle(*here.of, here.proposal, three, group=1, why=WHY)
    overrides = proposal_of(*here.of, joined).overrides
    assert {(one.reason, one.by) for one in overrides} == {(WHY.reason, WHY.by)}
    assert board_of(*here.of, joined).board.pinned
    assert not proposal_of(*here.of, joined).round.smaller


def test_what_is_signed_is_recomputed_from_its_dossier(here: Decided, tmp_path: Path) -> None:
    three = waiting(here, 3)
    now = Decided(*here.of, begin_circle(*here.of, here.proposal, three, why=WHY))
    content = dossier(*now.of, now.decide(reason="Zij wachten te lang"), Language.NL)
    found = replay(written(tmp_path, content))
    assert found.differences == ()
    assert found.holds
    (step,) = found.dossier.board.steps
    assert (step.kind, len(step.moved), step.reason) == ("circle", 3, WHY.reason)


def test_what_cannot_be_begun(here: Decided) -> None:
    seen = board_of(*here.of, here.proposal).revision
    everybody = waiting(here, 4)
    with pytest.raises(InputError) as error:
        begin_circle(*here.of, here.proposal, everybody, group=1, why=WHY)
    assert error.value.problems[0].code == "boarding.circle_over"
    with pytest.raises(RefusedError):
        begin_circle(*here.of, here.proposal, [PersonKey(here.proposal)], why=WHY)
    for nobody_or_twice in ([], [everybody[0]] * 2):
        with pytest.raises(InputError):
            begin_circle(*here.of, here.proposal, nobody_or_twice, why=WHY)
    ids = people_of(*here.of).keys.ids
    leave(*here.of, here.proposal, ids[everybody[0]])
    with pytest.raises(StaleError):
        begin_circle(*here.of, here.proposal, everybody[1:], why=WHY, seen=seen)
    with pytest.raises(InputError) as error:
        begin_circle(*here.of, here.proposal, everybody[:2], why=WHY)
    assert error.value.problems[0].code == "boarding.circle_gone"
    made = begin_circle(*here.of, here.proposal, everybody[1:], why=WHY)
    assert ids[everybody[0]] in board_of(*here.of, made).board.begun.round.gone
