"""How sure each place is: the panel redrawn many times, and counted each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256, shake_256
from typing import TypeAlias

import numpy as np

from cohorts.committee.counting.count import who
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.votes import Ballot, Election, Silence
from cohorts.errors import InputError

DRAWS = 1_000
FEWER = 200
LARGE = 5_000
"""Above it FEWER are drawn: EFFORT of the rule × different ballots × candidates."""
MANY = 100_000
"""Voters; above it FEWER are drawn too, for each of them is drawn."""
Progress: TypeAlias = Callable[[object, float], None]
"""Hears how far it is; the first says nothing here."""
WORD = 4
"""Bytes of one draw."""


@dataclass(frozen=True)
class Sureness:
    """``times_in``: candidate → in how many of ``draws`` panels this one is chosen.

    ``fewer``: it was too large for the full number. ``uncounted``: panels beside these in which
    the rule could choose nobody, as where the quorum was not reached.
    """

    draws: int
    fewer: bool
    times_in: Mapping[str, int]
    uncounted: int = 0


def sureness(
    election: Election,
    rule: CountingRule,
    seats: int,
    *,
    seed: int = 0,
    quorum: Fraction = Fraction(0),
    draws: int | None = None,
    progress: Progress | None = None,
) -> Sureness:
    """In how many panels, drawn from the voters with replacement, each candidate is chosen.

    Every voter is as likely to be drawn and keeps the own weight. Each panel has lots of its own:
    who stand equal are in about as often. The same on every platform, for a seed. Raises InputError
    where the election itself cannot be counted so.
    ``progress`` hears of a large one which part of the panels was counted, from 0 to 1.
    """
    who(election, rule, seats, seed=seed, quorum=quorum)
    large = size(election, rule) > LARGE or election.voters > MANY
    fewer = draws is None and large
    asked = draws or (FEWER if fewer else DRAWS)
    times: Counter[str] = Counter()
    counted = 0
    for number, panel in enumerate(panels(election, seed, asked)):
        if progress is not None and large:
            progress(None, number / asked)
        try:
            times.update(who(panel, rule, seats, seed=lots(seed, number), quorum=quorum))
        except InputError:
            continue
        counted += 1
    if progress is not None and large:
        progress(None, 1)
    times_in = {candidate: times[candidate] for candidate in election.candidates}
    return Sureness(counted, fewer, times_in, asked - counted)


def size(election: Election, rule: CountingRule) -> int:
    """How much work one count is, as so many yes-votes read."""
    return rule.EFFORT * len(election.ballots) * len(election.candidates)


def panels(election: Election, seed: int, draws: int) -> Iterator[Election]:
    """The same election with its voters redrawn: as many, each one any number of times.

    They are drawn by what they said, in the order of :func:`_as_said`: the same votes under other
    names, or in another order in the file, give the same panels.
    """
    cast = sorted(election.ballots, key=_as_said)
    last = np.cumsum([ballot.times for ballot in cast], dtype=np.uint64)
    voters = election.voters
    for number in range(draws):
        stream = shake_256(f"{seed}:{number}".encode()).digest(WORD * voters)
        # the high half of draw × voters: a whole number below it, the same on every platform
        drawn = (np.frombuffer(stream, ">u4").astype(np.uint64) * np.uint64(voters)) >> np.uint64(
            32
        )
        of = np.bincount(np.searchsorted(last, drawn, side="right"), minlength=len(last))
        yield election.of(
            tuple(
                replace(ballot, times=times)
                for ballot, times in zip(cast, of.tolist(), strict=True)
                if times
            )
        )


def _as_said(ballot: Ballot) -> tuple[str, ...]:
    """All that a ballot counts by, as text: who have it equal are interchangeable."""
    said = sorted(
        f"{c}={one if isinstance(one, Silence) else '|'.join(map(str, one))}"
        for c, one in ballot.said.items()
    )
    doubts = sorted(f"{c}?{place}" for c, place in ballot.doubts.items())
    return (str(ballot.weight), *said, *doubts)


def lots(seed: int, number: int) -> int:
    """The seed of the lots in one of the panels."""
    return int.from_bytes(sha256(f"lots:{seed}:{number}".encode()).digest()[:8], "big")
