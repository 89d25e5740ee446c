"""Small elections in plain Python, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.committee.votes.ballot import Said


def approvals(candidates: str, *ballots: str) -> Election:
    """Candidates are letters; a ballot names who gets a yes: ``approvals("abc", "ab", "c")``."""
    cast: list[Mapping[str, Said]] = [
        {c: (Fraction(c in names),) for c in candidates} for names in ballots
    ]
    return _election(candidates, cast, Asked.YES)


def orders(candidates: str, *ballots: str) -> Election:
    """``orders("abc", "a>bc")``: equals side by side; who is absent is not judged."""
    cast: list[Mapping[str, Said]] = []
    for text in ballots:
        place = {c: n for n, tier in enumerate(text.split(">"), 1) for c in tier}
        cast.append(
            {c: (Fraction(place[c]),) if c in place else Silence.NOT_JUDGED for c in candidates}
        )
    return _election(candidates, cast, Asked.ORDER)


def _election(candidates: str, cast: Sequence[Mapping[str, Said]], asked: Asked) -> Election:
    ballots = tuple(Ballot(f"v{n}", said) for n, said in enumerate(cast, 1))
    return Election(tuple(candidates), ballots, asked, (Criterion("", high=Fraction(1)),))
