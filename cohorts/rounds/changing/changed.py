"""What changed since a decision: who is no more in it, who came, and who may still come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cohorts.composing.inputs import Given
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import Asked, asked_of
from cohorts.rounds.calling.who_leaves import leaving_of
from cohorts.rounds.deciding.decision import Decision, decisions_of, standing
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.proposed import head_of
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.proposing.heads import ProposalHead, at_hand, heads_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.proposing.round_now import round_now, taking_part, with_its_groups
from cohorts.rounds.reserving.asked_rows import Asking, yes_in
from cohorts.rounds.reserving.room_left import room_left
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.instead import instead_of
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


class Why(StrEnum):
    """Why somebody of a decision is not in the round any more."""

    STOPPED = "stopped"
    WITHDREW = "withdrew"
    ERASED = "erased"
    NO_LONGER = "no_longer"


@dataclass(frozen=True)
class Left:
    """``label``: "" of who was erased; ``group``: None: had no place."""

    person: PersonKey
    label: str
    group: int | None
    why: Why


@dataclass(frozen=True, eq=False)
class Changed:
    """``base``: the proposal that was decided, ``proposal``: it whole.

    ``decision``: the one that stands, if any. ``came``: takes part now and did not then;
    ``may_come``: has not said yes yet. ``people``, ``asked``, ``round``: as they are now.
    ``here``: who takes part now; ``yes``: of them, who said yes to a place of ``base``.
    ``away``: of whom a tie of whoever looks lets nothing be shown. ``leaving``: of those who take
    part, who said on the telephone that they do not.
    """

    base: ProposalHead
    decision: Decision | None
    proposal: Proposal
    left: tuple[Left, ...]
    came: tuple[PersonKey, ...]
    may_come: tuple[PersonKey, ...]
    people: KeptPeople
    asked: Asked
    round: Round
    here: frozenset[PersonKey]
    yes: tuple[Asking, ...]
    away: frozenset[PersonKey]
    leaving: frozenset[PersonKey]

    @property
    def given(self) -> Given:
        """What is given now; the day is that of the decision where no other was given."""
        return with_its_groups(self.asked.given, self.proposal) | Given(on=self.round.on)

    @property
    def sizes(self) -> Mapping[int, int]:
        """How many of each group are still there."""
        gone = Counter(one.group for one in self.left)
        groups = self.proposal.composition.groups
        return {number: len(members) - gone[number] for number, members in groups.items()}

    def too_small(self) -> Mapping[int, int]:
        """Group with fewer members than asked → how many it has; one nobody is left of is none."""
        fewest = self.round.fewest
        return {number: size for number, size in self.sizes.items() if 0 < size < fewest(number)}

    def room(self, promised: Iterable[int] = ()) -> Mapping[int, int]:
        """Group → how many more it may have, beside those promised: the group of each."""
        return room_left(self.round, self.sizes, promised)

    @property
    def any(self) -> bool:
        """Whether anybody left or came."""
        return bool(self.left or self.came)


def changed(store: Store, actor: Actor, round_: RoundKey) -> Changed | None:
    """Since the last decision, also where it was reopened; else since the proposal at hand.

    None where there is no proposal. Raises RefusedError, InputError where no round can be made of
    what is asked now.
    """
    decisions = decisions_of(store, actor, round_)
    heads = heads_of(store, actor, round_)
    if not heads:
        return None
    base = head_of(heads, decisions[-1].proposal) if decisions else at_hand(heads)
    made = proposal_of(store, actor, round_, base.key)
    now, then = people_of(store, actor, round_), people_of(store, actor, round_, base.version)
    asked = asked_of(store, actor, round_)
    again = round_now(now, asked, made)
    here = taking_part(now, again)
    seats = {now.keys.of[who]: group for who, group in seats_of(made).items()}
    gone = {now.keys.of[one] for one in asked.given.get("gone") or ()}

    def why(who: PersonKey) -> Why:
        if who in then.erased:
            return Why.ERASED
        if who not in now.who:
            return Why.WITHDREW
        return Why.STOPPED if who in gone else Why.NO_LONGER

    left = [
        Left(who, "" if who in then.erased else then.shown[who].label, group, why(who))
        for who, group in seats.items()
        if who not in here
    ]
    tied = instead_of(store, actor, round_)
    with look(store, actor, round_, may=READERS) as connection:
        yes = yes_in(connection, round_, base.key)
    unsure = (one.applicant for one in again.set_aside if one.why is Aside.UNCONFIRMED)
    return Changed(
        base,
        standing(decisions),
        made,
        tuple(sorted(left, key=lambda one: (one.group is None, one.group or 0, one.label))),
        tuple(who for who in map(_key(now), again.applicants) if who not in seats),
        tuple(map(_key(now), unsure)),
        now,
        asked,
        again,
        here,
        tuple(one for one in yes if one.person in here),
        frozenset() if tied is None else tied.kept_from,
        here & leaving_of(store, actor, round_),
    )


def _key(people: KeptPeople) -> Callable[[Applicant], PersonKey]:
    return lambda one: people.keys.of[one.id]
