"""What people answer to "who are your three main competitors?"."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence

from sample_data.making.between import Row, rival_pairs
from sample_data.making.company_names import company_name
from sample_data.making.forms import RIVALS, Record
from sample_data.making.names import names
from sample_data.making.people import Person

SILENT = 0.3
"""How many leave it open."""
NOBODY = (
    "geen", "Wij hebben collega's, geen concurrenten.", "de bekende grote jongens", "zzp'ers",
    "het internet", "weet ik niet", "Iedereen die goedkoper is.", "geen directe concurrent",
    "de klant die het zelf doet", "Marktplaats", "te veel om op te noemen",
)  # fmt: skip
"""Answers that name no company."""


def named_rivals(
    draw: random.Random,
    people: Sequence[Person],
    named: Mapping[int, Iterable[str]],
    last: str,
) -> dict[int, str]:
    """Number → the answer. ``named``: number → names that somebody certainly gives.

    The others they name are outside the round: of their trade, near them, and not in it.
    """
    taken = {person.company.removesuffix(" B.V.") for person in people}
    answers = {}
    for person in people:
        sure = list(named.get(person.number, ()))
        if not sure and draw.random() < SILENT:
            continue
        if not sure and draw.random() < 0.2:
            answers[person.number] = draw.choice(NOBODY)
            continue
        outside = [_outside(draw, person, taken, last) for _ in range(draw.choice([1, 1, 2]))]
        given = [*sure, *filter(None, outside)][:3]
        answers[person.number] = draw.choice([", ", "; ", " en "]).join(
            draw.sample(given, len(given))
        )
    return answers


def _outside(draw: random.Random, person: Person, taken: set[str], last: str) -> str:
    """A company of that trade and place that did not apply."""
    leader = draw.choice(names()["last"][last])
    name = company_name(draw, person.trade, [leader], person.spot, taken=taken, region=last)
    name = as_people_say(name)
    taken.add(name)
    return name


def as_people_say(company: str) -> str:
    """A company's name without its legal form: how a rival writes it."""
    return company.removesuffix(" B.V.")


def misspelt(company: str) -> str:
    """The same with one slip: a letter doubled or dropped inside the longest word."""
    bare = as_people_say(company)
    word = max(bare.split(), key=len)
    middle = len(word) // 2
    return bare.replace(word, word[:middle] + word[middle + 1 :], 1)


def some_named(
    draw: random.Random, people: Sequence[Person], known: Iterable[Row], both: int = 1, one: int = 2
) -> dict[int, list[str]]:
    """Rivals who name each other, then some where one names the other, the last with a slip.

    ``known``: rows of relations; who stands in one is left alone.
    """
    met = {int(number) for row in known for number in row[:2]}
    pairs = [tuple(map(int, row[:2])) for row in rival_pairs(people)]
    held = {person.number: person for person in people}
    named: dict[int, list[str]] = {}
    for a, b in draw.sample(pairs, len(pairs)):
        if {a, b} & met:
            continue
        if both + one == 0:
            break
        met |= {a, b}
        last = both == 0 and one == 1
        named[a] = [(misspelt if last else as_people_say)(held[b].company)]
        if both:
            named[b] = [as_people_say(held[a].company)]
            both -= 1
        else:
            one -= 1
    return named


def answer(
    draw: random.Random,
    people: Sequence[Person],
    records: Sequence[Record],
    named: Mapping[int, Iterable[str]],
    last: str,
) -> None:
    """Fills in the rivals on every form; ``records`` in the order of ``people``."""
    answers = named_rivals(draw, people, named, last)
    for person, record in zip(people, records, strict=True):
        record[RIVALS] = answers.get(person.number, "")
