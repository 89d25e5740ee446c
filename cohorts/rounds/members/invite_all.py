"""Several people invited into the committee at once, of whom some may have an account already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.spend_link import new_link
from cohorts.rounds.accounts.staff_name import spelled
from cohorts.rounds.act import Acting, act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.members.invite import LASTS, Invited, seated
from cohorts.rounds.members.invite_known import Known, known_in, seat_known
from cohorts.rounds.members.member import MEMBERS
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store


def known_on_list(
    store: Store, actor: Actor, round_: RoundKey, invited: Sequence[Invited]
) -> Mapping[int, Known]:
    """Place on the list, from 0 → who has that name, to be asked whether it is the same person.

    Raises InputError with everybody on it who cannot be invited, as
    :func:`cohorts.rounds.members.invite_known.known_by_name`, or who stands on it more than once;
    RefusedError.
    """
    found: dict[int, Known] = {}
    with look(store, actor, round_, may=ORGANISERS) as connection:
        problems = _twice(invited)
        for place, one in enumerate(invited):
            try:
                known = known_in(connection, actor, round_, one)
            except InputError as error:
                problems += error.problems
                continue
            if known is not None:
                found[place] = known
    if problems:
        raise InputError(*problems)
    return found


def _twice(invited: Sequence[Invited]) -> list[Problem]:
    """Each name once, as it is written first: two of one name could not tell who is who."""
    names: dict[str, list[str]] = {}
    for one in invited:
        name = spelled(one.name)
        names.setdefault(name.casefold(), []).append(name)
    several = (each[0] for each in names.values() if len(each) > 1)
    return [Problem("members.pasted_twice", "", {"name": name}) for name in several]


def invite_all(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    invited: Sequence[Invited],
    *,
    known: Mapping[int, AccountKey] | None = None,
    seen: int | None = None,
) -> tuple[tuple[AccountKey, str | None], ...]:
    """Several at once, all or nobody; of each, in their order, what inviting that one gives.

    ``known``: place on the list, from 0 → whose account it is, as
    :func:`cohorts.rounds.members.invite_known.invite_known`. Raises InputError, StaleError.
    """
    accounts = dict(known or {})
    with act(
        store, actor, round_, "members.invite_all", may=ORGANISERS, object_=MEMBERS, seen=seen
    ) as doing:
        made = [_one(doing, one, accounts.get(place)) for place, one in enumerate(invited)]
        names = [who.name for who, _ in made]
        doing.say({"accounts": [who.key for who, _ in made], "names": names})
        return tuple((who.key, token) for who, token in made)


def _one(doing: Acting, invited: Invited, whose: AccountKey | None) -> tuple[Actor, str | None]:
    if whose is not None:
        return seat_known(doing, invited, whose)
    who = seated(doing, invited)
    return who, new_link(doing.connection, who.key, lasts=LASTS)
