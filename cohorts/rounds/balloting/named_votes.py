"""Votes by name: only for an auditor, after the close, by an act of its own with its reason.

Nothing else shows how a member voted to anybody but that member.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.corrected import corrected, versions_in
from cohorts.rounds.balloting.reason_to_see import noted_reason, reason_to_see, say_reason
from cohorts.rounds.balloting.vote_rows import all_votes
from cohorts.rounds.balloting.vote_value import Judged, judged_of
from cohorts.rounds.happened import Happened, happened
from cohorts.rounds.interests.interest import blocked, interests_in
from cohorts.rounds.judging.stage_head import (
    RELEASED,
    StageHead,
    StageKey,
    check_phase,
    stage_in,
)
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.members.member import members_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.people.version_rows import latest_at
from cohorts.rounds.roles import READERS, Role
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, event, note, vote

AUDITORS = frozenset({Role.AUDITOR})
OPENED, TAKEN = "ballot.named", "ballot.taken"
"""The acts: looked at in a stage, and the whole round taken along with all of them in it."""


@dataclass(frozen=True)
class Version:
    """What was said once: on the page, on paper entered by ``by``, or set back to be judged again.

    ``number``: from 1; the last counts. ``remark``: "" where none was made, or it was erased.
    """

    number: int
    turn: int
    judged: Judged
    remark: str
    how: str
    at: str
    by: str


@dataclass(frozen=True)
class NamedVote:
    """Of one member on one applicant, who is called ``applicant``; no versions: never judged.

    ``recused``: the member has a tie, so nothing of it counts. ``corrected``: what was read of the
    applicant was changed after the last version, and before the close.
    """

    member: str
    person: PersonKey
    applicant: str
    recused: bool
    versions: tuple[Version, ...]
    corrected: bool = False


@dataclass(frozen=True)
class Opened:
    """That votes by name were looked at. ``person``: whose objection it was; None: all of a stage.

    ``stage``: None where they were taken along with the whole round, ``number`` is 0 then.
    ``reason``: "" where it was erased.
    """

    at: str
    by: str
    stage: StageKey | None
    number: int
    person: PersonKey | None
    reason: str


def named_votes(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    reason: str,
    person: PersonKey | None = None,
) -> tuple[NamedVote, ...]:
    """``person``: the applicant whose objection it is; None: everybody of the stage.

    Each look is one act; also in a round that was put away. Raises RefusedError for who is no
    auditor or sits, or ever sat, in this committee, and before the close; InputError where the
    reason is too short or too long, or where the applicant could not be chosen in it.
    """
    with act(store, actor, round_, OPENED, may=AUDITORS, object_="ballots", put_away=True) as doing:
        connection = doing.connection
        check_sits_not(connection, round_, actor)
        head = stage_in(connection, round_, stage)
        check_phase(head, *RELEASED)
        why = reason_to_see(reason)
        if person is not None and person not in head.candidates:
            raise InputError(Problem("balloting.named_nobody"))
        if person is not None:
            doing.about(person)
        say_reason(doing, why, person, stage=stage, number=head.number)
        return tuple(_named(connection, store.url, round_, head, person))


def opened_before(store: Store, actor: Actor, round_: RoundKey) -> tuple[Opened, ...]:
    """Each time that votes by name were looked at or taken along, the first first.

    Raises RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        found = happened(connection, round_, event.c.act.in_((OPENED, TAKEN)))
        keys = [noted_reason(one.facts) for one in found]
        query = select(note.c.key, note.c.text).where(note.c.key.in_(keys))
        reasons = {row.key: row.text for row in connection.execute(query)}
    return tuple(_opened(one, reasons) for one in found)


def _opened(one: Happened, reasons: Mapping[str, str]) -> Opened:
    facts = one.facts
    of_stage = one.act == OPENED
    return Opened(
        one.at,
        one.by,
        StageKey(Key(str(facts["stage"]))) if of_stage else None,
        int(str(facts["number"])) if of_stage else 0,
        one.about[0] if one.about else None,
        reasons.get(noted_reason(facts), ""),
    )


def check_sits_not(connection: Connection, round_: RoundKey, actor: Actor) -> None:
    """Who judges, or judged, controls no votes of the same committee. Raises RefusedError."""
    if members_in(connection, round_, actor.key):
        raise RefusedError(Problem("balloting.named_own"))


def _named(
    connection: Connection,
    url: str,
    round_: RoundKey,
    head: StageHead,
    only: PersonKey | None,
) -> Iterator[NamedVote]:
    """By applicant and member, in the order of their names."""
    people = people_in_store(connection, url, round_).shown
    ties = interests_in(connection, round_, head)
    versions = _versions(connection, head.key)
    here = [only] if only is not None else head.candidates
    known = [who for who in here if who in people]
    members = sorted(judges_in(connection, round_, head), key=lambda one: one.name.casefold())
    left = {one.key: one for one in members_in(connection, round_)}
    voted = {whose for whose, _ in versions}
    gone = [left[key] for key in left if key in voted and left[key] not in members]
    other = _corrected(connection, url, round_, head)
    for who in sorted(known, key=lambda who: people[who].label.casefold()):
        for one in (*members, *gone):
            recused = who in blocked(ties.get(one.key, {}))
            said = tuple(versions.get((one.key, who), ()))
            if said or one in members:
                late = who in other.get(one.key, ())
                yield NamedVote(one.called, who, people[who].label, recused, said, late)


def _corrected(
    connection: Connection, url: str, round_: RoundKey, head: StageHead
) -> Mapping[AccountKey, frozenset[PersonKey]]:
    """Of each member: on whom they voted before a correction that came before the close."""
    closing = latest_at(connection, round_, head.closed_at or "")
    people, versions = (
        people_in_store(connection, url, round_, closing),
        versions_in(connection, round_),
    )
    return {
        whose: corrected(connection, round_, people, votes, versions)
        for whose, votes in all_votes(connection, head.key).items()
    }


def _versions(
    connection: Connection, stage: StageKey
) -> Mapping[tuple[AccountKey, PersonKey], list[Version]]:
    query = (
        select(vote, note.c.text, account.c.name)
        .outerjoin(note, note.c.key == vote.c.note)
        .join(account, account.c.key == vote.c.by)
        .where(vote.c.stage == stage)
        .order_by(vote.c.account, vote.c.person, vote.c.number)
    )
    found: dict[tuple[AccountKey, PersonKey], list[Version]] = {}
    for row in connection.execute(query):
        of = AccountKey(Key(row.account)), PersonKey(Key(row.person))
        found.setdefault(of, []).append(
            Version(
                row.number,
                row.turn,
                judged_of(row.value),
                row.text or "",
                row.how,
                row.at,
                row.name,
            )
        )
    return found
