"""A step played on a board: what was done by hand, done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cohorts.errors import InputError
from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.steps import Step
from cohorts.store.keys import PersonKey
from cohorts.words import Language, say

Who = Callable[[PersonKey], ApplicantId | None]
"""Key → id; None: of that person nothing is left."""


def played(board: Board, step: Step, who: Who) -> Board:
    """The board after it, as one step to take back; itself where whom it was about was erased."""
    value = step.value
    people = [who(key) for key in _keys(value)]
    known = board.begun.round.rows
    if any(person not in known for person in people):
        return board
    after = PLAYS[step.kind](board, value, [person for person in people if person is not None])
    for breach, key in value.get("excused", ()):
        after = _excused(after, breach, who(key) if key else ApplicantId(""), step.typed)
    return after.as_one_step(board)


def _keys(value: Mapping[str, Any]) -> Iterable[PersonKey]:
    return (*value.get("people", ()), *(key for key, _ in value.get("seats", ())))


def _excused(
    board: Board, breach: str, person: ApplicantId | None, typed: Mapping[str, str]
) -> Board:
    """A breach that is there no more, because somebody in it was erased, needs no reason."""
    reason = typed.get("reason") or say("boarding.no_reason", Language.NL)
    try:
        return board.override(breach, person or "", reason, typed.get("by", ""))
    except InputError:
        return board


def _move(board: Board, value: Mapping[str, Any], people: list[ApplicantId]) -> Board:
    return board.move(people[0], value["group"])


def _swap(board: Board, _: Mapping[str, Any], people: list[ApplicantId]) -> Board:
    return board.swap(people[0], people[1])


def _pin(board: Board, _: Mapping[str, Any], people: list[ApplicantId]) -> Board:
    return board.pin(people[0])


def _unpin(board: Board, _: Mapping[str, Any], people: list[ApplicantId]) -> Board:
    return board.unpin(people[0])


def _leave(board: Board, _: Mapping[str, Any], people: list[ApplicantId]) -> Board:
    return board.leave(people[0])


def _override(board: Board, _: Mapping[str, Any], people: list[ApplicantId]) -> Board:
    """All it does stands in what it excuses."""
    del people
    return board


def _settle(board: Board, value: Mapping[str, Any], people: list[ApplicantId]) -> Board:
    return board.seat(zip(people, (group for _, group in value["seats"]), strict=True))


PLAYS: Mapping[str, Callable[[Board, Mapping[str, Any], list[ApplicantId]], Board]] = {
    "move": _move,
    "swap": _swap,
    "pin": _pin,
    "unpin": _unpin,
    "leave": _leave,
    "override": _override,
    "settle": _settle,
}
"""Kind of a step → how it is done."""
