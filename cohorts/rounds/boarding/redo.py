"""The step that was last taken back is done again."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.gone import GONE, set_gone
from cohorts.rounds.boarding.stepping import board_seen, stepping
from cohorts.rounds.steps import mark, steps_in
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def redo(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    seen: int | None = None,
) -> int:
    """Gives the revision of the board.

    Raises InputError where there is none, RefusedError, StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.redo", seen=seen)
    with stepping("board.redo", store, actor, round_, proposal, was=kept) as on:
        steps = steps_in(on.doing.connection, proposal).undone
        if not steps:
            raise InputError(Problem("boarding.nothing_to_redo"))
        one = steps[0]
        mark(on.doing.connection, proposal, one.number, undone=False)
        people = one.value.get("people", ())
        on.doing.about(*people)
        if one.value.get(GONE):  # it was this step that made them so
            set_gone(on.doing, store, people[0], gone=True)
        return on.doing.revision
