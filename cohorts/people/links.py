"""What binds applications to each other, by the table of identity: sure links, and doubtful ones.

Applications of which all that counts is equal are of one *kind*; kinds are compared, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

from cohorts.people.applicant import Applicant
from cohorts.people.identity import Answer, Traits, judged, traits
from cohorts.people.worth_comparing import candidates, order

MOST_ASKED = 100
"""Up to so many pairs of two kinds each is a link; of more only what joins them."""
Link = tuple[int, int]


@dataclass(frozen=True)
class Links:
    """``sure``, ``doubtful``: pairs of places → why.

    ``core_of``: per place what can keep two apart: traits without address and place.
    """

    core_of: tuple[Traits, ...]
    sure: Mapping[Link, str]
    doubtful: Mapping[Link, str]


def links(applications: Sequence[Applicant]) -> Links:
    """All links between applications that stand in order of their ids."""
    own = [traits(a) for a in applications]
    kinds = sorted(set(own), key=order)
    place = {kind: i for i, kind in enumerate(kinds)}
    of_kind: list[list[int]] = [[] for _ in kinds]
    for i, one in enumerate(own):
        of_kind[place[one]].append(i)
    found: dict[Answer, dict[Link, str]] = {answer: {} for answer in Answer}
    for low, high in _pairs(kinds, of_kind):
        answer, why = judged(kinds[low], kinds[high])
        if answer is not Answer.NO:
            asked = _between(of_kind[low], of_kind[high])
            found[answer] |= {(min(link), max(link)): why for link in asked}
    core_of = tuple(replace(one, address="", place="") for one in own)
    return Links(core_of, found[Answer.YES], found[Answer.DOUBTFUL])


def _pairs(kinds: Sequence[Traits], of_kind: Sequence[Sequence[int]]) -> Iterator[Link]:
    """Kinds to compare: each with itself where several are of it, and with what it may be."""
    yield from ((i, i) for i, several in enumerate(of_kind) if len(several) > 1)
    yield from candidates(kinds)


def _between(a: Sequence[int], b: Sequence[int]) -> Iterator[Link]:
    """The links between two kinds: every pair, or of too many a chain."""
    few = len(a) * len(b) <= MOST_ASKED
    if a is b:
        yield from combinations(a, 2) if few else pairwise(a)
    elif few:
        yield from product(a, b)
    else:
        yield a[0], b[0]
