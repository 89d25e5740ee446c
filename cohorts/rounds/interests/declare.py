"""A member says what ties they have, before any dossier opens."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import own_interests, unsaid
from cohorts.rounds.judging.stage_head import Phase, StageKey, check_phase, stage_in
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.roles import Role
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import interest as table

MEMBERS_ACT = frozenset({Role.MEMBER, Role.CHAIR})


def declare(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    ties: Mapping[PersonKey, Tie],
) -> None:
    """``ties``: of candidates of whom no dossier was opened yet; it may be a part of them.

    While ties are asked anything may be said again. Once votes are taken: only by who has not said
    everything yet (a substitute, somebody late); afterwards there is
    :func:`cohorts.rounds.interests.late_tie.late_tie`.
    Raises RefusedError for who does not judge in it or is too late, InputError for no candidate.
    """
    object_ = f"interest.{actor.key}"
    with act(store, actor, round_, "interest.declare", may=MEMBERS_ACT, object_=object_) as doing:
        head = stage_in(doing.connection, round_, stage)
        check_judges(doing.connection, round_, head, actor)
        check_phase(head, Phase.INTERESTS, Phase.JUDGING)
        if not ties or not ties.keys() <= set(head.candidates):
            raise InputError(Problem("interests.no_candidate"))
        said = own_interests(doing.connection, round_, actor.key)
        if head.phase is Phase.JUDGING and not unsaid(said, head.candidates):
            raise InputError(Problem("interests.opened"))
        keep_ties(doing, stage, ties, late=False)


def keep_ties(
    doing: Acting,
    stage: StageKey,
    ties: Mapping[PersonKey, Tie],
    *,
    late: bool,
    whose: AccountKey | None = None,
) -> None:
    """Instead of what was said of them in this stage. The log never says what.

    ``whose``: of the member for whom somebody enters it; None: of who acts.
    """
    connection, whose = doing.connection, whose or doing.actor.key
    here = (table.c.stage == stage, table.c.account == whose, table.c.person.in_(ties))
    connection.execute(delete(table).where(*here))
    rows = [
        {
            "round": doing.round,
            "account": whose,
            "person": person,
            "stage": stage,
            "tie": Tie(tie).value,
            "late": late,
            "ruling": None,
            "note": None,
            "at": now(),
            "by": doing.actor.key,
        }
        for person, tie in ties.items()
    ]
    connection.execute(insert(table), rows)
