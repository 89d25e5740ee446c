"""The dossiers of a meeting, one by one: what may be shown of each to who is in the room."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection

from cohorts.committee.sureness.split_shown import SplitShown
from cohorts.errors import Problem, RefusedError
from cohorts.people.applicant import Applicant
from cohorts.rounds.act import Acting, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked_for, interests_in
from cohorts.rounds.judging.stage_head import (
    RELEASED,
    Phase,
    StageHead,
    StageKey,
    check_phase,
    stage_in,
)
from cohorts.rounds.meeting.kept_from_whom import kept_from_whom
from cohorts.rounds.members.member import Member, sitting
from cohorts.rounds.minuted import Kind, Minute, minutes_in
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.standing_of import StageStanding, standing_of
from cohorts.rounds.standings.who_sees import Sight
from cohorts.store.canonical import sha256
from cohorts.store.keys import AccountKey, PersonKey, RoundKey
from cohorts.store.store import Store

MAY_MEET = frozenset({Role.ORGANISER, Role.CHAIR})
MEETS_IN = (Phase.TALKING, Phase.CLOSED, Phase.DECIDED)
"""Never while votes are taken."""


class Shown(StrEnum):
    """Hidden from the start: turnover and profit, what they ask help with, whom they are kept from.

    VOTES: how they voted, as it may be told; see :attr:`Agenda.votes_open`.
    """

    VOTES = "votes"
    TURNOVER = "turnover"
    WORRIES = "worries"
    APART = "apart"


@dataclass(frozen=True)
class Item:
    """``leave``: who has to leave the room first; while there are any the dossier stays dark.

    ``applicant``: None while it is dark, and for who looks and is blocked themselves
    (``not_yours``). ``out``: who left the room for it, and is not back. ``shown``: what was chosen
    to be shown; ``apart``, ``split``: filled where that was; ``remarks``: on this dossier.
    """

    person: PersonKey
    leave: tuple[Member, ...]
    not_yours: bool
    applicant: Applicant | None
    out: tuple[Member, ...] = ()
    shown: frozenset[Shown] = frozenset()
    apart: tuple[str, ...] = ()
    split: SplitShown | None = None
    remarks: tuple[Minute, ...] = ()


@dataclass(frozen=True)
class Agenda:
    """``members``: who sits in the committee; ``present``: those of them in the room.

    ``votes_open``: votes are closed, and nobody in the room is kept from any dossier: whoever is
    could tell from the others how it stands with that one. Only then votes can be shown, and what
    is close or divided comes first; ``first``: how many those are.
    """

    stage: StageHead
    items: tuple[Item, ...]
    members: tuple[Member, ...]
    present: frozenset[AccountKey]
    votes_open: bool = False
    first: int = 0


def agenda(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> Agenda:
    """Raises RefusedError for who neither organises nor chairs, and while votes are taken."""
    with look(store, actor, round_, may=MAY_MEET) as connection:
        head = stage_in(connection, round_, stage)
        check_phase(head, *MEETS_IN)
        people = people_in_store(connection, store.url, round_)
        found = _agenda(connection, round_, head, people, actor)
    return (
        _with_votes(found, standing_of(store, actor, round_, stage)) if found.votes_open else found
    )


def _with_votes(found: Agenda, standing: StageStanding) -> Agenda:
    """What is close or divided first; the split where that was chosen to be shown."""
    if standing.sight not in (Sight.RANGES, Sight.EXACT):
        return replace(found, votes_open=False)
    stood = {one.person: one for one in standing.people}
    to_talk = {who for who, one in stood.items() if one.equal or one.one_vote or one.divided}
    items = [
        replace(one, split=stood[one.person].split)
        if Shown.VOTES in one.shown and one.person in stood
        else one
        for one in sorted(found.items, key=lambda one: one.person not in to_talk)
    ]
    first = sum(one.person in to_talk for one in items)
    return replace(found, items=tuple(items), first=first)


def lit(doing: Acting, url: str, stage: StageKey, person: PersonKey) -> Agenda:
    """The agenda, where this dossier may be talked about now, within an act.

    Raises RefusedError while somebody in the room is blocked for it, in one way for every reason.
    """
    connection, round_ = doing.connection, doing.round
    head = stage_in(connection, round_, stage)
    check_phase(head, *MEETS_IN)
    people = people_in_store(connection, url, round_)
    found = _agenda(connection, round_, head, people, doing.actor)
    if not any(one.person == person and one.applicant is not None for one in found.items):
        raise RefusedError(Problem("meeting.dark"))
    return found


def _agenda(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople, actor: Actor
) -> Agenda:
    minutes = [one for one in minutes_in(connection, round_) if one.value.get("stage") == head.key]
    members = sitting(connection, round_)
    present = _present(minutes, members)
    ties = interests_in(connection, round_)
    here = [who for who in head.candidates if who in people.who]
    away = {who: blocked_for(ties, who) for who in here}
    left = {who: _outside(minutes, who) for who in here}
    leave = {
        who: tuple(
            one
            for one in members
            if one.key in away[who] and one.key in present and one.key not in left[who]
        )
        for who in here
    }
    dark = {who for who in here if leave[who] or actor.key in away[who]}
    last = {who for who in here if away[who] & present}
    items = []
    for who in sorted(here, key=lambda who: (who in last, sha256(f"{head.plan.seed}:{who}"))):
        if who in dark:
            not_yours = actor.key in away[who]
            items.append(Item(who, () if not_yours else leave[who], not_yours, None))
            continue
        shown = _shown(minutes, who)
        apart: tuple[str, ...] = ()
        if Shown.APART in shown:
            seen = {other: people.shown[other] for other in here if other not in dark}
            apart = kept_from_whom(connection, round_, people, seen, who)
        remarks = tuple(one for one in minutes if _is(one, Kind.REMARK, who))
        out = tuple(one for one in members if one.key in away[who] & present)
        items.append(Item(who, (), not_yours=False, applicant=people.shown[who], out=out))
        items[-1] = replace(items[-1], shown=shown, apart=apart, remarks=remarks)
    released = head.phase in RELEASED
    nobody = not any(away[who] & present for who in here)
    return Agenda(head, tuple(items), members, present, votes_open=released and nobody)


def _outside(minutes: Iterable[Minute], person: PersonKey) -> frozenset[str]:
    """Who left the room for this dossier since it was last done."""
    out: frozenset[str] = frozenset()
    for one in minutes:
        if _is(one, Kind.LEFT_ROOM, person):
            out |= {one.value["member"]}
        elif _is(one, Kind.BACK, person):
            out = frozenset()
    return out


def _present(minutes: Iterable[Minute], members: Collection[Member]) -> frozenset[AccountKey]:
    """As it was written down last; before that everybody, so that nothing shows by mistake."""
    written = [one for one in minutes if one.kind is Kind.PRESENT]
    keys = frozenset(one.key for one in members)
    return keys & frozenset(written[-1].value["members"]) if written else keys


def _shown(minutes: Iterable[Minute], person: PersonKey) -> frozenset[Shown]:
    """The last choice of each."""
    chosen = {one.value["what"]: one.value["on"] for one in minutes if _is(one, Kind.SHOWN, person)}
    return frozenset(one for one in Shown if chosen.get(one.value))


def _is(one: Minute, kind: Kind, person: PersonKey) -> bool:
    return one.kind is kind and one.value.get("person") == person
