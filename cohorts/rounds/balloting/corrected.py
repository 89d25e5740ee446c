"""Dossiers that read otherwise than when a member voted on them: their vote stands, and may change.

An applicant may correct what they said while votes are taken. Members read it as it is now.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping

from sqlalchemy import Connection, select

from cohorts.people.applicant import Applicant
from cohorts.rounds.balloting.readable import readable
from cohorts.rounds.balloting.vote_rows import Votes
from cohorts.rounds.people.applicant_json import applicant_of
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.people.version_rows import by_key
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import answers, version


def corrected(
    connection: Connection, round_: RoundKey, people: KeptPeople, votes: Votes
) -> frozenset[PersonKey]:
    """Whom a member voted on, and of whom something that they may read was changed since."""
    if all(people.rows.at <= one.at for one in votes.values()):
        return frozenset()
    then = _answers_then(connection, round_, votes)
    now = people.rows.people
    other = {who: key for who, key in then.items() if who in now and now[who] != key}
    said = by_key(connection, answers, [*other.values()])
    return frozenset(
        who
        for who, key in other.items()
        if key in said and _read(_then(said[key].value, people, who)) != _read(people.who[who])
    )


def _answers_then(
    connection: Connection, round_: RoundKey, votes: Votes
) -> Mapping[PersonKey, Key]:
    """Whom they voted on → the row of the answers that stood then."""
    query = select(version.c.at, version.c.people).where(version.c.round == round_)
    rows = connection.execute(query.order_by(version.c.number)).all()
    times, people = [row.at for row in rows], [dict(json.loads(row.people)) for row in rows]
    before = {who: bisect_right(times, vote.at) for who, vote in votes.items()}
    return {
        who: Key(people[count - 1][who])
        for who, count in before.items()
        if count and who in people[count - 1]
    }


def _then(text: str, people: KeptPeople, who: PersonKey) -> Applicant:
    return applicant_of(text, people.keys.ids[who])


def _read(one: Applicant) -> list[object]:
    return [one.label, *readable(one)]
