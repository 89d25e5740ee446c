"""What people did by hand between what was computed and what was decided, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cohorts.composing.proposal import Proposal
from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.played import played
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.dossier_form import BoardPart, StepPart
from cohorts.rounds.people.kept_people import Keys
from cohorts.rounds.proposing.heads import ProposalHead
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import READERS
from cohorts.rounds.steps import Step, steps_in
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

Seats = Mapping[ApplicantId, int | None]


def hand_steps(
    store: Store, actor: Actor, round_: RoundKey, line: Sequence[ProposalHead], keys: Keys
) -> BoardPart:
    """``line``: from what was computed, over every board that was kept, to what was decided.

    Raises RefusedError.
    """
    proposals = [proposal_of(store, actor, round_, head.key) for head in line]
    steps: list[StepPart] = []
    for before, after, head, last in zip(proposals, proposals[1:], line, line[1:], strict=False):
        with look(store, actor, round_, may=READERS) as connection:
            kept = steps_in(connection, head.key).standing
        steps += _between(before, after, kept, keys, last)
    return BoardPart(
        proposal_number=line[0].number,
        groups={
            str(number): [str(a.id) for a in group]
            for number, group in proposals[0].composition.groups.items()
        },
        steps=steps,
    )


def _between(
    before: Proposal, after: Proposal, kept: Sequence[Step], keys: Keys, last: ProposalHead
) -> list[StepPart]:
    """The steps on the board up to the one that was kept; where they do not lead there, one.

    They do not where some were taken back after it was kept, or are about somebody who was erased.
    """
    goal, board, done = seats_of(after), Board.of(before), []
    if _placed(goal) == _placed(_seats(board)):
        return []
    for step in kept:
        then = _seats(board)
        board = played(board, step, keys.ids.get)
        moved = dict(_moved(then, _seats(board)))
        reason = step.typed.get("reason", "")
        if moved or reason:
            by = step.typed.get("by") or last.by
            done.append(StepPart(kind=step.kind, by=by, moved=moved, reason=reason))
        if _placed(_seats(board)) == _placed(goal):
            return done
    then = _placed(_seats(board))
    begun = dict(_moved(then, _placed(goal)))
    if last.made is Made.CIRCLE and begun.keys().isdisjoint(map(str, then)):
        reasons = (one.reason for n, one in after.round.smaller.items() if n in begun.values())
        return [*done, StepPart(kind="circle", by=last.by, moved=begun, reason=next(reasons, ""))]
    moved = dict(_moved(seats_of(before), goal))
    return [StepPart(kind="board", by=last.by, moved=moved, reason="")]


def _seats(board: Board) -> Seats:
    return {a.id: number for number, group in board.groups.items() for a in group}


def _placed(seats: Seats) -> Seats:
    return {who: group for who, group in seats.items() if group is not None}


def _moved(before: Seats, after: Seats) -> Iterator[tuple[str, int | None]]:
    for who in sorted(before.keys() | after.keys()):
        if before.get(who) != after.get(who):
            yield str(who), after.get(who)
