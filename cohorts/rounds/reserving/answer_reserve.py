"""What somebody said who was asked for a free place."""

from __future__ import annotations

from sqlalchemy import update

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.reserving.asked_rows import RESERVE, Answer, Asking, asked_in
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import reserve as table


def answer_reserve(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    number: int,
    answer: Answer,
    *,
    seen: int | None = None,
) -> int:
    """``number``: of the asking. Gives the revision.

    After its time it can still be a yes, as long as nobody else was asked for that place. Raises
    RefusedError where it was answered already or somebody else was asked since, StaleError.
    """
    with act(
        store, actor, round_, "reserve.answer", may=ORGANISERS, object_=RESERVE, seen=seen
    ) as doing:
        asked = asked_in(doing.connection, round_)
        one = next((one for one in asked if one.number == number), None)
        if one is None or one.answer is not None:
            raise RefusedError(Problem("reserving.not_open"))
        check_not_tied(doing.connection, round_, actor, {one.person})
        if answer is Answer.YES and any(_instead(other, one) for other in asked):
            raise RefusedError(Problem("reserving.another_asked"))
        here = (table.c.round == round_, table.c.number == number)
        change = {"answer": answer.value, "answered_at": now()}
        doing.connection.execute(update(table).where(*here).values(change))
        doing.about(one.person)
        doing.say({"group": one.group, "answer": answer.value}, one.person)
        return doing.revision


def _instead(other: Asking, one: Asking) -> bool:
    """Whether it was offered to somebody else once its time was over."""
    same = (other.proposal, other.group) == (one.proposal, one.group)
    return same and other.number > one.number and other.answer is not Answer.NO
