"""What a proposal states of itself that cannot be, whatever its data are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cohorts.record.comparing import Mismatch
from cohorts.record.document import ProposalDocument


def contradictions(stated: ProposalDocument) -> Iterator[Mismatch]:
    """Where it contradicts itself: each place, with what the rest of it says."""
    yield from _proof(stated)
    yield from _hands(stated)


def _proof(stated: ProposalDocument) -> Iterator[Mismatch]:
    """The best is what has its own points as a bound; and where there are groups, they can be."""
    soft, bound = stated.score.soft, stated.bound
    gap = None if bound is None else abs(soft - bound) / max(1, abs(soft))
    if stated.gap != gap:
        yield Mismatch("gap", stated.gap, gap)
    if bound is not None and bound > soft:
        yield Mismatch("bound", bound, soft)
    status = "optimal" if bound == soft else "feasible"
    if stated.status != status:
        yield Mismatch("status", stated.status, status)


def _hands(stated: ProposalDocument) -> Iterator[Mismatch]:
    """What people moved no search found; and for each person a must is let go once."""
    if stated.by_hand and stated.reproducible:
        yield Mismatch("reproducible", stated.reproducible, not stated.reproducible)
    if stated.by_hand and stated.bound is not None:
        yield Mismatch("bound", stated.bound, None)
    given = Counter((one.breach, one.person) for one in stated.overrides)
    for number, one in enumerate(stated.overrides, 1):
        if given[one.breach, one.person] > 1:
            yield Mismatch(f"overrides[{number}]", f"{one.breach}: {one.person}", None)
