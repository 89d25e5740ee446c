"""A round with a committee that judges, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.rule_on_tie import rule_on_tie
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.interests.see_ties import see_ties
from cohorts.rounds.interests.told_ties import told_ties
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stages_of
from cohorts.rounds.judging.stage_plan import BALLOTS, StagePlan, Tie, plan_of
from cohorts.rounds.members.first_visit import begin
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.members.member import Position
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from tests.cohorts.rounds.asking.a_round import with_people

NAMES = ("Bank", "Gemeente", "School", "Werkgevers")


def yes_plan(places: int = 4, **others: Any) -> StagePlan:
    """Yes-votes."""
    stage = {"title": "Stemming", "votes": BALLOTS, "rule": "approval", "places": places}
    return plan_of({"stage": stage, "seed": 7, **others})


def scores_plan(places: int = 4, **others: Any) -> StagePlan:
    """Two criteria, of which the first weighs twice."""
    criteria = [{"name": "plan", "weight": 2, "anchors": {1: "geen", 5: "klaar"}}, {"name": "moed"}]
    stage = {"title": "Eerste blik", "votes": BALLOTS, "rule": "mean_scores", "places": places}
    return plan_of({"stage": stage | {"criteria": criteria}, "seed": 7, **others})


@dataclass(frozen=True)
class Committee:
    """``members``: by name; the first is the chair."""

    store: Store
    organiser: Actor
    round: RoundKey
    stage: StageKey
    members: dict[str, Actor]

    @property
    def head(self) -> StageHead:
        """The stage as it stands."""
        found = stages_of(self.store, self.organiser, self.round)
        return next(one for one in found if one.key == self.stage)

    def ties(self, member: str, **ties: Tie) -> None:
        """What a member says: of ``c0``, ``c1`` … as given, of the others none."""
        people = self.head.candidates
        said = dict.fromkeys(people, Tie.NONE)
        said |= {people[int(name[1:])]: tie for name, tie in ties.items()}
        declare(self.store, self.members[member], self.round, self.stage, said)

    def see_ties(self, *members: str) -> None:
        """The chair, and each of these, sees their part of the list of ties."""
        for name in members or [next(iter(self.members))]:
            ties_seen(self.store, self.members[name], self.round, self.stage)

    def ruled(self, member: str, number: int, ruling: Ruling, reason: str = "zo") -> None:
        """The chair on the tie that a member told late, with candidate ``number``."""
        rule_on_tie(
            self.store,
            next(iter(self.members.values())),
            self.round,
            self.stage,
            member=self.members[member].key,
            person=self.candidate(number),
            ruling=ruling,
            reason=reason,
        )

    def candidate(self, number: int) -> PersonKey:
        """One of the candidates."""
        return self.head.candidates[number]


def invited(
    store: Store, organiser: Actor, round_: RoundKey, *names: str, deputy: str = ""
) -> dict[str, Actor]:
    """Members who have begun; the first is the chair."""
    found = {}
    for number, name in enumerate(names):
        position = Position.MEMBER if number else Position.CHAIR
        position = Position.DEPUTY if name == deputy else position
        _, link = invite(store, organiser, round_, Invited(name, position, f"{name} BV"))
        begun = begin(store, link)
        assert begun is not None
        actor = who(store, begun[0])
        assert actor is not None
        found[name] = actor
    return found


def planned(store: Store, plan: StagePlan | None = None, *, deputy: str = "") -> Committee:
    """Of the nine people of the example; nothing has opened."""
    organiser, round_ = with_people(store)
    members = invited(store, organiser, round_, *NAMES, deputy=deputy)
    stage = plan_stage(store, organiser, round_, plan or yes_plan())
    return Committee(store, organiser, round_, stage, members)


def judging(store: Store, plan: StagePlan | None = None, *, told: bool = True) -> Committee:
    """Votes are taken; nobody has any ties (``told``: and said so)."""
    here = planned(store, plan)
    open_interests(store, here.organiser, here.round, here.stage)
    if told:
        for name in here.members:
            here.ties(name)
    open_votes(store, here.organiser, here.round, here.stage, until=in_days(7))
    return here


def ties_seen(store: Store, presides: Actor, round_: RoundKey, stage: StageKey) -> None:
    """Their part of the list of ties, as it stands."""
    lines = [one.line for one in told_ties(store, presides, round_, stage).ties]
    see_ties(store, presides, round_, stage, lines=lines)


def in_days(days: float) -> datetime:
    """From now."""
    return datetime.now(UTC) + timedelta(days=days)
