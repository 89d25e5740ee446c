"""A member says what ties they have, before any dossier opens."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import interests_in, unsaid
from cohorts.rounds.interests.judges_no_more import check_still_judges
from cohorts.rounds.interests.take_back_offers import take_back_offers
from cohorts.rounds.judging.stage_head import Phase, StageKey, check_phase, stage_in
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.people.version_rows import those_there
from cohorts.rounds.roles import Role
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import interest as table

MEMBERS_ACT = frozenset({Role.MEMBER, Role.CHAIR})


def ties_of(whose: AccountKey) -> str:
    """What an act on the ties of a member changes."""
    return f"interest.{whose}"


def declare(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    ties: Mapping[PersonKey, Tie],
    *,
    seen: int | None = None,
) -> None:
    """``ties``: of candidates of whom no dossier was opened yet; it may be a part of them.

    While ties are asked anything may be said again. Once votes are taken: only by who has not said
    everything yet (a substitute, somebody late), until the close; afterwards there is
    :func:`cohorts.rounds.interests.late_tie.late_tie`, and what was told so stands.
    Raises RefusedError for who does not judge in it (any more) or is too late, InputError for no
    candidate; StaleError.
    """
    object_ = ties_of(actor.key)
    with act(
        store, actor, round_, "interest.declare", may=MEMBERS_ACT, object_=object_, seen=seen
    ) as doing:
        head = stage_in(doing.connection, round_, stage)
        check_judges(doing.connection, round_, head, actor)
        check_phase(head, Phase.INTERESTS, Phase.JUDGING)
        if not ties or not ties.keys() <= set(head.candidates):
            raise InputError(Problem("interests.no_candidate"))
        found = interests_in(doing.connection, round_, head)
        check_still_judges(found, head, actor.key)
        said = found.get(actor.key, {})
        there = those_there(doing.connection, round_)
        if head.phase is Phase.JUDGING and not unsaid(said, head.candidates, there):
            raise InputError(Problem("interests.opened"))
        late = {who for who, one in said.items() if one.late and one.stage == stage}
        keep_ties(doing, stage, {who: ties[who] for who in ties if who not in late}, late=False)


def keep_ties(
    doing: Acting,
    stage: StageKey,
    ties: Mapping[PersonKey, Tie],
    *,
    late: bool,
    whose: AccountKey | None = None,
) -> None:
    """Instead of what was said of them in this stage. The log never says what.

    ``whose``: of the member for whom somebody enters it; None: of who acts. Who is blocked offers
    no help either: they could not take it back.
    """
    if not ties:
        return
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
    away = [person for person, tie in ties.items() if Tie(tie).blocks]
    take_back_offers(connection, doing.round, whose, away)
