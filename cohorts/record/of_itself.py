"""What a proposal states of itself that cannot be, whatever its data are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cohorts.composing.improved import MOST
from cohorts.record.comparing import Mismatch
from cohorts.record.document import ProposalDocument
from cohorts.record.parts import ScorePart, StepPart


def contradictions(stated: ProposalDocument) -> Iterator[Mismatch]:
    """Where it contradicts itself: each place, with what the rest of it says."""
    yield from _proof(stated)
    yield from _hands(stated)
    yield from _story(stated)


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


def _story(stated: ProposalDocument) -> Iterator[Mismatch]:
    """A search gets on and only improves, few steps tell of it, and the last is what it found.

    Of what somebody moved afterwards there is no story.
    """
    if len(stated.story) > (0 if stated.by_hand else MOST):
        yield Mismatch("story", len(stated.story), 0 if stated.by_hand else MOST)
        return
    for number, (one, after) in enumerate(pairwise(stated.story), 2):
        if after.done < one.done:
            yield Mismatch(f"story[{number}].done", after.done, one.done)
        if _reached(after) >= _reached(one):
            yield Mismatch(f"story[{number}].soft", after.soft, one.soft)
    for last in stated.story[-1:]:
        if _reached(last) != _reached(stated.score):
            yield Mismatch(f"story[{len(stated.story)}].soft", last.soft, stated.score.soft)


def _reached(one: StepPart | ScorePart) -> tuple[int, int, int]:
    return one.worst, one.alike, one.soft
