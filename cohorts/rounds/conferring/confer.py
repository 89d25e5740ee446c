"""What is done at a meeting on groups: who is there, what is shown, what is said."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.conferring.covered import Covered
from cohorts.rounds.conferring.groups_met import (
    GROUPS,
    SEATS,
    WHOLE,
    GroupMet,
    GroupsMet,
    check_may_confer,
    groups_met,
)
from cohorts.rounds.meeting.agenda import MAY_MEET
from cohorts.rounds.meeting.write_down import typed
from cohorts.rounds.members.member import sitting
from cohorts.rounds.minuted import Kind, keep_minute
from cohorts.store.keys import AccountKey, PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store

CONFERRING = "conferring"
"""The object of what happens at such a meeting."""


def attend_groups(
    store: Store, actor: Actor, round_: RoundKey, *, members: Collection[AccountKey]
) -> None:
    """From now on these of the committee are in the room.

    Raises RefusedError while votes are taken, InputError for who does not sit in it.
    """
    with act(store, actor, round_, "groups.attend", may=MAY_MEET, object_=CONFERRING) as doing:
        check_may_confer(doing.connection, round_, actor)
        if not set(members) <= {one.key for one in sitting(doing.connection, round_)}:
            raise InputError(Problem("meeting.no_member"))
        keep_minute(doing, Kind.PRESENT, {"about": GROUPS, "members": sorted(members)})


def show_of_group(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    group: int,
    what: Covered,
    on: bool = True,
) -> None:
    """What was shown of another group is dark again.

    Raises RefusedError while somebody in the group is dark, where it tells of others who are, and
    where another proposal is talked about by now.
    """
    with _of_group("groups.show", (store, actor, round_), proposal, group) as at:
        if on and not at.met.may_show(what):
            raise RefusedError(Problem("conferring.covered"))
        keep_minute(at.doing, Kind.SHOWN, at.value | {"what": what.value, "on": on})


def done_with_group(
    store: Store, actor: Actor, round_: RoundKey, proposal: ProposalKey, *, group: int
) -> None:
    """What was shown of it is dark again. Raises RefusedError as showing it does."""
    with _of_group("groups.done", (store, actor, round_), proposal, group) as at:
        keep_minute(at.doing, Kind.BACK, at.value)


def remark_on_group(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    group: int = WHOLE,
    text: str,
    person: PersonKey | None = None,
) -> None:
    """On a group, on somebody in it (erased with them), or on the meeting (``WHOLE``).

    Raises RefusedError as showing it does, InputError without a text or for who is not in it.
    """
    with _of_group("groups.remark", (store, actor, round_), proposal, group) as at:
        if person is not None and not at.has(person):
            raise InputError(Problem("conferring.not_in_group"))
        about = {"person": person} if person else {}
        if person:
            at.doing.about(person)
        value = at.value | about
        keep_minute(at.doing, Kind.REMARK, value, text=typed(text), person=person)


@dataclass(frozen=True)
class _At:
    """``group``: None: the meeting as a whole."""

    doing: Acting
    met: GroupsMet
    group: GroupMet | None

    @property
    def value(self) -> dict[str, object]:
        """What every minute on it holds: also who sat there, for people may be moved later."""
        number = self.group.number if self.group else WHOLE
        facts = {"proposal": self.met.head.key, "number": self.met.head.number}
        value: dict[str, object] = {"about": GROUPS, "group": number, **facts}
        if self.group is None:
            return value
        return value | {SEATS: sorted(seat.person for seat in self.group.seats)}

    def has(self, person: PersonKey) -> bool:
        """Whether they are in the group."""
        return self.group is not None and any(one.person == person for one in self.group.seats)


@contextmanager
def _of_group(
    name: str,
    of: tuple[Store, Actor, RoundKey],
    proposal: ProposalKey,
    number: int,
) -> Iterator[_At]:
    """An act on a group that may be talked about now."""
    store, actor, round_ = of
    met = groups_met(store, actor, round_)
    if met is None or met.head.key != proposal:
        raise RefusedError(Problem("conferring.another"))
    group = met.group(number)
    if group is None and number != WHOLE:
        raise RefusedError(Problem("conferring.another"))
    if group is not None and not group.lit:
        raise RefusedError(Problem("conferring.dark"))
    # a tie that is told between the look and the act makes it dark at the next look
    with act(store, actor, round_, name, may=MAY_MEET, object_=CONFERRING) as doing:
        check_may_confer(doing.connection, round_, actor)
        yield _At(doing, met, group)
