"""How every act on a board is done: on the board as it is, and only if that is still so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.kept_board import KeptBoard, board_of, object_of
from cohorts.rounds.people.kept_people import Keys, keys_in
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.steps import add_step
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store

Excused = tuple[str, ApplicantId]
"""A must, and somebody in the breach of it; "" where it is about everybody."""


@dataclass(frozen=True)
class Reason:
    """Why a must may be broken here, and who says so; as they typed it."""

    reason: str = ""
    by: str = ""

    @property
    def given(self) -> bool:
        """Whether both are."""
        return all(self.typed.values())

    @property
    def typed(self) -> Mapping[str, str]:
        """As it is kept."""
        return {"reason": visible(self.reason), "by": visible(self.by)}


NONE = Reason()


@dataclass(frozen=True, eq=False)
class Stepping:
    """An act under way. ``was``: the board before it."""

    doing: Acting
    proposal: ProposalKey
    was: KeptBoard
    keys: Keys = field(default_factory=lambda: Keys({}, {}))

    def key_of(self, person: ApplicantId) -> PersonKey:
        """Of somebody on the board. Raises RefusedError where they were erased meanwhile."""
        try:
            return self.keys.of[person]
        except KeyError:
            raise RefusedError(Problem("boarding.unknown")) from None

    def step(
        self,
        kind: str,
        *people: ApplicantId,
        why: Reason = NONE,
        excused: Sequence[Excused] = (),
        **value: Any,
    ) -> None:
        """Keeps the step, and says whom the event is about."""
        keys = [self.key_of(person) for person in people]
        stated: dict[str, Any] = {"people": keys, **value}
        if excused:
            stated["excused"] = [(rule, self.key_of(one) if one else "") for rule, one in excused]
        typed = why.typed if why.given else None
        add_step(
            self.doing, self.proposal, kind, stated, typed=typed, person=keys[0] if keys else None
        )
        self.doing.about(*keys)
        self.doing.say({"step": kind})


@contextmanager
def stepping(
    name: str,
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    was: KeptBoard,
) -> Iterator[Stepping]:
    """The transaction of an act on the board ``was``. Raises RefusedError, StaleError."""
    object_ = object_of(proposal)
    with act(
        store, actor, round_, name, may=ORGANISERS, object_=object_, seen=was.revision
    ) as doing:
        yield Stepping(doing, proposal, was, keys_in(doing.connection, round_))


def board_seen(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    name: str,
    *,
    seen: int | None,
) -> KeptBoard:
    """The board as it is. Raises RefusedError, StaleError where another one was seen."""
    kept = board_of(store, actor, round_, proposal)
    if seen is not None and seen != kept.revision:
        # refuses, and says what was done since
        with act(
            store, actor, round_, name, may=ORGANISERS, object_=object_of(proposal), seen=seen
        ):
            pass
    return kept


def excusing(before: Board, after: Board, why: Reason) -> tuple[Board, list[Excused]]:
    """The board after a move, with the reason for every must it breaks; and for whom each is.

    Raises InputError where something breaks and there is no reason, or nobody who gives it.
    """
    if after.change_since(before).allowed:
        return after, []
    if not why.given:
        raise InputError(Problem("boarding.needs_reason"))
    known = set(before.open_breaches())
    new = [breach for breach in after.open_breaches() if breach not in known]
    excused = [(one.rule, one.people[0] if one.people else ApplicantId("")) for one in new]
    for rule, person in excused:
        after = after.override(rule, person, why.reason, why.by)
    return after, excused
