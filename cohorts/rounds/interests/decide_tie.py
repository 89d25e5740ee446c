"""The chair on a member who knows a company: they judge it, or they do not."""

from __future__ import annotations

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked_for, interests_in
from cohorts.rounds.interests.take_back_offers import take_back_offers
from cohorts.rounds.interests.told_ties import list_of
from cohorts.rounds.judging.stage_head import Phase, StageKey, check_phase, stage_in
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.presiding import PRESIDES, check_presides
from cohorts.rounds.minuted import Kind, keep_minute
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import AccountKey, PersonKey, RoundKey
from cohorts.store.store import Store

LONGEST_REASON = 2_000


def decide_tie(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    member: AccountKey,
    person: PersonKey,
    bars: bool,
    reason: str,
) -> None:
    """``bars``: from now on, and in later stages, they neither read, vote on nor count it.

    It may be decided otherwise until the votes are closed; the last holds. What the member says of
    it later changes nothing of it. The source of the duty: Awb 2:4, second paragraph.
    Raises RefusedError for who does not preside here, where the member did not say so, or after the
    close; InputError without a reason.
    """
    with act(
        store, actor, round_, "interest.decide", may=PRESIDES, object_=list_of(stage)
    ) as doing:
        connection, text = doing.connection, visible(reason)
        head = stage_in(connection, round_, stage)
        check_presides(
            connection, round_, actor, blocked_for(interests_in(connection, round_), person)
        )
        check_phase(head, Phase.INTERESTS, Phase.JUDGING, Phase.TALKING)
        told = interests_in(connection, round_, head).get(member, {}).get(person)
        if told is None or told.tie is not Tie.KNOWS or person not in head.candidates:
            raise RefusedError(Problem("interests.nothing_to_decide"))
        if not 1 <= len(text) <= LONGEST_REASON:
            raise InputError(Problem("interests.no_reason", "", {"longest": LONGEST_REASON}))
        value = {"stage": stage, "number": head.number, "member": member}
        value |= {"person": person, "bars": bars}
        keep_minute(doing, Kind.TIE, value, text=text, person=person)
        if bars:  # they could not take it back themselves
            take_back_offers(connection, round_, member, [person])
        doing.say({"stage": stage, "number": head.number})
