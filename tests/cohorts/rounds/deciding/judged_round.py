"""A round in which a committee chose, composed of who went on and decided, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cohorts.composing.compose import compose
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.deciding.decide import decide
from cohorts.rounds.deciding.decision import DecisionKey
from cohorts.rounds.deciding.dossier import dossier, dossier_with_ballots
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from solver.solution import Effort
from tests.cohorts.rounds.balloting.a_committee import (
    NAMES,
    Committee,
    in_days,
    invited,
    planned,
    yes_plan,
)
from tests.cohorts.rounds.staff import joined

REASON = "wacht al twee jaar"


@dataclass(frozen=True)
class JudgedRound:
    here: Committee
    decision: DecisionKey
    auditor: Actor

    def dossier(self, actor: Actor) -> bytes:
        """With the ballots where the auditor asks for it."""
        make = dossier_with_ballots if actor == self.auditor else dossier
        return make(self.here.store, actor, self.here.round, self.decision, Language.NL)


def joint_plan(**others: Any) -> StagePlan:
    """Everybody who can be composed goes on, with what the votes come to as points."""
    stage = yes_plan().stage.model_dump() | {"places": None, "joint": True, **others}
    return yes_plan(stage=stage)


def closed(here: Committee) -> None:
    """The n-th member says yes to the first n + 1, where no tie keeps them from it."""
    blocked = {"School": here.candidate(2)}
    for number, (name, member) in enumerate(here.members.items()):
        for place, person in enumerate(here.head.candidates):
            if blocked.get(name) != person:
                said = Judged(yes=place <= number)
                cast(here.store, member, here.round, here.stage, person, judged=said, once=person)
        send(here.store, member, here.round, here.stage)
    close_votes(here.store, here.organiser, here.round, here.stage)


Begun = tuple[Actor, RoundKey]


def tied(store: Store, plan: StagePlan | None = None, at: Begun | None = None) -> Committee:
    """Votes are taken; the school handles one of them itself. ``at``: a round with people."""
    plan = plan or yes_plan(places=3)
    if at is None:
        here = planned(store, plan)
    else:
        members = invited(store, *at, *NAMES)
        here = Committee(store, *at, plan_stage(store, *at, plan), members)
    open_interests(store, here.organiser, here.round, here.stage)
    for name in here.members:
        here.ties(name, **({"c2": Tie.HANDLES} if name == "School" else {}))
    open_votes(store, here.organiser, here.round, here.stage, until=in_days(7))
    return here


def chosen(store: Store, plan: StagePlan | None = None, at: Begun | None = None) -> Committee:
    """It is decided who goes on; of the last of them by people, where there are places."""
    here = tied(store, plan, at)
    closed(here)
    last = here.candidate(8)
    otherwise = {} if here.head.plan.stage.joint else {last: Otherwise(on=True, reason=REASON)}
    here.see_ties()
    go_on(store, here.organiser, here.round, here.stage, otherwise=otherwise)
    return here


def composed_of(here: Committee, **given_too: Any) -> DecisionKey:
    """Composed of who went on, kept and decided."""
    read = (here.store, here.organiser, here.round)
    people, asked = people_of(*read), asked_of(*read)
    given: dict[str, Any] = {**asked.given, "size": (2, 4), "groups": 1, **given_too}
    made = compose(people.applicants, asked.programme, effort=Effort.QUICK, **given)
    (key,) = keep_proposals(*read, [made], made=Made.COMPOSED)
    return decide(*read, key, signed="Jo Vos")


def judged_round(store: Store, plan: StagePlan | None = None) -> JudgedRound:
    """All of it."""
    here = chosen(store, plan)
    decision = composed_of(here)
    return JudgedRound(
        here, decision, joined(store, here.organiser, "Auke", here.round, Role.AUDITOR)
    )
