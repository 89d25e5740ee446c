"""Small elections whose winners were published, one file a rule, each with its source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.committee.votes.ballot import Said

GOLDEN = Path(__file__).parent / "golden"
SCORE = re.compile(r"([a-z])(\d+)")


@dataclass(frozen=True)
class Golden:
    """``winners``: every set that may win. ``settings``: what is set of the rule."""

    rule: str
    source: str
    election: Election
    seats: int
    winners: frozenset[frozenset[str]]
    settings: Mapping[str, object] = field(default_factory=dict)


def golden(*names: str) -> Iterator[Golden]:
    """The elections of these rules."""
    for name in names:
        for one in tomllib.loads((GOLDEN / f"{name}.toml").read_text("utf-8"))["elections"]:
            winners = frozenset(map(frozenset, one.pop("winners")))
            source, seats, ballots = (one.pop(key) for key in ("source", "seats", "ballots"))
            yield Golden(name, source, _election(ballots), seats, winners, one)


def _election(ballots: list[str]) -> Election:
    candidates = tuple(sorted(set(re.findall("[a-z]", "".join(ballots)))))
    scores = any(SCORE.search(text.split(":")[1]) for text in ballots)
    cast = []
    for n, text in enumerate(ballots):
        times, said = text.split(":")
        told = _scores(said) if scores else _places(said)
        whole: dict[str, Said] = {c: told.get(c, Silence.NOT_JUDGED) for c in candidates}
        cast.append(Ballot(f"v{n}", whole, times=int(times)))
    criterion = Criterion("", low=Fraction(0), high=Fraction(100))
    asked = Asked.SCORES if scores else Asked.ORDER
    return Election(candidates, tuple(cast), asked, (criterion,))


def _scores(text: str) -> dict[str, Said]:
    return {c: (Fraction(score),) for c, score in SCORE.findall(text)}


def _places(text: str) -> dict[str, Said]:
    tiers = enumerate(text.strip().split(">"), 1)
    return {c: (Fraction(n),) for n, tier in tiers for c in tier}
