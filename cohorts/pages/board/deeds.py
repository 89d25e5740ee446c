"""What the component sends, done on the kept board."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cohorts.errors import InputError, Problem
from cohorts.hands.board import Board
from cohorts.pages.board.drawn import person_of
from cohorts.pages.board.told_of import moved, settled, swapped
from cohorts.pages.here import Here
from cohorts.pages.told import page_words
from cohorts.people.applicant import ApplicantId
from cohorts.reports.called import called
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.kept_board import KeptBoard, board_of
from cohorts.rounds.boarding.leave import leave
from cohorts.rounds.boarding.move import move
from cohorts.rounds.boarding.override import override
from cohorts.rounds.boarding.pin_somebody import pin
from cohorts.rounds.boarding.redo import redo
from cohorts.rounds.boarding.settle_rest import settle
from cohorts.rounds.boarding.stepping import Reason
from cohorts.rounds.boarding.swap import swap
from cohorts.rounds.boarding.undo import undo
from cohorts.rounds.boarding.unpin import unpin
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store

LONGEST = 1000
"""Signs of a reason or a name."""
MOST_SEEN, NEVER = 2**31, -1
"""What no board was changed so often; the revision of none."""
Sent = Mapping[str, Any]
t = page_words("board")


@dataclass(frozen=True)
class OnKept:
    """The board of a kept proposal, for whoever looks."""

    here: Here
    proposal: ProposalKey

    def kept(self) -> KeptBoard:
        """The board as it is now."""
        here = self.here
        return board_of(here.store, here.actor, here.round, self.proposal)

    def do(self, sent: Sent) -> str:
        """Does what was sent; gives what it did, in words. Raises CohortsError."""
        kind = sent.get("kind")
        if not isinstance(kind, str) or kind not in DEEDS:
            raise InputError(Problem("boarding.unknown"))
        before = self.kept().board
        with before.programme.in_own_words():
            tell = DEEDS[kind](self, before, sent)
            return tell(self.kept().board)

    @property
    def where(self) -> tuple[Store, Actor, RoundKey, ProposalKey]:
        """The first of what every act wants."""
        here = self.here
        return here.store, here.actor, here.round, self.proposal


Tell = Callable[[Board], str]
"""The board after an act → what the act did."""


def person_in(board: Board, row: object) -> ApplicantId:
    """Whom the component means: a row of the round. Raises InputError."""
    person = person_of(board, row)
    if person is None:
        raise InputError(Problem("boarding.unknown"))
    return person


def _seen(sent: Sent) -> int:
    seen = sent.get("seen")
    return seen if type(seen) is int and 0 <= seen < MOST_SEEN else NEVER


def _why(sent: Sent) -> Reason:
    reason, by = (str(sent.get(part) or "")[:LONGEST] for part in ("reason", "by"))
    return Reason(reason, by)


def _move(on: OnKept, before: Board, sent: Sent) -> Tell:
    person, group = person_in(before, sent.get("person")), sent.get("group")
    if group is not None and type(group) is not int:
        raise InputError(Problem("boarding.unknown"))
    move(*on.where, person, group=group, why=_why(sent), seen=_seen(sent))
    return lambda after: moved(before, after, person, on.here.language)


def _swap(on: OnKept, before: Board, sent: Sent) -> Tell:
    two = person_in(before, sent.get("person")), person_in(before, sent.get("other"))
    swap(*on.where, two, why=_why(sent), seen=_seen(sent))
    return lambda after: swapped(before, after, *two, on.here.language)


def _pin(on: OnKept, before: Board, sent: Sent) -> Tell:
    person = person_in(before, sent.get("person"))
    pin(*on.where, person, seen=_seen(sent))
    where = called(before.programme, before.group_of(person) or 0, on.here.language)
    return lambda after: t("did_pin", who=after.label(person), where=where)


def _unpin(on: OnKept, before: Board, sent: Sent) -> Tell:
    person = person_in(before, sent.get("person"))
    unpin(*on.where, person, seen=_seen(sent))
    return lambda after: t("did_unpin", who=after.label(person))


def _override(on: OnKept, before: Board, sent: Sent) -> Tell:
    row = sent.get("person")
    person = person_in(before, row) if row else ApplicantId("")
    override(*on.where, str(sent.get("rule")), person=person, why=_why(sent), seen=_seen(sent))
    return lambda _: t("did_override")


def _leave(on: OnKept, before: Board, sent: Sent) -> Tell:
    person = person_in(before, sent.get("person"))
    leave(*on.where, person, seen=_seen(sent))
    return lambda after: t("did_leave", who=after.label(person))


def _settle(on: OnKept, before: Board, sent: Sent) -> Tell:
    settle(*on.where, seen=_seen(sent))
    return lambda after: settled(before, after, on.here.language)


def _undo(on: OnKept, _: Board, sent: Sent) -> Tell:
    undo(*on.where, seen=_seen(sent))
    return lambda _: t("did_undo")


def _redo(on: OnKept, _: Board, sent: Sent) -> Tell:
    redo(*on.where, seen=_seen(sent))
    return lambda _: t("did_redo")


DEEDS: Mapping[str, Callable[[OnKept, Board, Sent], Tell]] = {
    "move": _move,
    "swap": _swap,
    "pin": _pin,
    "unpin": _unpin,
    "override": _override,
    "leave": _leave,
    "settle": _settle,
    "undo": _undo,
    "redo": _redo,
}
"""What the component calls it → how it is done."""
