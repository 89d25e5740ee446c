"""A small round, and a process that goes on changing it, one act of any kind after the other."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cohorts.composing.compose import compose
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, NotAllowedError
from cohorts.people.applicant import ApplicantId
from cohorts.programme.programme import load_programme
from cohorts.rounds.accounts.first_account import administrator_of, first_account
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.give import give
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.boarding.swap import swap
from cohorts.rounds.boarding.undo import undo
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import StageKey, stages_of
from cohorts.rounds.judging.stage_plan import BALLOTS, Tie, plan_of
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.life.rename import rename
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store
from solver.solution import Effort

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
FILE = "people.csv"
MEMBERS = 10
HALF = 0.5


@dataclass(frozen=True)
class CrashRound:
    """A round with people, a programme, one proposal, and a committee in mid-vote."""

    round: RoundKey
    actor: Actor
    proposal: Proposal
    kept: ProposalKey
    people: tuple[ApplicantId, ...]
    stage: StageKey
    members: tuple[Actor, ...]
    candidates: tuple[PersonKey, ...]


def begun(store: Store, name: str) -> CrashRound:
    """Made anew, by the acts that an organiser does first."""
    actor = administrator_of(store) or first_account(store, "Mia")
    programme = load_programme(str(EXAMPLES / "programme.toml"))
    round_ = new_round(store, actor, name, programme)
    drop(store, actor, round_, FILE, (EXAMPLES / FILE).read_bytes())
    confirm(store, actor, round_)
    people = people_of(store, actor, round_).applicants
    ids = tuple(one.id for one in people)
    proposal = compose(people, programme, effort=Effort.QUICK)
    (kept,) = keep_proposals(store, actor, round_, [proposal], made=Made.COMPOSED)
    return CrashRound(round_, actor, proposal, kept, ids, *_voting(store, actor, round_))


def _voting(
    store: Store, actor: Actor, round_: RoundKey
) -> tuple[StageKey, tuple[Actor, ...], tuple[PersonKey, ...]]:
    """A stage that takes votes; everybody told their ties."""
    names = [f"Lid {number} {round_}" for number in range(MEMBERS)]
    members = [Actor(invite(store, actor, round_, Invited(name))[0], name) for name in names]
    stage = {"title": "Stemming", "votes": BALLOTS, "rule": "approval", "places": 4}
    key = plan_stage(store, actor, round_, plan_of({"stage": stage, "offers": True}))
    open_interests(store, actor, round_, key)
    candidates = stages_of(store, actor, round_)[0].candidates
    for member in members:
        declare(store, member, round_, key, dict.fromkeys(candidates, Tie.NONE))
    open_votes(store, actor, round_, key, until=datetime.now(UTC) + timedelta(days=7))
    return key, tuple(members), candidates


def goes_on(store: Store, made: CrashRound, drawn: random.Random, tell: int) -> None:
    """Never ends; writes a sign to the pipe ``tell`` for each act that is done."""
    while True:
        one_act(store, made, drawn)
        os.write(tell, b".")


def one_act(store: Store, made: CrashRound, drawn: random.Random) -> None:
    """Of any kind; one that the round does not allow as it is now counts for none."""
    done = False
    while not done:
        with suppress(InputError, NotAllowedError):
            drawn.choice(ACTS)(store, made, drawn)
            done = True


Act = Callable[[Store, CrashRound, random.Random], object]


def _rename(store: Store, made: CrashRound, drawn: random.Random) -> None:
    rename(store, made.actor, made.round, f"Ronde {drawn.randrange(10**9)}")


def _give(store: Store, made: CrashRound, drawn: random.Random) -> None:
    give(store, made.actor, made.round, "seed", drawn.randrange(10**6))


def _mend(store: Store, made: CrashRound, drawn: random.Random) -> None:
    keys = people_of(store, made.actor, made.round).keys.of
    cells = {"fte": str(drawn.randrange(1, 99)), "name": f"Iemand {drawn.randrange(10**6)}"}
    mend(store, made.actor, made.round, keys[drawn.choice(made.people)], cells)


def _drop(store: Store, made: CrashRound, _: random.Random) -> None:
    drop(store, made.actor, made.round, FILE, (EXAMPLES / FILE).read_bytes())


def _confirm(store: Store, made: CrashRound, _: random.Random) -> None:
    confirm(store, made.actor, made.round)


def _keep(store: Store, made: CrashRound, _: random.Random) -> None:
    keep_proposals(store, made.actor, made.round, [made.proposal] * 2, made=Made.ALTERNATIVE)


def _swap(store: Store, made: CrashRound, drawn: random.Random) -> None:
    one, other = drawn.sample(made.people, 2)
    swap(store, made.actor, made.round, made.kept, (one, other))


def _undo(store: Store, made: CrashRound, _: random.Random) -> None:
    undo(store, made.actor, made.round, made.kept)


def _cast(store: Store, made: CrashRound, drawn: random.Random) -> None:
    member, person = drawn.choice(made.members), drawn.choice(made.candidates)
    judged, once = Judged(yes=drawn.random() < HALF), f"{drawn.randrange(10**12)}"
    cast(store, member, made.round, made.stage, person, judged=judged, once=once, note="zo")


def _offer(store: Store, made: CrashRound, drawn: random.Random) -> None:
    member, person = drawn.choice(made.members), drawn.choice(made.candidates)
    help_ = drawn.random() < HALF
    offer_help(store, member, made.round, made.stage, person, help_=help_, note="zo")


def _send(store: Store, made: CrashRound, drawn: random.Random) -> None:
    send(store, drawn.choice(made.members), made.round, made.stage)


def _late_tie(store: Store, made: CrashRound, drawn: random.Random) -> None:
    member, person = drawn.choice(made.members), drawn.choice(made.candidates)
    late_tie(store, member, made.round, made.stage, person, tie=Tie.ABSTAINS)


OF_ORGANISERS: tuple[Act, ...] = (_rename, _give, _mend, _drop, _confirm, _keep, _swap, _undo)
OF_MEMBERS: tuple[Act, ...] = (_cast, _cast, _cast, _offer, _send, _late_tie)
ACTS = OF_ORGANISERS + OF_MEMBERS
