"""Which applications are worth comparing: those that share something, never all with all.

People are put in blocks by each thing that the table of :mod:`cohorts.people.identity` needs to be
the same. Within a block they stand in one order (surname, first name, …), and each is compared with
the ``NEIGHBOURS`` after it: of an address that 20,000 people gave, the likely ones stand together
(sorted neighbourhood: Hernández and Stolfo 1995).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from cohorts.people.identity import Traits

NEIGHBOURS = 16
Key = tuple[str, ...]


def candidates(people: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``people`` (all different, in order of :func:`order`), each once."""
    blocks: dict[Key, list[int]] = {}
    for place, one in enumerate(people):
        for key in _keys(one):
            blocks.setdefault(key, []).append(place)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for i, place in enumerate(block):
            for other in islice(block, i + 1, i + 1 + NEIGHBOURS):
                if (place, other) not in seen:
                    seen.add((place, other))
                    yield place, other


def order(one: Traits) -> tuple[object, ...]:
    """In which order people stand: the likely ones beside each other."""
    name = one.name
    return (
        *(name.words, name.given, name.family, name.younger, name.numbers),
        *(one.kvk, one.company, one.address, one.place, one.birth_year or 0),
    )


def _keys(one: Traits) -> Iterator[Key]:
    """The blocks somebody stands in: by each thing that tells enough to be worth a look."""
    if one.address:
        yield "address", one.address
    if one.kvk:
        yield "kvk", one.kvk
    if one.company:
        yield "company", one.company
    if one.name.words:
        yield "name", *one.name.words
