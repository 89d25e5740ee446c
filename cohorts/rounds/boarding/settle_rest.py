"""The rest of the board made to fit around what was done by hand."""

from __future__ import annotations

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.stepping import board_seen, stepping
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.roles import READERS
from cohorts.rounds.steps import steps_in
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store

BY_HAND = ("move", "swap")
"""The kinds of steps after which somebody sits where somebody wants them."""


def settle(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    seen: int | None = None,
) -> int:
    """The fewest others move; who was moved by hand, or is pinned, stays. Gives the revision.

    Raises NoCompositionError with what clashes, RefusedError, StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.settle", seen=seen)
    held = _moved_by_hand(store, actor, round_, proposal)
    rows = kept.board.begun.round.rows
    after = kept.board.mend(person for person in held if person in rows)
    moves = after.change_since(kept.board).moves
    with stepping("board.settle", store, actor, round_, proposal, was=kept) as on:
        seats = [(on.key_of(move.person.id), move.target) for move in moves]
        on.doing.about(*(key for key, _ in seats))
        on.step("settle", seats=seats)
        return on.doing.revision


def _moved_by_hand(
    store: Store, actor: Actor, round_: RoundKey, proposal: ProposalKey
) -> tuple[ApplicantId, ...]:
    with look(store, actor, round_, may=READERS) as connection:
        steps = steps_in(connection, proposal).standing
        ids = keys_in(connection, round_).ids
    keys = [key for one in steps if one.kind in BY_HAND for key in one.value["people"]]
    return tuple(ids[key] for key in dict.fromkeys(keys) if key in ids)
