"""The groups that a meeting talks about: what of each a room may see, and what is dark to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection

from cohorts.composing.proposal import Proposal
from cohorts.errors import Problem, RefusedError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.kept_board import KeptBoard, board_in
from cohorts.rounds.conferring.covered import Covered, for_room
from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.deciding.proposed import by_hand_from, head_of
from cohorts.rounds.interests.interest import Interests, blocked_for, interests_in
from cohorts.rounds.judging.stage_head import Phase, stages_in
from cohorts.rounds.meeting.agenda import MAY_MEET, MEETS_IN
from cohorts.rounds.members.member import Member, sitting
from cohorts.rounds.minuted import Kind, Minute, minutes_in
from cohorts.rounds.people.kept_people import Keys, keys_in
from cohorts.rounds.proposing.heads import ProposalHead, at_hand, heads_in
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.who_sees import roles_of
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey
from cohorts.store.store import Store

GROUPS = "groups"
"""What a minute is ``about`` that is of such a meeting."""
SEATS = "seats"
"""Under what a minute says who sat in the group then."""
OF_ALL = frozenset({Covered.APART, Covered.STANDING, Covered.PRICE})
"""What tells of people in other groups too: of nobody while anybody is dark."""
WHOLE, NOWHERE = 0, -1
"""The number of a group where a minute is on none; and of who has no place."""


@dataclass(frozen=True)
class Seat:
    """``applicant``: None while who it is stays dark. ``place``: in the order, where shown."""

    person: PersonKey
    applicant: Applicant | None
    place: int | None = None


@dataclass(frozen=True)
class GroupMet:
    """One group. ``lit``: nobody in it is dark, so that sentences on it may be read.

    ``shown``: what was chosen to be shown.
    """

    number: int
    seats: tuple[Seat, ...]
    lit: bool
    shown: frozenset[Covered]
    remarks: tuple[Minute, ...]


@dataclass(frozen=True, eq=False)
class GroupsMet:
    """``decided``: it is the decision that stands; else what the board of the proposal holds.

    ``members``: who sits in the committee, ``present``: those of them in the room. ``open``: nobody
    is dark, so that what tells of all may be shown, and people may be moved; ``not_yours``: a tie
    of whoever looks makes somebody dark. ``ranked``: an order of the organiser's was given.
    ``kept``: the board, for who may move people on it (``moves``). ``nowhere``: who takes part and
    has no place, as a group that nothing is said of; None: everybody has one.
    """

    head: ProposalHead
    decided: bool
    groups: tuple[GroupMet, ...]
    members: tuple[Member, ...]
    present: frozenset[AccountKey]
    open: bool
    not_yours: bool
    ranked: bool
    moves: bool
    proposal: Proposal
    kept: KeptBoard
    nowhere: GroupMet | None = None

    def group(self, number: int) -> GroupMet | None:
        """By its number."""
        return next((one for one in self.groups if one.number == number), None)

    def told(self, group: GroupMet) -> Proposal:
        """The proposal as this group is told of. Raises RefusedError while somebody is dark."""
        if not group.lit:
            raise RefusedError(Problem("conferring.dark"))
        return for_room(self.proposal, group.shown)

    def may_show(self, what: Covered) -> bool:
        """Whether it tells of nobody who is dark, and there is something to show."""
        nothing = {
            Covered.STANDING: not self.ranked,
            Covered.PRICE: self.decided,
            Covered.AGES: all(a.birth_year is None for a in self.proposal.round.applicants),
        }
        return not nothing.get(what, False) and (self.open or what not in OF_ALL)


def groups_met(store: Store, actor: Actor, round_: RoundKey) -> GroupsMet | None:
    """Of the decision that stands, else of the proposal at hand; None where there is none.

    Raises RefusedError for who neither organises nor chairs, and while votes are taken.
    """
    with look(store, actor, round_, may=MAY_MEET) as connection:
        check_may_confer(connection, round_, actor)
        heads = heads_in(connection, round_)
        if not heads:
            return None
        last = standing(decisions_in(connection, round_))
        head = at_hand(heads) if last is None else head_of(heads, last.proposal)
    begun = proposal_of(store, actor, round_, head.key, may=MAY_MEET)
    with look(store, actor, round_, may=MAY_MEET) as connection:
        kept = board_in(connection, round_, head.key, begun, store.url)
        made = kept.board.proposal() if last is None else begun
        room = _Room.read(connection, round_, actor, made)
        line = {one.key for one in by_hand_from(heads, head)}
        shown = shown_in(room.minutes, head.key)
        groups = (
            room.group(made, number, shown.get(number, frozenset()), line)
            for number in made.composition.groups
        )
        return GroupsMet(
            head,
            last is not None,
            tuple(groups),
            room.members,
            room.present,
            open=not room.away,
            not_yours=room.own,
            ranked=bool(_order(made)),
            moves=Role.ORGANISER in roles_of(connection, round_, actor),
            proposal=made,
            kept=kept,
            nowhere=room.nowhere(made),
        )


def check_may_confer(connection: Connection, round_: RoundKey, actor: Actor) -> None:
    """Raises RefusedError while votes are taken, or who does not organise still has to judge."""
    organises = Role.ORGANISER in roles_of(connection, round_, actor)
    fine = (*MEETS_IN, Phase.PLANNED) if organises else MEETS_IN
    if any(one.phase not in fine for one in stages_in(connection, round_)):
        raise RefusedError(Problem("conferring.votes"))


@dataclass(frozen=True, eq=False)
class _Room:
    """What was written down of the meetings, and from whom somebody there is kept."""

    minutes: list[Minute]
    members: tuple[Member, ...]
    present: frozenset[AccountKey]
    keys: Keys
    away: frozenset[PersonKey]
    own: bool

    @classmethod
    def read(cls, connection: Connection, round_: RoundKey, actor: Actor, made: Proposal) -> Self:
        """``own``: it is a tie of whoever looks."""
        minutes = of_groups(minutes_in(connection, round_))
        members, keys = sitting(connection, round_), keys_in(connection, round_)
        present, ties = present_in(minutes, members), interests_in(connection, round_)
        away = away_of(ties, keys, made, present | {actor.key})
        own = any(one.blocks for who, one in ties.get(actor.key, {}).items() if who in away)
        return cls(minutes, members, present, keys, away, own)

    def group(
        self,
        made: Proposal,
        number: int,
        shown: frozenset[Covered],
        line: Collection[str],
    ) -> GroupMet:
        """``line``: the proposals of which remarks on the group of that number are shown."""
        people = made.composition.groups[number]
        lit = not any(self.keys.of[a.id] in self.away for a in people)
        seen = shown - (OF_ALL if self.away else frozenset()) if lit else frozenset[Covered]()
        place = _order(made) if Covered.STANDING in seen else {}
        clear = for_room(made, seen).composition.groups[number]
        seats = (self._seat(a, place) for a in clear)
        remarks = _remarks(self.minutes, number, line) if lit else ()
        told = tuple(one for one in remarks if seated_in(one).isdisjoint(self.away))
        return GroupMet(number, tuple(seats), lit, seen, told)

    def nowhere(self, made: Proposal) -> GroupMet | None:
        """Who has no place, as dark as they would be in a group."""
        left = for_room(made, ()).composition.not_placed
        seats = tuple(self._seat(a, {}) for a in left)
        lit = all(seat.applicant is not None for seat in seats)
        return GroupMet(NOWHERE, seats, lit, frozenset(), ()) if seats else None

    def _seat(self, a: Applicant, place: Mapping[ApplicantId, int]) -> Seat:
        person = self.keys.of[a.id]
        return Seat(person, None if person in self.away else a, place.get(a.id))


def away_of(
    ties: Interests, keys: Keys, made: Proposal, seeing: Collection[AccountKey]
) -> frozenset[PersonKey]:
    """Of the people of a proposal, with a place or without: from whom one of these is kept."""
    round_ = made.round
    all_ = (*round_.applicants, *(one.applicant for one in round_.set_aside))
    people = {keys.of[a.id] for a in all_}
    return frozenset(who for who in people if not blocked_for(ties, who).isdisjoint(seeing))


def _order(made: Proposal) -> Mapping[ApplicantId, int]:
    """Where each stands by the points the organiser gave; of votes nothing is told."""
    merit = made.round.merit
    if merit is None or made.round.of_votes:
        return {}
    return {who: 1 + sum(other > here for other in merit.values()) for who, here in merit.items()}


def of_groups(minutes: Iterable[Minute]) -> list[Minute]:
    """Those of a meeting on groups."""
    return [one for one in minutes if one.value.get("about") == GROUPS]


def present_in(minutes: Iterable[Minute], members: Collection[Member]) -> frozenset[AccountKey]:
    """As it was written down last; before that everybody, so that nothing shows by mistake."""
    written = [one for one in minutes if one.kind is Kind.PRESENT]
    here = frozenset(one.key for one in members)
    return here & frozenset(written[-1].value["members"]) if written else here


def shown_in(minutes: Iterable[Minute], proposal: str) -> Mapping[int, frozenset[Covered]]:
    """Group → what is shown of it: of one group at a time, until that is done."""
    number, on = WHOLE, frozenset[Covered]()
    for one in minutes:
        if one.value.get("proposal") != proposal or one.kind not in (Kind.SHOWN, Kind.BACK):
            continue
        if one.kind is Kind.BACK or one.value["group"] != number:
            on = frozenset()
        number = one.value["group"]
        if one.kind is Kind.SHOWN:
            what = {Covered(one.value["what"])}
            on = on | what if one.value["on"] else on - what
    return {number: on}


def seated_in(one: Minute) -> frozenset[PersonKey]:
    """Who sat in the group it is on when it was written down; nobody where that was not kept."""
    return frozenset(PersonKey(Key(who)) for who in one.value.get(SEATS, ()))


def _remarks(minutes: Iterable[Minute], number: int, line: Collection[str]) -> tuple[Minute, ...]:
    """On this group of the proposal, and of those it came out of by hand."""
    return tuple(
        one
        for one in minutes
        if one.kind is Kind.REMARK
        and one.value["group"] == number
        and one.value["proposal"] in line
    )
