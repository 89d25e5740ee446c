"""What is in the file of a round for people: applicants, relations and programme as they stand."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.intake.clean import as_csv
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.keys import RoundKey


def opened_by_people(connection: Connection, url: str, round_: RoundKey) -> dict[str, str]:
    """Name of the file → its text, which the commands on files read."""
    people = people_in_store(connection, url, round_)
    return {
        "applicants.csv": as_csv(people.applicants),
        "relations.csv": "a,b,kind,must,note\n",
        "programme.toml": "",
    }
