"""People who wait are given a group: their own, with a reason where it is small, or another's."""

from __future__ import annotations

from collections.abc import Sequence

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.keep_board import as_it_stands, kept_from, people_then
from cohorts.rounds.boarding.stepping import NONE, Reason, board_seen, stepping
from cohorts.rounds.boarding.with_circle import free_group, with_circle
from cohorts.rounds.proposing.keep import Made
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store


def begin_circle(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    people: Sequence[PersonKey],
    *,
    group: int | None = None,
    why: Reason = NONE,
    seen: int | None = None,
) -> ProposalKey:
    """The new proposal: what stands on the board, with these people in a group.

    ``group``: one that there is; None: the first that is free, else one more. ``why``: why it may
    have fewer than is asked, and why a must may be broken by it; for the latter also who says so.

    Raises InputError as :func:`~cohorts.rounds.boarding.with_circle.with_circle` does and where
    something on the board is off without a reason, RefusedError, StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.circle", seen=seen)
    then = people_then(store, actor, round_, proposal)
    ids = then.keys.ids
    if any(who not in ids for who in people):
        raise RefusedError(Problem("boarding.unknown"))
    stands = as_it_stands(kept, then)
    number = free_group(stands) if group is None else group
    made = with_circle(stands, [ids[who] for who in people], then.applicants, number, why)
    with stepping("board.circle", store, actor, round_, proposal, was=kept) as on:
        on.doing.about(*people)
        facts = {"group": number, "number": len(people)}
        return kept_from(on, made, Made.CIRCLE, **facts)
