"""Members who wrestle with the same question, judged by what they wrote."""

from __future__ import annotations

from itertools import combinations
from typing import ClassVar

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.people.spelling import FREE_TEXTS
from cohorts.people.values import bare
from cohorts.people.wording import Wording
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.measuring import pool_of
from cohorts.rules.rule import Demand, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.quantise import FloatArray, IntArray, quantise
from solver.terms import PairCost
from solver.terms.pair_cost import SCALE

DENSE = 2_000
"""Up to so many applicants every pair is priced; above, only each one's nearest."""
NEAREST = 30
GOOD, SOME = 0.6, 0.25


class SameQuestion(Rule):
    """Graded: 1 − cosine of the texts / that of the closest twentieth, per pair and member."""

    TITLE = texts(nl="Hetzelfde vraagstuk ({fields})", en="The same question ({fields})")
    ABOUT = texts(
        nl="De leden van een groep schreven over hetzelfde. Vergeleken worden woorden en delen "
        "van woorden in de velden die u noemt. Het blijft een wens: een woord is geen bewijs.",
        en="The members of a group wrote about the same thing. Words and pieces of words in the "
        "fields you name are compared. It stays a wish: words are no proof.",
    )
    SENTENCES: ClassVar = {
        "same": texts(
            nl="De leden schrijven over hetzelfde: {words}.",
            en="The members write about the same things: {words}.",
        ),
        "some": texts(
            nl="Een deel van de leden schrijft over hetzelfde: {words}.",
            en="Some of the members write about the same things: {words}.",
        ),
        "mixed": texts(
            nl="De leden schrijven over verschillende dingen; het verst van elkaar: {people}.",
            en="The members write about different things; furthest apart are {people}.",
        ),
        "unnamed": texts(
            nl="De teksten lijken op elkaar, maar delen geen woord dat het onderwerp noemt.",
            en="The texts are alike but share no word that names the subject.",
        ),
        "unknown": texts(
            nl="Te weinig leden schreven iets om te vergelijken.",
            en="Too few members wrote something to compare.",
        ),
    }
    FURTHEST_FIRST = True
    WORKED = (
        Worked(
            groups=(
                {
                    "Anker": {"question": "export naar Duitsland opzetten"},
                    "Berk": {"question": "wij willen export naar Duitsland"},
                },
                {
                    "Citer": {"question": "personeel vinden en binden"},
                    "Duin": {"question": "robots in de fabriek"},
                },
            ),
        ),
    )

    fields: tuple[str, ...] = described(
        ("question",), nl="velden met tekst", en="fields with text", min_length=1
    )

    @override
    def needs(self) -> tuple[str, ...]:
        return self.fields

    @override
    def demands(self, round_: Round) -> list[Demand]:
        pool: Pool = pool_of(self, round_)
        costs = pool.costs
        if round_.n <= DENSE:
            term = PairCost(name=self.key, n=round_.n, matrix=costs, price=1)
        else:
            i, j = np.nonzero(np.triu(costs, 1))
            edges = np.stack([i, j], axis=1).astype(np.int64)
            term = PairCost(name=self.key, n=round_.n, edges=edges, costs=costs[i, j], price=1)
        return [Demand(term, self.weight)]

    def text(self, applicant: Applicant) -> str:
        """What somebody wrote in all the fields together."""
        return " ".join(filter(None, (_text(applicant, field) for field in self.fields)))

    @override
    def pool(self, round_: Round) -> Pool:
        return Pool(self, round_)

    @override
    def is_unknown(self, applicant: Applicant, pool: Pool) -> bool:
        return not self.text(applicant)

    @override
    def measure_group(self, group: Seated, pool: Pool) -> GroupFinding:
        number, members = group.number, group.members
        amount = sum(pool.cost(a, b) for a, b in combinations(members, 2)) // len(members)
        known = [
            (like, a, b)
            for a, b in combinations(members, 2)
            if (like := pool.likeness_of(a, b)) is not None
        ]
        if not known:
            return GroupFinding(number, "unknown", {self.key: amount}, quality=0.0)
        _, a, b = min(known, key=lambda pair: (pair[0], pair[1].id, pair[2].id))
        quality = pool.quality(sum(like for like, _, _ in known) / len(known))
        words = pool.wording.shared_words([self.text(m) for m in members])
        verdict = "same" if quality >= GOOD else "some" if quality >= SOME else "mixed"
        facts: dict[str, Fact] = {
            "words": words,
            "people": (a.label, b.label),
            "fields": self.fields,
        }
        verdict = "unnamed" if verdict != "mixed" and not words else verdict
        return GroupFinding(number, verdict, {self.key: amount}, facts, (a.id, b.id), quality)


def _text(applicant: Applicant, field: str) -> str | None:
    """What stands in a field: of values what counts as the value, not how it was closed."""
    if field in FREE_TEXTS:
        return applicant.text(field)
    return " | ".join(map(bare, applicant.values(field)))


class Pool:
    """Everybody's texts: what each pair costs, and how alike pairs are by chance and at best.

    ``costs`` (n, n): of each pair, in quanta; one about which too little is known costs the median.
    """

    def __init__(self, rule: SameQuestion, round_: Round) -> None:
        self.rows = round_.rows
        self.wording = Wording([rule.text(a) for a in round_.applicants])
        likeness = self.wording.likeness
        pairs = likeness[np.triu(~np.isnan(likeness), 1)]
        self.chance = float(pairs.mean()) if pairs.size else 0.0
        self.closest = closest(likeness)
        self.costs = costs_of(likeness) if round_.n <= DENSE else -_nearest(likeness)

    def cost(self, a: Applicant, b: Applicant) -> int:
        """What the pair costs, in quanta."""
        return int(self.costs[self.rows[a.id], self.rows[b.id]])

    def likeness_of(self, a: Applicant, b: Applicant) -> float | None:
        """Cosine of the two texts, None where one wrote nothing."""
        like = float(self.wording.likeness[self.rows[a.id], self.rows[b.id]])
        return None if np.isnan(like) else like

    def quality(self, mean: float) -> float:
        """0 where pairs are as alike as by chance, 1 where as the closest twentieth."""
        room = self.closest - self.chance
        share = (mean - self.chance) / room if room > 0 else 1.0
        return round(min(max(share, 0.0), 1.0), 3)


def costs_of(likeness: FloatArray) -> IntArray:
    """(n, n) quanta: 1 − likeness / that of the closest twentieth, at least 0; NaN: the median."""
    away = 1.0 - np.minimum(likeness / closest(likeness), 1.0)
    known = away[np.triu(~np.isnan(away), 1)]
    away[np.isnan(away)] = np.median(known) if known.size else 0.0
    np.fill_diagonal(away, 0.0)
    return quantise(away, SCALE)


def closest(likeness: FloatArray) -> float:
    """The likeness above which a pair is among the closest twentieth of all pairs.

    Two texts can hardly be more about the same thing, so from there on they are fully alike.
    """
    pairs = likeness[np.triu(~np.isnan(likeness), 1)]
    return max(float(np.quantile(pairs, 0.95)), 1e-6) if pairs.size else 1.0


def _nearest(likeness: FloatArray) -> IntArray:
    """(n, n) likeness of each one's nearest, in quanta; 0 elsewhere; symmetric."""
    filled = np.nan_to_num(likeness, nan=0.0)
    np.fill_diagonal(filled, 0.0)
    near = np.argsort(-filled, axis=1, kind="stable")[:, :NEAREST]
    kept = np.zeros_like(filled, dtype=bool)
    np.put_along_axis(kept, near, values=True, axis=1)
    return quantise(
        np.where(kept | kept.T, np.minimum(filled / closest(likeness), 1.0), 0.0), SCALE
    )
