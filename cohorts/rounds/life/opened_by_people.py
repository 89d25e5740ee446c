"""What is in the file of a round for people: applicants, relations and programme as they stand."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from sqlalchemy import Connection

from cohorts.forms.toml_text import as_toml
from cohorts.intake.clean import as_csv
from cohorts.people.relation import Relation
from cohorts.programme.frozen import frozen
from cohorts.rounds.asking.programme_rows import stood_in
from cohorts.rounds.asking.relation_rows import relations_in
from cohorts.rounds.asking.setting_rows import settings_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.keys import RoundKey
from cohorts.words.export_gate import gate

HEADERS = ("a", "b", "kind", "must", "note")
MUST = {None: "", True: "true", False: "false"}


def opened_by_people(connection: Connection, url: str, round_: RoundKey) -> dict[str, str]:
    """Name of the file → its text, which the commands on files read."""
    people = people_in_store(connection, url, round_)
    stood = stood_in(connection, round_, people.keys)
    return {
        "applicants.csv": as_csv(people.applicants),
        "relations.csv": _relations(
            relations_in(connection, round_, people, settings_in(connection, round_))
        ),
        "programme.toml": as_toml(frozen(stood.in_force)),
    }


def _relations(relations: Sequence[Relation]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADERS)
    for one in relations:
        cells = (one.a, one.b, one.kind.value, MUST[one.must], one.note)
        writer.writerow([gate(cell) for cell in cells])
    return out.getvalue()
