"""How far members are: for who follows it, and nothing of what they said."""

from __future__ import annotations

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.progress import HowFar, progress
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.ties_on_paper import declare_on_paper
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.roles import Role
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, planned
from tests.cohorts.rounds.staff import joined


def of(here: Committee) -> dict[str, HowFar]:
    found = progress(here.store, here.organiser, here.round, here.stage)
    return {one.member.name: one for one in found}


def test_each_is_as_far_as_their_own_page_says(store: Store) -> None:
    here = judging(store, told=False)
    here.ties("Bank", c0=Tie.HANDLES, c1=Tie.KNOWS)
    here.ties("School")
    bank = here.members["Bank"]
    for number, judged in enumerate((Judged(yes=True), Judged(later=True), Judged(abstained=True))):
        person = here.candidate(number + 1)
        cast(store, bank, here.round, here.stage, person, judged=judged, once=f"n{number}")
    send(store, here.members["School"], here.round, here.stage)
    found = of(here)
    assert list(found) == list(here.members)
    own = own_ballot(store, bank, here.round, here.stage)
    assert (found["Bank"].judged, found["Bank"].own) == (2, 8)
    assert found["Bank"].own - found["Bank"].judged == own.left
    assert [(one.ties, one.sent) for one in found.values()] == [
        (True, False),
        (False, False),
        (True, True),
        (False, False),
    ]
    assert (found["Gemeente"].judged, found["Gemeente"].own) == (0, 0)


def test_what_was_voted_changes_nothing_of_it(store: Store) -> None:
    here = judging(store)
    bank = here.members["Bank"]
    seen = []
    for number, yes in enumerate((True, False)):
        judged = Judged(yes=yes)
        person = here.candidate(3)
        cast(store, bank, here.round, here.stage, person, judged=judged, once=f"n{number}")
        seen.append(of(here))
    assert seen[0] == seen[1]


def test_there_is_none_before_it_opened(store: Store) -> None:
    here = planned(store)
    with pytest.raises(RefusedError):
        progress(store, here.organiser, here.round, here.stage)


def test_who_may_follow_it_and_until_when(store: Store) -> None:
    here = judging(store)
    auditor = joined(store, here.organiser, "Controle", here.round, Role.AUDITOR)
    for name, actor in here.members.items():
        if name != "Bank":
            with pytest.raises(RefusedError):
                progress(store, actor, here.round, here.stage)
    seen = [
        progress(store, actor, here.round, here.stage)
        for actor in (here.organiser, here.members["Bank"], auditor)
    ]
    assert seen[0] == seen[1] == seen[2]
    for actor in here.members.values():
        send(store, actor, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    with pytest.raises(RefusedError):
        progress(store, here.organiser, here.round, here.stage)


def test_when_a_round_changed_last_tells_of_no_vote(store: Store) -> None:
    here = judging(store)
    before = rounds_of(store, here.organiser)
    bank = here.members["Bank"]
    yes = Judged(yes=True)
    cast(store, bank, here.round, here.stage, here.candidate(0), judged=yes, once="a")
    send(store, bank, here.round, here.stage)
    assert rounds_of(store, here.organiser) == before


def test_who_told_ties_on_paper_has_begun(store: Store) -> None:
    here = planned(store)
    of_ = (store, here.organiser, here.round)
    key, _ = invite(*of_, Invited("Papier"))
    open_interests(*of_, here.stage)
    assert not of(here)["Papier"].begun
    none = dict.fromkeys(here.head.candidates, Tie.NONE)
    declare_on_paper(*of_, here.stage, key, ties=none)
    assert of(here)["Papier"].begun
