"""A committee of ten of which every vote is known, for tests of what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import VOTERS, keep_vote
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import keep_sent
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from tests.cohorts.rounds.asking.a_round import with_people
from tests.cohorts.rounds.balloting.a_committee import Committee, in_days, invited, yes_plan

TEN = tuple(f"Lid {number}" for number in range(10))
YES = (10, 9, 8, 6, 5, 5, 4, 2, 0)
"""How many say yes to the first candidate, the second …: the first so many members do."""
Ties = Mapping[tuple[str, int], Tie]
"""(member, number of a candidate) → what they told; the rest: none."""


def ten_of(store: Store, plan: StagePlan | None = None, ties: Ties | None = None) -> Committee:
    """Votes are taken, of the nine people of the example; the first member is the chair."""
    return ten_in(store, *with_people(store), plan, ties)


def ten_in(
    store: Store,
    organiser: Actor,
    round_: RoundKey,
    plan: StagePlan | None = None,
    ties: Ties | None = None,
    *,
    beside: str = "",
) -> Committee:
    """The same in a round that is there; ``beside`` their names, as no two have one name."""
    found = invited(store, organiser, round_, *(f"{name}{beside}" for name in TEN))
    members = dict(zip(TEN, found.values(), strict=True))
    stage = plan_stage(store, organiser, round_, plan or yes_plan())
    here = Committee(store, organiser, round_, stage, members)
    open_interests(store, organiser, round_, stage)
    people = here.head.candidates
    for name, actor in members.items():
        said = {who: (ties or {}).get((name, n), Tie.NONE) for n, who in enumerate(people)}
        declare(store, actor, round_, stage, said)
    open_votes(store, organiser, round_, stage, until=in_days(7))
    return here


def vote_yes(here: Committee, yes: Sequence[int] = YES, ties: Ties | None = None) -> None:
    """Everybody votes and sends in, and it closes; whoever is kept from one says nothing of it."""

    def said(number: int, place: int) -> Judged | None:
        kept = (ties or {}).get((TEN[number], place), Tie.NONE).blocks
        return None if kept else Judged(yes=number < yes[place])

    vote(here, said)


def vote(here: Committee, said: Callable[[int, int], Judged | None]) -> None:
    """``said``: by the number of the member and of the candidate. Then everybody sends in.

    Each member's votes are one act, which takes less time than an act each.
    """
    head = here.head
    for number, actor in enumerate(here.members.values()):
        of = (here.store, actor, here.round, "ballot.vote")
        with act(*of, may=VOTERS, object_=f"ballot.{actor.key}") as doing:
            for place, person in enumerate(head.candidates):
                judged = said(number, place)
                if judged is not None:
                    keep_vote(doing, head, actor.key, person, judged=judged, once=person, note="")
            keep_sent(doing.connection, here.round, head, actor.key, by=actor.key)
    close_votes(here.store, here.organiser, here.round, here.stage)
