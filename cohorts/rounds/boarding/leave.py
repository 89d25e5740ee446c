"""Somebody has stopped: they leave the board, and what is asked of the round."""

from __future__ import annotations

from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.gone import GONE, set_gone
from cohorts.rounds.boarding.stepping import Excused, Reason, board_seen, stepping
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.words import Language, say

PAIR = 2


def leave(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    person: ApplicantId,
    *,
    seen: int | None = None,
) -> int:
    """They get no place any more, in no composition of this round. Gives the board's revision.

    What was asked of them alone, or of them with one other, has that as its reason.

    Raises InputError, RefusedError, StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.leave", seen=seen)
    torn = _torn(kept.board, kept.board.leave(person), person)
    why = Reason(say("boarding.has_stopped", Language.NL), actor.name)
    with stepping("board.leave", store, actor, round_, proposal, was=kept) as on:
        here = set_gone(on.doing, store, on.key_of(person), gone=True)
        on.step("leave", person, excused=torn, why=why, **{GONE: here})
        return on.doing.revision


def _torn(before: Board, after: Board, person: ApplicantId) -> list[Excused]:
    """The musts that break because they go, and are about nobody else, or one more."""
    known = set(before.open_breaches())
    new = [breach for breach in after.open_breaches() if breach not in known]
    return [(b.rule, person) for b in new if person in b.people and len(b.people) <= PAIR]
