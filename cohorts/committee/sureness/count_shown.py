"""What may be told of a whole count: no vote, no order within a range, no sum that solves one.

All of it follows from the ranges, who is chosen and which lots were drawn; nothing else of the
ballots is asked, so that nothing else can show.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Drawn
from cohorts.committee.counting.mean_scores import mean_scores
from cohorts.committee.counting.weighted_score import shares_scale, width_of
from cohorts.committee.sureness.disagreement import spread_of
from cohorts.committee.sureness.split_shown import (
    SplitShown,
    mean_shown,
    nothing_shown,
    yes_shown,
)
from cohorts.committee.votes import Asked, Election
from cohorts.committee.votes.heard import heard

DIVIDED_YES = Fraction(1, 3)
"""Judges differ about somebody where so many said yes, and so many no."""
DIVIDED_SCORES = Fraction(1, 4)
"""And by scores where the spread is so large: a quarter of the scale about the mean."""


@dataclass(frozen=True)
class CountShown:
    """``equal``: who stands at the border and may stand equal to one beyond it, so far as told.

    ``one_vote``: others, who would if one voter had said otherwise. ``divided``: about whom judges
    differ. ``drawn``: the lots that settled a place, but no lot within a range at an end.
    ``by_figure``: whether the figures tell who goes before whom; else the rule chooses as a whole.
    """

    splits: Mapping[str, SplitShown]
    equal: frozenset[str]
    one_vote: frozenset[str]
    divided: frozenset[str]
    drawn: tuple[Drawn, ...]
    by_figure: bool


def count_shown(
    election: Election,
    rule: CountingRule,
    *,
    chosen: Collection[str],
    lost: Collection[str],
    drawn: Sequence[Drawn] = (),
) -> CountShown:
    """``lost``: who could have been chosen and was not; ``drawn``: the lots that settled it.

    Of a stage in which everybody goes on, nobody is lost, and there is no border.
    """
    splits = splits_shown(election)
    by_figure = rule.by_figure
    equal, one_vote = _at_border(splits, chosen, lost if by_figure else ())
    told = tuple(
        one for one in drawn if not by_figure or not any(splits[c].is_end for c in one.among)
    )
    return CountShown(
        splits,
        equal,
        one_vote - equal,
        divided_shown(election, splits),
        told,
        by_figure,
    )


def splits_shown(election: Election) -> dict[str, SplitShown]:
    """Of every candidate."""
    means = mean_scores(election) if election.asked is Asked.SCORES else {}
    return {c: _split(election, c, means.get(c)) for c in election.candidates}


def _split(election: Election, candidate: str, mean: Fraction | None) -> SplitShown:
    judged = heard(election, candidate).judged
    if election.asked is Asked.YES:
        return yes_shown(sum(b.times for b in election.ballots if b.value(candidate)), judged)
    if mean is None:
        return nothing_shown(election.asked, judged)
    low = election.criteria[0].low if shares_scale(election.criteria) else 0
    return mean_shown((mean - low) / width_of(election), judged)


def _at_border(
    splits: Mapping[str, SplitShown], chosen: Collection[str], lost: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Who may stand equal to somebody beyond the border, and who is one vote from it.

    Of a thousand candidates there are few splits that differ: these are held against each other.
    """
    told = [{splits[c] for c in side if splits[c].is_told} for side in (chosen, lost)]

    def beside(meet: Callable[[SplitShown, SplitShown], bool]) -> frozenset[str]:
        pairs = [(a, b) for a, b in product(*told) if meet(a, b)]
        inside, outside = {a for a, _ in pairs}, {b for _, b in pairs}
        found = {c for c in chosen if splits[c] in inside}
        return frozenset(found | {c for c in lost if splits[c] in outside})

    return beside(SplitShown.may_equal), beside(SplitShown.one_vote_apart)


def divided_shown(election: Election, splits: Mapping[str, SplitShown]) -> frozenset[str]:
    """About whom judges differ, where that may be told."""
    if election.asked is Asked.YES:
        return frozenset(
            c
            for c, one in splits.items()
            if one.low == one.high
            and one.judged
            and DIVIDED_YES <= one.low / one.judged <= 1 - DIVIDED_YES
        )
    # by far the most work of it all, and of a bureau of two nothing may be told
    told = [c for c, one in splits.items() if one.judged is not None]
    return frozenset(c for c in told if (spread_of(election, c) or 0) >= DIVIDED_SCORES)
