"""Scores corrected for strict and lenient judges: worth of the dossier + mildness of the judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, ClassVar

import networkx as nx
from pydantic import Field
from typing_extensions import override

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected, Step
from cohorts.committee.counting.heard_first import heard_first
from cohorts.committee.counting.least_squares import Reading, fitted
from cohorts.committee.counting.weighted_score import shares_scale, weighted_score, width_of
from cohorts.committee.votes import Asked, Election
from cohorts.errors import Problem, UncountableError
from cohorts.words.texts import texts

NAMED = 6


class JudgeFit(CountingRule):
    """A score is taken as worth + mildness; both are those with the least squares, exactly.

    ``fewest``: of scores a judge gave on average; below it the mildness of a judge is chance.
    """

    TITLE = texts(
        nl="Score, gecorrigeerd voor strenge lezers", en="Score, corrected for strict readers"
    )
    ABOUT = texts(
        nl="Bij elke score wordt gerekend hoe streng de lezer was. Die strengheid volgt uit "
        "dossiers die ook anderen lazen. Wie niets zei, telt bij dat dossier niet mee.",
        en="For each score it is worked out how strict the reader was. That follows from dossiers "
        "that others read too. Who said nothing does not count for that dossier.",
    )
    WHEN = texts(
        nl="Goed als niet iedereen alles leest. Er zijn ongeveer vijf dossiers per lezer nodig, en "
        "lezers die dossiers delen. Leest iedereen alles, dan verandert er niets.",
        en="Good where not everyone reads everything. It takes about five dossiers a reader, and "
        "readers who share dossiers. Where everyone reads everything it changes nothing.",
    )
    PAPER = (
        "F. Yates, The recovery of inter-block information (1940), Ann. Eugenics 10, intra-block "
        "analysis; for panels: R. S. MacKay et al., Calibration with confidence (2017), "
        "R. Soc. Open Sci. 4"
    )
    ASKS: ClassVar = frozenset({Asked.SCORES})
    EFFORT: ClassVar = 14
    UNCOUNTED: ClassVar = texts(
        nl="De lezers beoordeelden daarvoor te weinig dossiers, of te weinig dezelfde.",
        en="For that the readers judged too few dossiers, or too few of the same ones.",
    )

    fewest: Annotated[int, Field(ge=2, le=100)] = 5

    @override
    def beyond(self, candidates: int, seats: int, voters: int) -> Problem | None:
        if candidates >= self.fewest:
            return None
        facts = {"dossiers": candidates, "fewest": self.fewest}
        return Problem("count_steps.too_few_to_read", "", facts)

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        readings = _readings(election)
        self._check(readings, {ballot.voter: ballot.times for ballot in election.ballots})
        worth, mildness = fitted(readings)
        steps = [] if shares_scale(election.criteria) else [Step("count_steps.scales_differ")]
        steps += _told(mildness, width_of(election))
        return heard_first({c: worth.get(c) for c in election.candidates}, seats, seed, steps)

    def _check(self, readings: list[Reading], times: Mapping[str, int]) -> None:
        """Raises UncountableError below the fewest dossiers a judge, and where reading falls apart.

        ``times``: how many judges gave a ballot; each of them read what stands in it.
        """
        judges = sum(times[judge] for judge in {r.judge for r in readings}) or 1
        read = sum(times[r.judge] for r in readings)
        if read < self.fewest * judges:
            each = read / judges
            facts: dict[str, object] = {"each": each, "fewest": self.fewest}
            raise UncountableError(Problem("count_steps.too_few_read", "--rule", facts))
        graph = nx.Graph(((0, r.judge), (1, r.dossier)) for r in readings)
        parts = [
            tuple(dict.fromkeys(r.judge for r in readings if (0, r.judge) in part))
            for part in nx.connected_components(graph)
        ]
        if len(parts) > 1:
            first, second = (part[:NAMED] for part in sorted(parts, key=len)[:2])
            facts = {"count": len(parts), "first": first, "second": second}
            raise UncountableError(Problem("count_steps.falls_apart", "--rule", facts))


def _readings(election: Election) -> list[Reading]:
    """Every score there is."""
    return [
        Reading(ballot.voter, candidate, score, ballot.power)
        for ballot in election.ballots
        for candidate in election.candidates
        if (score := weighted_score(ballot, candidate, election)) is not None
    ]


def _told(mildness: Mapping[str, Fraction], width: Fraction) -> Iterator[Step]:
    """Each judge's, the strictest first, in hundredths of the scale; who is neither is left out."""
    for judge in sorted(mildness, key=mildness.__getitem__):
        share = mildness[judge] / width
        if round(float(abs(share)) * 100, 1):
            code = "count_steps.judge_fit_strict" if share < 0 else "count_steps.judge_fit_lenient"
            yield Step(code, {"voter": judge, "by": float(abs(share)) * 100})
