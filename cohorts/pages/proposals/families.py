"""Which proposals stand side by side: those of one composing, and what was made of them by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.rounds.proposing.heads import ProposalHead
from cohorts.rounds.proposing.keep import Made
from cohorts.store.keys import ProposalKey

MOST = 6
"""More nobody lays beside each other; then the newest are."""


@dataclass(frozen=True)
class Families:
    """``newest``: the first and those beside it; ``before``: what stood first the time before.

    ``earlier``: all others, the newest first.
    """

    newest: tuple[ProposalHead, ...]
    before: ProposalHead | None
    earlier: tuple[ProposalHead, ...]


def families(heads: Sequence[ProposalHead]) -> Families:
    """Of all heads of a round, the newest last; there is one at least."""
    by_key = {head.key: head for head in heads}
    family = {head.key: _root(head, by_key) for head in heads}
    root = by_key[family[heads[-1].key]]
    here = [head for head in heads if family[head.key] == root.key and head is not root]
    newest = (root, *here[-(MOST - 1) :])
    before = by_key.get(root.before) if root.before else None
    earlier = tuple(head for head in reversed(heads) if head not in newest)
    return Families(newest, before, earlier)


def _root(head: ProposalHead, by_key: dict[ProposalKey, ProposalHead]) -> ProposalKey:
    """The composing that it comes out of."""
    while head.made is not Made.COMPOSED and head.before in by_key:
        head = by_key[head.before]
    return head.key
