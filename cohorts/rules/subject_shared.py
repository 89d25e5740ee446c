"""What the members of a group have in common in what they asked, and who of them it is true of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cohorts.people.wording import Wording


@dataclass(frozen=True)
class Shared:
    """What ``rows`` share, and how.

    They ``wrote`` about a subject (its key), ``named`` a theme, or used a ``word`` (as written).
    """

    subject: str
    rows: tuple[int, ...]
    how: str


class Had:
    """What everybody has, row by row: ``of``; and ``often``: how many have each."""

    def __init__(self, has: Iterable[Iterable[str]]) -> None:
        self.of = tuple(map(frozenset, has))
        self.often = Counter(one for each in self.of for one in each)


def most_shared(
    rows: Sequence[int],
    *,
    subjects: Had,
    wording: Wording,
    themes: Had,
) -> Shared | None:
    """What most of them share; None where no two share anything that can be named.

    A subject that half of them write about comes first: who named which theme is told elsewhere.
    Of what as many share: first a subject, then a theme, then a word.
    """
    wrote = tuple(_by_most(rows, subjects, "wrote"))
    if wrote and 2 * len(wrote[0].rows) >= len(rows):
        return wrote[0]
    found = (
        *wrote,
        *_by_most(rows, themes, "named"),
        *(Shared(word, having, "word") for word, having in wording.telling(rows)),
    )
    return max(found, key=lambda shared: len(shared.rows), default=None)


def _by_most(rows: Sequence[int], had: Had, how: str) -> Iterator[Shared]:
    """What at least two have: what most have first, then what is rarest in all, then by name."""
    here = Counter(one for i in rows for one in had.of[i])
    shared = sorted((-count, had.often[one], one) for one, count in here.items() if count > 1)
    for _, _, one in shared:
        yield Shared(one, tuple(i for i in rows if one in had.of[i]), how)
