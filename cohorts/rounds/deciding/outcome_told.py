"""What a decided step came to, by name, for who sees no more of it than that.

After a step that decides jointly whoever can be placed goes on, which is no outcome yet: who takes
part is told once a decision stands, and not while one is open again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import setting_in
from cohorts.rounds.calling.who_leaves import leaving_in
from cohorts.rounds.deciding.comes_after import Comes, comes_after
from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.judging.stage_head import Phase, StageKey, check_phase, stage_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.rounds.standings.standing_of import MAY_LOOK, StageStanding
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

GONE = "gone"


class Whom(StrEnum):
    """Of whom the names are."""

    GOES_ON = "goes_on"
    CAN_BE_PLACED = "can_be_placed"
    TAKES_PART = "takes_part"


@dataclass(frozen=True)
class OutcomeTold:
    """``names``: without those of whom they may see nothing."""

    whom: Whom
    names: tuple[str, ...]


def outcome_told(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey, stood: StageStanding
) -> OutcomeTold:
    """``stood``: what they may see of it. Raises RefusedError before it is decided who goes on.

    Who takes part stands by name: no vote, no group and no other order can be read from it.
    """
    with look(store, actor, round_, may=MAY_LOOK) as connection:
        head = stage_in(connection, round_, stage)
        check_phase(head, Phase.DECIDED)
        on = tuple(one.name for one in stood.people if one.on)
        if not head.plan.stage.joint:
            return OutcomeTold(Whom.GOES_ON, on)
        if comes_after(connection, round_, head) is not Comes.DECIDED:
            return OutcomeTold(Whom.CAN_BE_PLACED, on)
        return OutcomeTold(Whom.TAKES_PART, _placed(connection, store.url, round_, actor))


def _placed(connection: Connection, url: str, round_: RoundKey, actor: Actor) -> tuple[str, ...]:
    """By the decision that stands, without who left since."""
    last = standing(decisions_in(connection, round_))
    seats = {} if last is None else seats_in(connection, last.proposal)
    people = people_in_store(connection, url, round_)
    gone = {PersonKey(who) for who in setting_in(connection, round_, GONE) or ()}
    left = gone | leaving_in(connection, round_)
    away = left | blocked(own_interests(connection, round_, actor.key))
    names = (
        people.shown[who].label
        for who, group in seats.items()
        if group is not None and who in people.who and who not in away
    )
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))
