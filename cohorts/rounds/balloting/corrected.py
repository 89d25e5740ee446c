"""Dossiers that read otherwise than when a member voted on them: their vote stands, and may change.

An applicant may correct what they said while votes are taken. Members read it as it is now.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.people.applicant import Applicant
from cohorts.rounds.balloting.readable import readable
from cohorts.rounds.balloting.vote_rows import Votes
from cohorts.rounds.people.applicant_json import applicant_of
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.people.version_rows import by_key
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import answers, version


@dataclass(frozen=True)
class Versions:
    """Of the people of a round, the first first: when each was written, and whose answers it has.

    ``people``: person → the row of their answers.
    """

    at: tuple[str, ...]
    people: tuple[Mapping[PersonKey, Key], ...]

    def then(self, votes: Votes) -> Mapping[PersonKey, Key]:
        """Whom somebody voted on → the row of the answers that stood then."""
        before = {who: bisect_right(self.at, vote.at) for who, vote in votes.items()}
        return {
            who: self.people[count - 1][who]
            for who, count in before.items()
            if count and who in self.people[count - 1]
        }


def versions_in(connection: Connection, round_: RoundKey) -> Versions:
    """All of them."""
    query = select(version.c.at, version.c.people).where(version.c.round == round_)
    rows = connection.execute(query.order_by(version.c.number)).all()
    people = ({PersonKey(Key(a)): Key(b) for a, b in json.loads(row.people)} for row in rows)
    return Versions(tuple(row.at for row in rows), tuple(people))


def corrected(
    connection: Connection,
    round_: RoundKey,
    people: KeptPeople,
    votes: Votes,
    versions: Versions | None = None,
) -> frozenset[PersonKey]:
    """Whom a member voted on, and of whom something that they may read was changed since.

    ``people``: as they are in the end; ``versions``: where they were read already.
    """
    if all(people.rows.at <= one.at for one in votes.values()):
        return frozenset()
    then = (versions or versions_in(connection, round_)).then(votes)
    now = people.rows.people
    other = {who: key for who, key in then.items() if who in now and now[who] != key}
    said = by_key(connection, answers, [*other.values()])
    return frozenset(
        who
        for who, key in other.items()
        if key in said and _read(_then(said[key].value, people, who)) != _read(people.who[who])
    )


def _then(text: str, people: KeptPeople, who: PersonKey) -> Applicant:
    return applicant_of(text, people.keys.ids[who])


def _read(one: Applicant) -> list[object]:
    return [one.label, *readable(one)]
