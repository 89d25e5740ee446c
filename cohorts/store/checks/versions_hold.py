"""A version of the applicants names people and answers that are there, but for who was erased."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.checks.json_can_be_read import can_be_read
from cohorts.store.tables import answers, applicant, version


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each that is not."""
    people = {
        row.key: (row.round, row.erased_at is not None)
        for row in connection.execute(
            select(applicant.c.key, applicant.c.round, applicant.c.erased_at)
        )
    }
    given = {
        row.key: (row.round, row.person)
        for row in connection.execute(select(answers.c.key, answers.c.round, answers.c.person))
    }
    ordered = select(version.c.round, version.c.number, version.c.people)
    for round_, number, named in connection.execute(
        ordered.order_by(*ordered.selected_columns[:2])
    ):
        for person, answer in json.loads(named) if can_be_read(named) else ():
            home, erased = people.get(person, ("", False))
            if home != round_:
                yield Problem("store.nowhere", f"version {round_} {number} {person}")
            elif not erased and given.get(answer) != (round_, person):
                yield Problem("store.no_answers", f"version {round_} {number} {person}")
