"""What is asked of a round, as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.composing.inputs import Given
from cohorts.programme.programme import Programme
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.asking.given_rows import files_in, given_by
from cohorts.rounds.asking.kept_file import KeptFile
from cohorts.rounds.asking.programme_rows import digest_of, stood_by
from cohorts.rounds.asking.setting_rows import settings_in
from cohorts.rounds.asking.stood import Stood
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.rounds.roles import READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True, eq=False)
class Asked:
    """``programme``: with the rules that are on; ``given``: by the ids of the newest people.

    ``digest``: by which that programme is kept; ``stood``: it with its rules that are off, and as
    it was chosen; ``files``: input → the file that it came from.
    """

    programme: Programme
    given: Given
    revision: int
    digest: str
    stood: Stood
    files: Mapping[str, KeptFile]


def asked_of(store: Store, actor: Actor, round_: RoundKey) -> Asked:
    """As it stands; whoever is erased or withdrawn is not in it.

    Raises RefusedError where the round is not theirs to see.
    """
    with look(store, actor, round_, may=READERS) as connection:
        return asked_in(connection, people_in_store(connection, store.url, round_), round_)


def asked_in(connection: Connection, people: KeptPeople, round_: RoundKey) -> Asked:
    """The same of these people, where the role was checked."""
    settings = settings_in(connection, round_)
    stood = stood_by(connection, round_, people.keys, settings)
    stood = stood.among(a.id for a in people.applicants)
    files = files_in(connection, settings, people)
    return Asked(
        stood.in_force,
        given_by(connection, round_, people, settings, files),
        revision_of(connection, round_, ASKED),
        digest_of(stood.in_force, people.keys),
        stood,
        files,
    )
