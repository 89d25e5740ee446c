"""A round of a sample in a store: its people confirmed, its programme chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.asking.give import give
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from tests.cohorts.rounds.proposing.samples import FORMS, OTHERWISE, SAMPLES, given
from tests.cohorts.rounds.staff import begun


@dataclass(frozen=True)
class KeptRound:
    store: Store
    actor: Actor
    round: RoundKey


def kept_round(store: Store, name: str) -> KeptRound:
    """With what stands beside the applicants, as the sample has it."""
    actor, round_ = begun(store)
    return filled(store, actor, round_, name)


def filled(store: Store, actor: Actor, round_: RoundKey, name: str) -> KeptRound:
    """The same in a round that is there."""
    drop(store, actor, round_, FORMS, Path(SAMPLES / name / FORMS).read_bytes())
    confirm(store, actor, round_)
    choose_programme(store, actor, round_, OTHERWISE.get(name, name))
    for one, value in given(name).items():
        give(store, actor, round_, one, value)
    return KeptRound(store, actor, round_)
