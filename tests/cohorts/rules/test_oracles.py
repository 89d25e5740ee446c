"""Two rules held against a definition written out by hand, which shares no line with them.

``measure`` and ``demands`` of these two come from one pool: that they agree proves little.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.people.likeness import cosines
from cohorts.people.stems import stem
from cohorts.people.word_lists import says_nothing
from cohorts.rules import rules
from cohorts.rules.rule import Demand
from solver.terms import Likeness, PairCost, Spread
from tests.cohorts.rules.found import found, people, round_of

TEXTS = (
    "Export naar Duitsland",
    "Wij willen export, export naar Belgie",
    "Personeel vinden",
    "personeel vinden en binden",
    "robots",
    "",
)
WORDS = st.sampled_from(["export", "naar", "personeel", "vinden", "robots", "groei", "de", "en"])
SENTENCES = st.lists(st.lists(WORDS, max_size=4).map(" ".join), min_size=2, max_size=6)


def said(text: str) -> list[str]:
    return [w for w in re.findall(r"[a-z]+", text.lower()) if not says_nothing(w)]


def word_counts(text: str) -> Counter[str]:
    """Words that say something, without their endings, and each two of them in a row."""
    words = [stem(w) for w in said(text)]
    return Counter([*words, *(f"{a} {b}" for a, b in pairwise(words))])


def piece_counts(text: str) -> Counter[str]:
    """Pieces of 3 to 5 characters of every such word with a space on both sides."""
    return Counter(
        padded[i : i + size]
        for padded in (f" {word} " for word in said(text))
        for size in (3, 4, 5)
        for i in range(len(padded) - size + 1)
    )


def weighted(counts: list[Counter[str]]) -> list[dict[str, float]]:
    """(1 + ln count) × (ln((1 + n) / (1 + texts with it)) + 1), at length 1."""
    n, rows = sum(map(bool, counts)), []  # who says nothing makes no word rarer
    in_texts = Counter(token for one in counts for token in one)
    for one in counts:
        row = {
            token: (1 + math.log(count)) * (math.log((1 + n) / (1 + in_texts[token])) + 1)
            for token, count in one.items()
        }
        length = math.sqrt(sum(value**2 for value in row.values())) or 1.0
        rows.append({token: value / length for token, value in row.items()})
    return rows


def by_hand(texts: list[str]) -> dict[tuple[int, int], float]:
    """Pair → half the cosine of the words and half that of the pieces; absent: one is empty."""
    known = [i for i, text in enumerate(texts) if text.strip()]
    kinds = [weighted([count(text) for text in texts]) for count in (word_counts, piece_counts)]
    found = {}
    for i, j in combinations(known, 2):
        dots = [sum(v * rows[j].get(token, 0.0) for token, v in rows[i].items()) for rows in kinds]
        found[i, j] = min(max(sum(dots) / 2, 0.0), 1.0)
    return found


@settings(max_examples=60, deadline=None)
@given(texts=SENTENCES)
def test_likeness_of_texts_is_that_by_hand(texts: list[str]) -> None:
    likeness, expected = cosines(texts), by_hand(texts)
    for i, j in combinations(range(len(texts)), 2):
        if (i, j) in expected:
            assert likeness[i, j] == pytest.approx(expected[i, j], abs=1e-8)
        else:
            assert np.isnan(likeness[i, j])


def test_the_same_question_costs_what_it_does_by_hand() -> None:
    """Each pair 1 − likeness / that of the closest twentieth, an unknown one the median; in
    millionths, summed over a group and shared by its members.

    The five who wrote anything name one subject each: export, staff or going digital. Likeness is
    0.4 of that of the words, and where two name the same 0.6 × (1 − 2/5, the part that names it).
    """
    six = people(question=TEXTS)
    likeness = {pair: 0.4 * like for pair, like in by_hand(list(TEXTS)).items()}
    for pair in ((0, 1), (2, 3)):
        likeness[pair] += 0.6 * (1 - 2 / 5)
    at = 0.95 * (len(likeness) - 1)  # a quantile between two values lies on the line between them
    low, high = sorted(likeness.values())[int(at) : int(at) + 2]
    closest = low + (at - int(at)) * (high - low)
    away = {pair: 1 - min(like / closest, 1) for pair, like in likeness.items()}
    middle = sorted(away.values())[len(away) // 2 - 1 : len(away) // 2 + 1]
    median = sum(middle) / 2 if len(away) % 2 == 0 else sorted(away.values())[len(away) // 2]
    cost = {p: round(1e6 * away.get(p, median)) for p in combinations(range(6), 2)}
    finding = found({"rule": "same_question"}, six, ["abf", "cde"])
    expected = [sum(cost[p] for p in combinations(rows, 2)) // 3 for rows in ((0, 1, 5), (2, 3, 4))]
    assert [g.amounts["r"] for g in finding.groups] == pytest.approx(expected, abs=2)
    rule = rules()["same_question"].model_validate({"rule": "same_question", "key": "r"})
    (demand,) = rule.demands(round_of(six, 2))
    assert isinstance(demand.term, PairCost)
    assert demand.term.matrix is not None
    for (i, j), quanta in cost.items():
        assert demand.term.matrix[i, j] == pytest.approx(quanta, abs=1)


@settings(max_examples=60, deadline=None)
@given(
    sizes=st.lists(st.none() | st.integers(1, 500), min_size=4, max_size=6),
    log=st.booleans(),
    widest=st.none() | st.integers(1, 9),
)
def test_comparable_costs_what_it_does_by_hand(
    sizes: list[int | None], log: bool, widest: int | None
) -> None:
    """Squared distances to the group's mean, in standard deviations of the pool; and the spread."""
    some = people(fte=sizes)
    scaled = [s if s is None else math.log(s) if log else float(s) for s in sizes]
    known = [s for s in scaled if s is not None]
    mean = sum(known) / len(known) if known else 0.0
    deviation = math.sqrt(sum((s - mean) ** 2 for s in known) / max(len(known), 1))
    if deviation < 1e-9:  # the pool is all alike, to nine digits
        deviation = 1.0
    ordered = sorted(known)
    half = len(ordered) // 2
    median = 0.0
    if ordered:
        median = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    x = [(median if s is None else s) / deviation for s in scaled]
    groups = ((0, 1), tuple(range(2, len(sizes))))
    fields: dict[str, object] = {
        "rule": "comparable",
        "field": "fte",
        "scale": "log" if log else "linear",
    }
    fields |= {} if widest is None else {"widest": widest}
    finding = found(fields, some, ["".join("abcdef"[r] for r in rows) for rows in groups])
    for group, rows in zip(finding.groups, groups, strict=True):
        middle = sum(x[r] for r in rows) / len(rows)
        squared = sum((x[r] - middle) ** 2 for r in rows)
        # thousandths of a deviation, squared; each of the values is rounded
        assert group.amounts["r"] == pytest.approx(1e6 * squared, rel=0.02, abs=2_000)
        here = [s for r in rows if (s := scaled[r]) is not None]
        if widest is not None:
            limit = math.log(widest) if log else widest
            over = max(max(here) - min(here) - limit, 0.0) if here else 0.0
            assert group.amounts["r.widest"] == pytest.approx(1e6 * over, abs=3)
            assert (group.verdict == "too_wide") == (group.amounts["r.widest"] > 0)
    rule = rules()["comparable"].model_validate({**fields, "key": "r"})
    demands: list[Demand] = rule.demands(round_of(some, 2))
    near = demands[0].term
    assert isinstance(near, Likeness)
    # distances between any two, whatever the middle is
    for i, j in combinations(range(len(x)), 2):
        apart = int(near.features[i, 0]) - int(near.features[j, 0])
        assert apart == pytest.approx(1000 * (x[i] - x[j]), abs=1.01)
    assert isinstance(demands[1].term, Spread) if widest is not None else len(demands) == 1
