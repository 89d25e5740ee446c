"""Whether who stands above whom, told several times over, still leaves each vote open.

Of two in one range it may be told which stands higher: decision note 75. Of a row of them it may
not, for the last of three in a range of three votes got none. What is looked for is a world: votes
that lie in the ranges and give the same order, in which not all others said one and the same of
somebody, whatever one voter knows of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

MOST_STEPS = 400
"""So many changes of one vote are tried for a world; where none is found, none is taken to be."""


@dataclass(frozen=True)
class Span:
    """``low`` to ``high``: the share or mean of somebody, from 0 to 1, as far as it is told.

    ``judged``: how many did; ``steps``: in how many parts one voter can change it.
    """

    low: Fraction
    high: Fraction
    judged: int
    steps: int = 1

    @property
    def step(self) -> Fraction:
        """The least that it can change."""
        return Fraction(1, self.judged * self.steps)

    def within(self, *, least: int = 1, most: int = 1) -> Span:
        """As where not all of the others said the same; ``least``, ``most``: voters off the end."""
        low = max(self.low, Fraction(least, self.judged))
        return Span(low, min(self.high, 1 - Fraction(most, self.judged)), self.judged, self.steps)


@dataclass(frozen=True)
class Above:
    """The sum of ``more`` is above that of ``less``; not ``strictly``: or equal to it."""

    more: frozenset[str]
    less: frozenset[str]
    strictly: bool = True


def leaves_open(spans: Mapping[str, Span], order: Sequence[Above]) -> bool:
    """Whether no vote on anybody in it can be solved. Who has no span stands anywhere."""
    named = sorted({who for one in order for who in one.more | one.less if who in spans})
    inner = {who: spans[who].within() for who in named if spans[who].low < spans[who].high}
    fixed = {who: spans[who] for who in named if who not in inner}
    known = [one for one in order if one.more | one.less <= set(named)]
    spans_now = {**fixed, **inner}
    middle = {who: one.low + one.step * (_parts(one) // 2) for who, one in spans_now.items()}
    world = _world(spans_now, known, middle)
    return world is not None and all(
        _world({**spans_now, who: other}, known, world) is not None
        for who in inner
        for other in _off_the_ends(spans[who])
    )


def _off_the_ends(span: Span) -> list[Span]:
    """What must be possible of somebody in a range at an end: a vote more than one's own."""
    low = [span.within(least=2)] if span.low == 0 else []
    return low + ([span.within(most=2)] if span.high == 1 else [])


def _world(
    spans: Mapping[str, Span], order: Sequence[Above], begin: Mapping[str, Fraction]
) -> dict[str, Fraction] | None:
    """One that was found, by changing one vote at a time for what lacks least."""
    if any(span.low > span.high for span in spans.values()):
        return None
    at = {who: min(max(begin[who], span.low), span.high) for who, span in spans.items()}
    for _ in range(MOST_STEPS):
        lacks = _lacking(at, spans, order)
        if not lacks:
            return at
        best = min(
            (
                (_lacking({**at, who: value}, spans, order), who, value)
                for who, span in spans.items()
                for value in (at[who] - span.step, at[who] + span.step)
                if span.low <= value <= span.high
            ),
            default=None,
        )
        if best is None or best[0] >= lacks:
            return None
        at[best[1]] = best[2]
    return None


def _parts(span: Span) -> int:
    return int((span.high - span.low) / span.step)


def _lacking(
    at: Mapping[str, Fraction], spans: Mapping[str, Span], order: Sequence[Above]
) -> Fraction:
    """By how much the order does not hold, over all of it."""
    found = Fraction(0)
    for one in order:
        need = _least_step(one.more | one.less, spans) if one.strictly else Fraction(0)
        ahead = sum(at[who] for who in one.more) - sum(at[who] for who in one.less)
        found += max(need - ahead, Fraction(0))
    return found


def _least_step(people: Collection[str], spans: Mapping[str, Span]) -> Fraction:
    return min((spans[who].step for who in people), default=Fraction(0))
