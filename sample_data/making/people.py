"""Who applies in a made round: somebody with a company, drawn from what a region holds."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cohorts.geography.gazetteer import Spot, postcodes
from sample_data.making.names import EAST_LAST, EAST_WORDS, FIRST
from sample_data.making.trades import KIND, Trade


@dataclass(frozen=True)
class Staff:
    """How many work in a company: log-normal around ``middle`` fte, within bounds."""

    middle: float = 11
    spread: float = 0.95
    least: float = 1.0
    most: float = 120.0

    def draw(self, draw: random.Random) -> float:
        """A number of fte."""
        drawn = draw.lognormvariate(math.log(self.middle), self.spread)
        return max(self.least, min(self.most, drawn))


@dataclass(frozen=True)
class Person:
    """Somebody who applies. ``turnover`` in euros; ``area``: the four digits of the postcode."""

    number: int
    name: str
    company: str
    email: str
    trade: Trade
    area: str
    fte: float
    turnover: float

    @property
    def spot(self) -> Spot:
        """Where the company is."""
        return postcodes()[self.area]


@dataclass
class Region:
    """Draws people; a company name is given out once."""

    draw: random.Random
    areas: Sequence[str]
    trades: Sequence[Trade]
    first: Sequence[str] = tuple(FIRST)
    last: Sequence[str] = tuple(EAST_LAST)
    words: Sequence[str] = tuple(EAST_WORDS)
    staff: Staff = Staff()
    taken: set[str] = field(default_factory=set)

    def person(self, number: int) -> Person:
        """The next person."""
        draw = self.draw
        area = draw.choice(self.areas)
        trade = draw.choice(self.trades)
        name = f"{draw.choice(self.first)} {draw.choice(self.last)}"
        company = self._company(trade, name, postcodes()[area].place)
        fte = self.staff.draw(draw)
        turnover = round(fte * trade.per_fte * 1000 * draw.uniform(0.7, 1.4), -4)
        return Person(number, name, company, address(name, company), trade, area, fte, turnover)

    def _company(self, trade: Trade, name: str, place: str) -> str:
        """A name that is taken gets its place behind it, as registers ask; or is drawn again."""
        while True:
            bare = f"{self.draw.choice(KIND[trade.sector].split())} {self._tail(name)}"
            for company in (bare, f"{bare} {place}"):
                if company not in self.taken:
                    self.taken.add(company)
                    return company

    def _tail(self, name: str) -> str:
        draw = self.draw
        own = name.rsplit(maxsplit=1)[-1]
        return draw.choice([own, draw.choice(self.words), f"{draw.choice(self.words)} B.V."])


def address(name: str, company: str) -> str:
    """An e-mail address that nobody has."""
    domain = "".join(c for c in company.lower() if c.isalnum())
    return f"{name.split(maxsplit=1)[0].lower()}@{domain}.example"


def areas_in(is_in: Callable[[Spot], bool]) -> list[str]:
    """The four digits of every postcode area that ``is_in`` says yes to."""
    return [area for area, spot in postcodes().items() if is_in(spot)]
