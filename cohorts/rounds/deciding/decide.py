"""A named person signs a proposal: from then on it is the decision of the round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from sqlalchemy import Connection, insert, select

from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.accounts.staff_name import one_line, spelled
from cohorts.rounds.act import Acting, act, look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.kept_board import object_of
from cohorts.rounds.deciding.decision import (
    DECIDED,
    DECISION,
    DecisionKey,
    decisions_in,
    standing,
)
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.proposed import Proposed, head_of, proposed
from cohorts.rounds.deciding.typed_reason import noted, told_to_the_log, typed
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.proposing.heads import ProposalHead, heads_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.canonical import canonical
from cohorts.store.clock import now
from cohorts.store.keys import ProposalKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import decision as table
from cohorts.store.tables import proposal as proposals


def decide(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    signed: str,
    reason: str = "",
    seen: int | None = None,
) -> DecisionKey:
    """``signed``: the name of who takes the decision; ``reason``: asked where people deviated.

    Raises InputError where the name or the reason is missing; RefusedError where the proposal is
    outdated, a must is broken without a reason, or the round is decided on already; StaleError.
    """
    name, why = _named(signed), typed(reason)
    chosen = proposed(store, actor, round_, proposal)
    wrong = [*unfinished(chosen), *_unexplained(chosen, why)]
    if wrong:
        raise InputError(*wrong)
    with act(store, actor, round_, DECIDED, may=ORGANISERS, object_=DECISION, seen=seen) as doing:
        return signed_in(doing, chosen, name, why)


def signed_in(doing: Acting, chosen: Proposed, name: str, why: str) -> DecisionKey:
    """Within an act, of what is finished: from then on it is the decision.

    Raises RefusedError for what changed in the meantime, and for a tie with somebody in it.
    """
    check_of_proposal(doing.connection, doing.round, doing.actor, chosen.proposal)
    number = _check_still(doing.connection, doing.round, chosen) + 1
    key, note = DecisionKey(new_key()), noted(doing.connection, doing.round, why)
    at = now()
    row = {
        "key": key,
        "round": doing.round,
        "number": number,
        "proposal": chosen.head.key,
        "signed": name,
        "note": note,
        "deviation": canonical(asdict(chosen.deviation)),
        "at": at,
        "by": doing.actor.key,
    }
    doing.connection.execute(insert(table), row)
    digest = select(proposals.c.digest).where(proposals.c.key == chosen.head.key)
    doing.say(
        {
            "decision": key,
            "number": number,
            "proposal": chosen.head.key,
            "proposal_sha256": doing.connection.execute(digest).scalar_one(),
            "signed": name,
            "at": at,
            "deviation": asdict(chosen.deviation),
            "reason_sha256": told_to_the_log(why, note),
        }
    )
    return key


def check_of_proposal(
    connection: Connection, round_: RoundKey, actor: Actor, proposal: Proposal
) -> None:
    """Raises RefusedError for who is kept from somebody it could place."""
    of = keys_in(connection, round_).of
    people = {of[who] for who in seats_of(proposal) if who in of}
    check_not_tied(connection, round_, actor, people)


def revision_seen(store: Store, actor: Actor, round_: RoundKey) -> int:
    """The revision of the decision, as whoever looks at it now sees it. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return revision_of(connection, round_, DECISION)


def unfinished(chosen: Proposed) -> Iterator[Problem]:
    """Why nobody can sign it as it is: each with what to do."""
    facts = {"number": str(chosen.head.number)}
    if not chosen.on_board:
        yield from _unfit(chosen.head)
    if chosen.board_ahead:
        yield Problem("deciding.board_changed", "", facts)
    if chosen.open_breaches:
        count = len(chosen.open_breaches)
        yield Problem("deciding.open_breaches", "", facts | {"count": count})


def _unfit(head: ProposalHead) -> Iterator[Problem]:
    """Why it no longer is a proposal for the round as it is."""
    facts = {"number": str(head.number), "groups": [str(group) for group in head.emptied]}
    if head.emptied:
        yield Problem("deciding.emptied", "", facts)
    elif head.outdated:
        yield Problem("deciding.outdated", "", facts)


def _unexplained(chosen: Proposed, reason: str) -> Iterator[Problem]:
    if chosen.deviation.any and not reason:
        moved, reasons = chosen.deviation.moved, chosen.deviation.reasons
        code = "deciding.no_reason" if moved else "deciding.no_reason_for_broken"
        yield Problem(code, "", {"moved": moved, "reasons": reasons})


def _named(signed: str) -> str:
    """Raises InputError where nobody is named."""
    if not spelled(signed):
        raise InputError(Problem("deciding.no_name"))
    return one_line(signed)


def _check_still(connection: Connection, round_: RoundKey, chosen: Proposed) -> int:
    """How many decisions there were. Raises RefusedError for what changed in the meantime."""
    before = decisions_in(connection, round_)
    if (last := standing(before)) is not None:
        facts = {"name": last.signed, "number": str(last.proposal_number)}
        raise RefusedError(Problem("deciding.already", "", facts))
    head = head_of(heads_in(connection, round_), chosen.head.key)
    if unfit := tuple(_unfit(head)):
        raise RefusedError(*unfit)
    if revision_of(connection, round_, object_of(head.key)) != chosen.board_revision:
        raise RefusedError(Problem("deciding.board_changed", "", {"number": str(head.number)}))
    return len(before)
