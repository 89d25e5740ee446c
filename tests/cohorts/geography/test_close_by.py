"""Who does the same close by: every pair by its definition, in a mapping that holds no copies."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest

from cohorts.geography.close_by import PER_KM, Near, neighbours
from cohorts.geography.distance import hectometres
from cohorts.geography.meeting_places import home_of
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair
from cohorts.people.trade import OF_CLASS, trades_of

WITHIN, COLUMNS = 20.0, ("sector",)


def somebody(draw: np.random.Generator, number: int) -> Applicant:
    place = {"place": "P", "latitude": 52.5 + int(draw.integers(0, 4)) / 10, "longitude": 6.1}
    known: dict[str, Any] = place if draw.random() < 0.9 else {}
    if draw.random() < 0.7:
        known |= {"sbi": str(draw.choice(["4321", "5610"])), "sbi_version": "2008"}
    extra = {"sector": str(draw.choice(["bouw", "horeca", ""]))}
    return Applicant(id=ApplicantId(f"p{number:02}"), company="C", extra=extra, **known)


@pytest.mark.parametrize("seed", range(10))
def test_every_pair_is_there_with_the_first_trade_they_share(seed: int) -> None:
    draw = np.random.default_rng(seed)
    people = [somebody(draw, number) for number in draw.permutation(14)]
    company = {a.id: str(draw.integers(0, 8)) for a in people}
    found = neighbours(people, company, WITHIN, COLUMNS).pairs
    expected: dict[Pair, Near] = {}
    for a, b in combinations(sorted(people, key=lambda a: a.id), 2):
        here, there = home_of(a), home_of(b)
        shared = set(trades_of(a, COLUMNS)) & set(trades_of(b, COLUMNS))
        if not shared or here is None or there is None or company[a.id] == company[b.id]:
            continue
        away = hectometres(here, there)
        if away <= PER_KM * WITHIN:
            trade = min(shared, key=lambda trade: (trade.kind != OF_CLASS, trade))
            expected[a.id, b.id] = Near(trade, away)
    assert expected
    assert list(found.items()) == list(expected.items())
    some = [a.id for a in people[:6]]
    assert found.among(some) == {p: near for p, near in expected.items() if set(p) <= set(some)}
    gone = [*list(expected)[::2], (ApplicantId("a"), ApplicantId("b"))]
    assert dict(found.without(gone)) == {p: n for p, n in expected.items() if p not in gone}
    assert (ApplicantId("p00"), ApplicantId("zz")) not in found
