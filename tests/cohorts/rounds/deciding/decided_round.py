"""A kept round with proposals, and a decision in it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cohorts.composing.proposal import Proposal
from cohorts.hands.board import Board
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.decide import decide
from cohorts.rounds.deciding.decision import Decision, DecisionKey, decisions_of
from cohorts.rounds.packed import pack
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.keys import Key, ProposalKey, RoundKey
from cohorts.store.store import Store
from tests.cohorts.rounds.proposing.kept_round import kept_round
from tests.cohorts.rounds.proposing.samples import composed

SAMPLE = "overijssel"


@dataclass(frozen=True)
class Decided:
    store: Store
    actor: Actor
    round: RoundKey
    proposal: ProposalKey

    @property
    def of(self) -> tuple[Store, Actor, RoundKey]:
        return self.store, self.actor, self.round

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return decisions_of(*self.of)

    def decide(self, **more: Any) -> DecisionKey:
        more = {"proposal": self.proposal, "signed": "Jo Vos", **more}
        return decide(*self.of, **more)

    def keep(self, made: Proposal, kind: Made, before: ProposalKey | None = None) -> ProposalKey:
        (key,) = keep_proposals(*self.of, [made], made=kind, before=before)
        return key


def proposed_round(store: Store, name: str = SAMPLE) -> Decided:
    """With one proposal that was composed."""
    kept = kept_round(store, name)
    round_ = Decided(kept.store, kept.actor, kept.round, ProposalKey(Key("0" * 16)))
    return Decided(*round_.of, round_.keep(composed(name), Made.COMPOSED))


def moved(made: Proposal, *, excused: bool = True) -> Proposal:
    """With two people of different groups in each other's place by hand."""
    board = Board.of(made)
    free = [a for g in (1, 2) for a in board.groups[g] if a.id not in board.pinned]
    one = free[0]
    other = next(a for a in free if board.group_of(a.id) != board.group_of(one.id))
    board = board.swap(one.id, other.id)
    while excused and (left := board.open_breaches()):
        person = (*left[0].people, "")[0]
        board = board.override(left[0].rule, str(person), "kan niet anders", "Jo")
    return board.proposal()


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(content: bytes, name: str, change: Callable[[Any], Any]) -> bytes:
    """The zip with one file of JSON in it changed."""
    files = files_of(content)
    value = json.loads(files[name])
    change(value)
    files[name] = (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
    return pack(files)


def written(folder: Path, content: bytes | Mapping[str, bytes]) -> Path:
    """As a file."""
    path = folder / "dossier.zip"
    path.write_bytes(content if isinstance(content, bytes) else pack(content))
    return path
