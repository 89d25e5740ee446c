"""A ballot on paper or in Excel is entered for its member by a named organiser, whole or not."""

from __future__ import annotations

from sqlalchemy import Connection, select

from cohorts.errors import InputError, Problem, RefusedError, StaleError
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import How, check_may_vote, keep_vote
from cohorts.rounds.balloting.may_enter import check_may_enter
from cohorts.rounds.balloting.paper_read import PaperRead
from cohorts.rounds.balloting.row_keys import mark_of
from cohorts.rounds.balloting.send import Receipt, keep_sent
from cohorts.rounds.balloting.vote_rows import votes_by
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stage_in
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import vote


def enter_on_paper(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    member: AccountKey,
    *,
    read: PaperRead,
) -> Receipt:
    """Every vote of it, checked as one on the page; then it is sent in. One transaction.

    What was voted before on an applicant of whom it says nothing stays. Raises RefusedError for who
    may not enter it, after the deadline, for a ballot of another or one that was entered before;
    StaleError where the member voted on one of them since it was read; InputError where it says
    nothing, or ties were not all told.
    """
    object_ = f"ballot.{member}"
    with act(store, actor, round_, "ballot.paper", may=ORGANISERS, object_=object_) as doing:
        connection = doing.connection
        head = stage_in(connection, round_, stage)
        who = check_may_enter(connection, round_, head, actor, member)
        if read.mark != mark_of(head, member):
            raise RefusedError(Problem("paper.of_another"))
        if not read.entries:
            raise InputError(Problem("paper.nothing"))
        _check_new(connection, head, member, read)
        _keep_all(doing, head, member, read)
        number, at, made, salt = keep_sent(connection, round_, head, member, by=actor.key)
        doing.say({"stage": stage, "number": number, "name": who.name})
    return Receipt(number, at, made, salt, doing.head, head.turn, actor.name)


def _keep_all(doing: Acting, head: StageHead, member: AccountKey, read: PaperRead) -> None:
    people = [one.person for one in read.entries]
    check_may_vote(doing.connection, doing.round, head, member, *people)
    for one in read.entries:
        keep_vote(
            doing,
            head,
            member,
            one.person,
            judged=one.judged,
            once=one.once,
            note=one.note,
            how=How.PAPER,
        )


def _check_new(
    connection: Connection, head: StageHead, member: AccountKey, read: PaperRead
) -> None:
    here = (vote.c.stage == head.key, vote.c.account == member)
    once = vote.c.once.in_([one.once for one in read.entries])
    if connection.scalar(select(vote.c.once).where(*here, once).limit(1)) is not None:
        raise RefusedError(Problem("paper.entered_before"))
    votes = votes_by(connection, head.key, member)
    now = {one: votes[one].number if one in votes else 0 for one in read.seen or ()}
    if read.seen is not None and now != read.seen:
        raise StaleError(Problem("paper.voted_since"))
