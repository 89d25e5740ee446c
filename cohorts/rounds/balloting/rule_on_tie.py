"""The chair says what a tie that was told while votes were taken means for the round."""

from __future__ import annotations

from sqlalchemy import insert, update

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import How, keep_vote
from cohorts.rounds.balloting.vote_rows import all_votes
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.interest import blocked_for, interests_in
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey, check_phase, stage_in
from cohorts.rounds.members.presiding import PRESIDES, check_presides
from cohorts.rounds.typed_text import visible
from cohorts.store.erasing import still_known
from cohorts.store.keys import AccountKey, PersonKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import interest as table
from cohorts.store.tables import note

LONGEST_REASON = 2_000


def rule_on_tie(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    member: AccountKey,
    person: PersonKey,
    ruling: Ruling,
    reason: str,
) -> None:
    """Once for each late tie, with a reason on record; before the votes are closed.

    The deputy does it where the chair is blocked for this applicant, or where there is no chair.
    Raises RefusedError for everybody else, where there is no such tie (any more), and for AGAIN
    while nobody can vote; InputError without a reason.
    """
    with act(
        store, actor, round_, "interest.rule", may=PRESIDES, object_=f"interest.{member}"
    ) as doing:
        connection, text = doing.connection, visible(reason)
        head = stage_in(connection, round_, stage)
        ties = interests_in(connection, round_, head)
        check_presides(
            connection, round_, actor, blocked_for(interests_in(connection, round_), person)
        )
        check_phase(head, Phase.JUDGING, Phase.TALKING)
        told = ties.get(member, {}).get(person)
        if told is None or not told.late or told.stage != stage or told.ruling is not None:
            raise RefusedError(Problem("interests.nothing_to_rule"))
        if still_known(connection, person) is None:  # nothing is typed about who was erased
            raise RefusedError(Problem("interests.nothing_to_rule"))
        if not 1 <= len(text) <= LONGEST_REASON:
            raise InputError(Problem("interests.no_reason", "", {"longest": LONGEST_REASON}))
        if ruling is Ruling.AGAIN:
            _judge_again(doing, head, member, person)
        key = new_key()
        row = {"key": key, "round": round_, "person": person, "text": text}
        connection.execute(insert(note), row)
        here = (table.c.stage == stage, table.c.account == member, table.c.person == person)
        ruled = update(table).where(*here).values(ruling=ruling.value, note=key)
        connection.execute(ruled)
        doing.say({"stage": stage, "number": head.number})


def _judge_again(doing: Acting, head: StageHead, member: AccountKey, person: PersonKey) -> None:
    """What was voted stays to be read, under a version of it that says nothing yet.

    The note that a member wrote for themselves goes on to it: only what was voted counts no more.
    """
    if head.phase is Phase.JUDGING and not head.is_open:
        raise RefusedError(Problem("interests.extend_first"))
    for account, votes in all_votes(doing.connection, head.key).items():
        if person in votes and account != member:
            keep_vote(
                doing,
                head,
                account,
                person,
                judged=Judged(),
                once=f"again-{new_key()}",
                note=votes[person].remark,
                how=How.AGAIN,
            )
