"""The list of ties of a stage was seen by who presides: without that nobody goes on."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.told_ties import list_of, presiders_each, seen_by, ties_in
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey, check_phase, stage_in
from cohorts.rounds.members.presiding import PRESIDES
from cohorts.rounds.minuted import Kind, keep_minute
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

LONGEST_REASON = 2_000


def see_ties(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    lines: Collection[str],
    reason: str = "",
) -> None:
    """``lines``: what stood on the page, by :attr:`~.told_ties.ToldTie.line`.

    Raises RefusedError for who presides over none of it, or where something was told since;
    InputError where the reason is too long.
    """
    with act(store, actor, round_, "interest.see", may=PRESIDES, object_=list_of(stage)) as doing:
        connection, text = doing.connection, visible(reason)
        head = stage_in(connection, round_, stage)
        check_phase(head, Phase.INTERESTS, Phase.JUDGING, Phase.TALKING, Phase.CLOSED)
        if len(text) > LONGEST_REASON:
            raise InputError(Problem("interests.no_reason", "", {"longest": LONGEST_REASON}))
        ties = ties_in(connection, round_, head, people_in_store(connection, store.url, round_))
        over = presiders_each(connection, round_, {one.person for one in ties})
        mine = {one.line for one in ties if actor.key in over[one.person]}
        if not mine:
            raise RefusedError(Problem("interests.nothing_to_see"))
        if mine != set(lines):
            raise RefusedError(Problem("interests.told_since"))
        value = {"stage": stage, "number": head.number, "lines": sorted(mine)}
        keep_minute(doing, Kind.TIES_SEEN, value, text=text)
        doing.say({"stage": stage, "number": head.number})


def check_ties_seen(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople
) -> None:
    """Raises RefusedError while a tie that was told was not seen by who presides over it.

    The words never tell who is blocked for whom. Where nobody told a tie there is nothing to see.
    """
    facts = {"number": head.number}
    ties = ties_in(connection, round_, head, people)
    over = presiders_each(connection, round_, {one.person for one in ties})
    if not all(over.values()):
        raise RefusedError(Problem("interests.nobody_presides", "", facts))
    seen = {key: seen_by(connection, round_, head.key, key) for key in set(over.values())}
    if any(one.line not in seen[over[one.person]] for one in ties):
        raise RefusedError(Problem("interests.unseen", "", facts))
