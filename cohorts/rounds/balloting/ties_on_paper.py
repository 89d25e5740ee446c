"""What ties a member signed for on paper, entered for them by a named organiser."""

from __future__ import annotations

from collections.abc import Mapping

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.may_enter import check_may_enter
from cohorts.rounds.interests.declare import keep_ties
from cohorts.rounds.interests.interest import own_interests, unsaid
from cohorts.rounds.judging.stage_head import Phase, StageKey, check_phase, stage_in
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.version_rows import those_there
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import AccountKey, PersonKey, RoundKey
from cohorts.store.store import Store


def declare_on_paper(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    member: AccountKey,
    *,
    ties: Mapping[PersonKey, Tie],
) -> None:
    """``ties``: of every candidate, as the signed sheet has it; the rules are those of the page.

    Raises RefusedError for who may not enter it or is too late, InputError where somebody lacks, is
    no candidate, or where the member has told all ties already and votes are taken.
    """
    object_ = f"interest.{member}"
    with act(store, actor, round_, "interest.paper", may=ORGANISERS, object_=object_) as doing:
        connection = doing.connection
        head = stage_in(connection, round_, stage)
        who = check_may_enter(connection, round_, head, actor, member)
        check_phase(head, Phase.INTERESTS, Phase.JUDGING)
        there = those_there(connection, round_)
        if ties.keys() != there & set(head.candidates):
            raise InputError(Problem("interests.no_candidate"))
        said = own_interests(connection, round_, member)
        if head.phase is Phase.JUDGING and not unsaid(said, head.candidates, there):
            raise InputError(Problem("paper.ties_told"))
        keep_ties(doing, stage, ties, late=False, whose=member)
        doing.say({"name": who.name})


def late_tie_on_paper(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    member: AccountKey,
    *,
    person: PersonKey,
    tie: Tie,
) -> None:
    """*Toch een belang* of who votes on paper; the chair rules on it as on any other.

    The log names the member, and so never with whom: who applied is given what it says of them.

    Raises RefusedError and InputError as :func:`cohorts.rounds.interests.late_tie.late_tie` does.
    """
    object_ = f"interest.{member}"
    with act(store, actor, round_, "interest.paper_late", may=ORGANISERS, object_=object_) as doing:
        connection = doing.connection
        head = stage_in(connection, round_, stage)
        who = check_may_enter(connection, round_, head, actor, member)
        check_phase(head, Phase.JUDGING, Phase.TALKING)
        said = own_interests(connection, round_, member)
        gone = person not in those_there(connection, round_)
        if gone or person not in said or said[person].blocks:
            raise RefusedError(Problem("balloting.not_this"))
        if not tie.blocks:
            raise InputError(Problem("interests.no_block"))
        keep_ties(doing, stage, {person: tie}, late=True, whose=member)
        doing.say({"name": who.name})
