"""The made round to try: read, confirmed and with its relations, as an organiser does it."""

from __future__ import annotations

from pathlib import Path

from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.give import give_file
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

PACKED = Path(__file__).with_name("sample")
"""Of the wheel; in a folder with the project it stands where all samples are."""
SAMPLE = PACKED if PACKED.is_dir() else Path(__file__).parents[3] / "sample_data" / "overijssel"
PEOPLE, RELATIONS, PRESET = "aanmeldingen.xlsx", "relations.csv", "businessversneller"


def sample_round(store: Store, actor: Actor, name: str) -> RoundKey:
    """Each act as anybody's. Raises as :func:`new_round` does."""
    round_ = new_round(store, actor, name, PRESET)
    drop(store, actor, round_, PEOPLE, (SAMPLE / PEOPLE).read_bytes())
    confirm(store, actor, round_)
    content = (SAMPLE / RELATIONS).read_bytes()
    give_file(store, actor, round_, "relations", file=RELATIONS, content=content)
    return round_
