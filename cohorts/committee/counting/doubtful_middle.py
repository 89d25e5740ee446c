"""Scores first; around the border each judge's own order of who they doubted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field
from typing_extensions import override

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected, Step
from cohorts.committee.counting.heard_first import heard_first
from cohorts.committee.counting.mean_scores import mean_scores
from cohorts.committee.counting.strongest_paths import (
    Pairs,
    above,
    in_order_of_paths,
    strongest_paths,
    tallied,
)
from cohorts.committee.counting.weighted_score import weighted_score, width_of
from cohorts.committee.votes import Asked, Election
from cohorts.forms.exact_number import Exact
from cohorts.words.texts import texts

Share = Annotated[Exact, Field(ge=0, le=1)]


class DoubtfulMiddle(CountingRule):
    """The border lies halfway between the last mean inside and the first outside.

    Who stands within ``margin`` (a part of the scale) of it is doubtful; the others stay as the
    means have them. Among the doubtful each two are compared by every judge: by the order that
    judge put where both are in it, else by that judge's scores, equal scores saying nothing. The
    strongest chains settle their order as in Schulze; what they leave equal the means settle, and
    then the lot. Where no judge put two of the doubtful in order, the means stand, and that is
    said.

    A higher place in an order costs nobody a seat but by lot. A higher score may: it moves the
    border, and with other people in the band the chains may run otherwise.
    """

    TITLE = texts(nl="Scores, en de twijfels op volgorde", en="Scores, and the doubts in order")
    ABOUT = texts(
        nl="Scores wijzen aan wie er zeker in en uit is. Wie rond de grens staat, gaat op de "
        "volgorde die de lezers zelf van hun twijfels maakten. Wie niets zei, telt niet mee.",
        en="Scores show who is clearly in and out. Who stands near the border goes by the order "
        "that the readers themselves made of their doubts. Who said nothing does not count.",
    )
    WHEN = texts(
        nl="Goed als scores dicht op elkaar liggen. Kost elke lezer een paar minuten extra. Een "
        "hogere score verlegt de grens, en kan iemand soms schaden.",
        en="Good where scores lie close together. It takes each reader a few minutes more. A "
        "higher score moves the border, and may at times harm somebody.",
    )
    PAPER = (
        "S. A. Gallo, M. Pearce, C. J. Lee, E. A. Erosheva, A new approach to grant review "
        "assessments: score, then rank (2023), Res. Integr. Peer Rev. 8:10; the band is ours"
    )
    ASKS: ClassVar = frozenset({Asked.SCORES})
    EFFORT: ClassVar = 8
    ASKS_DOUBTS: ClassVar = True

    margin: Share = Fraction(1, 10)

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        means = mean_scores(election)
        by_mean = heard_first(means, seats, seed)
        band = self._band(election, by_mean, seats)
        if len(band) < 2:  # noqa: PLR2004 - one is in no order
            return replace(by_mean, steps=(*by_mean.steps, Step("count_steps.nobody_doubtful")))
        said = [b for b in election.ballots if sum(c in b.doubts for c in band) > 1]
        if not said:
            step = Step("count_steps.no_doubts_given", {"who": band})
            return replace(by_mean, steps=(*by_mean.steps, step))
        facts = {"who": band, "judges": sum(b.times for b in said)}
        step = Step("count_steps.doubts_settled", facts)
        return self._settled(election, by_mean, band, seed, step)

    def _band(self, election: Election, by_mean: Elected, seats: int) -> tuple[str, ...]:
        means, order = by_mean.standing, (*by_mean.chosen, *by_mean.left)
        if seats == len(order) or order[seats] not in means:
            return ()
        border = (means[order[seats - 1]] + means[order[seats]]) / 2
        reach = self.margin * width_of(election)
        return tuple(c for c in order if c in means and abs(means[c] - border) <= reach)

    def _settled(
        self, election: Election, by_mean: Elected, band: Sequence[str], seed: int, step: Step
    ) -> Elected:
        """The band in its new order, where it stood; lots outside it as they were."""
        inside = sum(c in set(band) for c in by_mean.chosen)
        strength = strongest_paths(_pairs(election, band))
        mean = by_mean.standing.__getitem__
        ordered, drawn = in_order_of_paths(strength, inside, seed, mean)
        sure = [c for c in by_mean.chosen if c not in set(band)]
        rest = [c for c in by_mean.left if c not in set(band)]
        outside = tuple(d for d in by_mean.drawn if not set(d.among) & set(band))
        return replace(
            by_mean,
            chosen=(*sure, *ordered[:inside]),
            left=(*ordered[inside:], *rest),
            standing={},
            drawn=(*outside, *drawn),
            steps=(*by_mean.steps, step),
        )


def _pairs(election: Election, band: Sequence[str]) -> Pairs:
    """The judges who put one above another, in their order or else in scores."""
    said = []
    for ballot in election.ballots:
        scores = [weighted_score(ballot, c, election) for c in band]
        pairs = zip(band, scores, strict=True)
        places = [None if score is None else ballot.doubts.get(c) for c, score in pairs]
        ordered = np.array([place is not None for place in places])
        by_score = above([None if score is None else -score for score in scores])
        both = ordered[:, None] & ordered[None, :]
        said.append((ballot.power, np.where(both, above(places), by_score)))
    return tallied(band, said)
