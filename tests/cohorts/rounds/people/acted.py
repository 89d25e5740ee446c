"""Acts on the people of one round, short enough to be read in a test."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.people.applicant import Applicant
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.dropped_file import DroppedFile, dropped_file
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

HEADERS = "id;naam;bedrijf;e-mail;plaats;medewerkers"


@dataclass(frozen=True)
class Acted:
    """``rows``: a file has one line each, in the order of ``HEADERS``."""

    store: Store
    actor: Actor
    round: RoundKey

    @property
    def here(self) -> tuple[Store, Actor, RoundKey]:
        """How every act begins."""
        return self.store, self.actor, self.round

    def drop(self, *rows: str, headers: str = HEADERS) -> DroppedFile:
        """A file, not yet confirmed."""
        drop(*self.here, "aanmeldingen.csv", "\n".join((headers, *rows)).encode())
        return self.waiting

    def take(self, *rows: str, headers: str = HEADERS, complete: bool | None = None) -> KeptPeople:
        """A file, confirmed."""
        self.drop(*rows, headers=headers)
        confirm(*self.here, complete=complete)
        return self.people

    @property
    def waiting(self) -> DroppedFile:
        """The file that waits."""
        found = dropped_file(*self.here)
        assert found is not None
        return found

    @property
    def people(self) -> KeptPeople:
        """The newest."""
        return people_of(*self.here)

    def key(self, id_: str) -> PersonKey:
        """Of who has this number."""
        (found,) = [key for key, own in self.people.keys.ids.items() if own == id_]
        return found

    def one(self, id_: str) -> Applicant:
        """Who has this number."""
        (found,) = [a for a in self.people.applicants if a.id == id_]
        return found
