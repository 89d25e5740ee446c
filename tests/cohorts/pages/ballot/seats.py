"""Somebody who judges 24 dossiers in a browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.own_ballot import OwnBallot, own_ballot
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import StageKey, stages_of
from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.store.keys import RoundKey
from tests.cohorts.pages.driving import Run, Site
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import in_days, invited

MANY = "id,company,name,place,fte,question\n" + "".join(
    f"x{n},Bedrijf {n:02},Mens {n:02},Almelo,{n + 2},vraag van bedrijf {n:02}\n" for n in range(24)
)
DOSSIERS = 24


@dataclass(frozen=True)
class Seat:
    """Somebody who judges 24 dossiers, and presides; ``token``: of their login.

    ``beside``: who judges beside them.
    """

    site: Site
    actor: Actor
    token: str
    round: RoundKey
    stage: StageKey
    beside: Mapping[str, Actor]

    def address(self, run: Run) -> str:
        query = urlencode({"language": run.language, "ronde": self.round})
        return f"{self.site.root}/stembiljet?{query}"

    @property
    def kept(self) -> OwnBallot:
        return own_ballot(self.site.store, self.actor, self.round, self.stage)


def seat(
    site: Site,
    plan: StagePlan,
    name: str,
    *,
    told: bool = True,
    beside: Sequence[str] = (),
    people: str = MANY,
) -> Seat:
    store, organiser, round_ = site.store, site.actor, site.new_round(f"Ronde van {name}")
    take_in(store, organiser, round_, people.encode())
    members = invited(store, organiser, round_, name, *beside)
    actor = members.pop(name)
    stage = plan_stage(store, organiser, round_, plan)
    open_interests(store, organiser, round_, stage)
    if told:
        (head,) = stages_of(store, organiser, round_)
        for one in (actor, *members.values()):
            declare(store, one, round_, stage, dict.fromkeys(head.candidates, Tie.NONE))
    open_votes(store, organiser, round_, stage, until=in_days(7))
    token = set_password(store, actor, "een lang wachtwoord")
    return Seat(site, actor, token, round_, stage, members)
