"""What a page is drawn for: the store, who looks, at which round, in which language."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.rounds.actor import Actor
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language


@dataclass(frozen=True)
class Here:
    """``round``: empty on the pages that belong to no round."""

    store: Store
    actor: Actor
    round: RoundKey
    language: Language
