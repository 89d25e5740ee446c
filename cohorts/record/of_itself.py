"""What a proposal states of itself that cannot be, whatever its data are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cohorts.composing.improved import MOST
from cohorts.record.comparing import Mismatch
from cohorts.record.document import ProposalDocument
from cohorts.record.parts import RepairedPart, ScorePart, StepPart


def contradictions(stated: ProposalDocument) -> Iterator[Mismatch]:
    """Where it contradicts itself: each place, with what the rest of it says."""
    yield from _proof(stated)
    yield from _hands(stated)
    yield from _story(stated)
    yield from _repair(stated)


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


def _repair(stated: ProposalDocument) -> Iterator[Mismatch]:
    """The option that was taken is one there is, and moves who sits elsewhere; fewest come first.

    After a move by hand it is the option no more.
    """
    one = stated.repaired
    if one is None:
        return
    if one.taken > len(one.options):
        yield Mismatch("repaired.taken", one.taken, len(one.options))
        return
    for number, (fewer, more) in enumerate(pairwise(one.options), 2):
        if len(more.moved) < len(fewer.moved):
            place = f"repaired.options[{number}].moved"
            yield Mismatch(place, len(more.moved), len(fewer.moved))
    now: dict[str, int | None] = {
        left.id: None for left in stated.not_placed if left.kind == "not_placed"
    }
    now |= {who: group.number for group in stated.groups for who in group.members}
    had = {who: group for who, group in one.before.items() if group is not None and who in now}
    moved = {who: now[who] for who, group in sorted(had.items()) if now[who] != group}
    placed = {who: group for who, group in sorted(now.items()) if one.before.get(who) is None}
    placed = {who: group for who, group in placed.items() if group is not None}
    yield from _options(one)
    said, place = one.options[one.taken - 1], f"repaired.options[{one.taken}]"
    if not stated.by_hand and said.moved != moved:
        yield Mismatch(f"{place}.moved", said.moved, moved)
    if not stated.by_hand and said.placed != placed:
        yield Mismatch(f"{place}.placed", said.placed, placed)


def _options(one: RepairedPart) -> Iterator[Mismatch]:
    """Each moves who had another group, and nobody who may not be; the first is better than none.

    Who would rather not move is counted by it.
    """
    rather = {*one.rather_not, *one.moved_before}
    for number, option in enumerate(one.options, 1):
        place = f"repaired.options[{number}]"
        moved = {
            who: group
            for who, group in option.moved.items()
            if who not in one.stay and one.before.get(who) not in (None, group)
        }
        if moved != option.moved:
            yield Mismatch(f"{place}.moved", option.moved, moved)
        if (unwilling := len(rather & option.moved.keys())) != option.unwilling:
            yield Mismatch(f"{place}.unwilling", option.unwilling, unwilling)
        if number == 1 and (option.level, option.gain) != ("", 0):
            yield Mismatch(f"{place}.level", option.level, "")


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
