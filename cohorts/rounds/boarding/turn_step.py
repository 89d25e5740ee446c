"""A step on a board is taken back or done again: exactly one act."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.gone import GONE, set_gone
from cohorts.rounds.boarding.stepping import board_seen, stepping
from cohorts.rounds.steps import mark, steps_in
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def turn(
    verb: str,
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    undone: bool,
    seen: int | None,
) -> int:
    """``verb``: undo or redo, as the log calls it. Gives the revision of the board.

    Raises InputError where there is no such step, RefusedError, StaleError.
    """
    name = f"board.{verb}"
    kept = board_seen(store, actor, round_, proposal, name, seen=seen)
    with stepping(name, store, actor, round_, proposal, was=kept) as on:
        steps = steps_in(on.doing.connection, proposal)
        # the last that stands, or the first of those that were taken back
        waiting = steps.standing[-1:] if undone else steps.undone[:1]
        if not waiting:
            raise InputError(Problem(f"boarding.nothing_to_{verb}"))
        one = waiting[0]
        mark(on.doing.connection, proposal, one.number, undone=undone)
        people = one.value.get("people", ())
        on.doing.about(*people)
        if one.value.get(GONE):  # it was this step that made them so
            set_gone(on.doing, store, people[0], gone=not undone)
        return on.doing.revision
