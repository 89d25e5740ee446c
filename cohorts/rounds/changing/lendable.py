"""Whom a group can lend to one that has too few members; the best first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cohorts.hands.board import Board
from cohorts.hands.change import Change
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.changing.changed import Changed
from cohorts.store.keys import PersonKey


@dataclass(frozen=True, eq=False)
class Lent:
    """``person`` goes from ``source`` to ``target``; ``heard``: they were told of a group."""

    person: PersonKey
    label: str
    source: int
    target: int
    change: Change
    heard: bool


def lendable(since: Changed, heard: Collection[PersonKey]) -> tuple[Lent, ...]:
    """Each whom the own group can spare and of whom no must is broken.

    Who ``heard`` of a group comes last; before that the best composition goes first. Nobody who may
    not be moved, and nobody who came since. Musts are those of the decision; what came to be known
    since (two who may not meet) is for the repair to keep.
    """
    board = Board.of(since.proposal)
    for one in since.left:
        board = board.leave(since.people.keys.ids[one.person])
    found = (lent for target in since.too_small() for lent in _to(since, board, target, heard))
    return tuple(sorted(found, key=lambda one: (one.heard, one.change.after, one.label)))


def _to(since: Changed, board: Board, target: int, heard: Collection[PersonKey]) -> Iterator[Lent]:
    for who, source in since.proposal.composition.seats.items():
        person = since.people.keys.of.get(who)
        if person is None or not _may_leave(since, board, who, person, source):
            continue
        change = board.price(who, target)
        if change.allowed:
            label = since.people.shown[person].label
            yield Lent(person, label, source, target, change, person in heard)


def _may_leave(
    since: Changed, board: Board, who: ApplicantId, person: PersonKey, source: int
) -> bool:
    here = person in since.here and person not in since.away and who not in board.pinned
    return here and since.sizes[source] > since.round.fewest(source)
