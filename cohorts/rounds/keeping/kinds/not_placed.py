"""Who applied and has no place by the decision that stands: everything of them.

Where nothing was ever decided, nobody has one; then their days run from the last act in the round.

Who says yes to a place that came free has none yet, and is to get it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from cohorts.rounds.act import Acting
from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.erasing.erase_person import erase_within
from cohorts.rounds.keeping.kind import Item, Kind, ended_at
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.people.version_rows import first_there
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.rounds.reserving.asked_rows import yes_in
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import applicant


def _found(connection: Connection, round_: RoundKey) -> Sequence[Item]:
    """By the key of one person, whatever other ids they have; also who withdrew.

    Who applied after the decision: since then. Nobody while a decision is open again: who had a
    place by it may be at their meetings by now.
    """
    decisions = decisions_in(connection, round_)
    last = standing(decisions)
    if decisions and last is None:
        return ()
    ended = ended_at(connection, round_)
    keys = keys_in(connection, round_)
    seats = seats_in(connection, last.proposal) if last else {}
    own = {key: keys.of.get(id_, key) for key, id_ in keys.ids.items()}
    placed = {own[key] for key, group in seats.items() if group is not None and key in own}
    here = select(applicant.c.key).where(
        applicant.c.round == round_, applicant.c.erased_at.is_(None)
    )
    came: dict[PersonKey, str] = {}
    first = first_there(connection, round_)
    for key in map(PersonKey, map(Key, connection.scalars(here))):
        came[own[key]] = max(came.get(own[key], ended), first.get(key, ended))
    yes = [one.person for one in yes_in(connection, round_, last.proposal)] if last else []
    placed |= {own.get(key, key) for key in yes}
    return [Item(key, came[key]) for key in sorted(came.keys() - placed)]


def _erase(doing: Acting, people: Sequence[PersonKey]) -> None:
    for key in people:
        erase_within(doing, key, naming=True)


NOT_PLACED = Kind("not_placed", 365, _found, _erase, whole=True)
