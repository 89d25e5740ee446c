"""The sample round, for tests of this page."""

from __future__ import annotations

from pathlib import Path

from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.give import give_file
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from tests.cohorts.cli.run import ROOT

SAMPLE = ROOT / "sample_data" / "overijssel"
RELATIONS: Path = SAMPLE / "relations.csv"


def fill(store: Store, actor: Actor, round_: RoundKey) -> None:
    """Its people, and who belongs apart or together."""
    drop(store, actor, round_, "aanmeldingen.xlsx", (SAMPLE / "aanmeldingen.xlsx").read_bytes())
    confirm(store, actor, round_)
    give_file(
        store, actor, round_, "relations", file="relations.csv", content=RELATIONS.read_bytes()
    )
