"""Who applies in a made round: somebody with a company, in which age, staff and trade agree."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cohorts.geography.gazetteer import Spot, postcodes
from sample_data.making.areas import is_town
from sample_data.making.career import NOW, career
from sample_data.making.company_names import company_name
from sample_data.making.fits import Facts, suits
from sample_data.making.names import drawn_name, names
from sample_data.making.places import spoken_of, water
from sample_data.making.staff import Staff
from sample_data.making.texts import Dealer, typed
from sample_data.making.trade import Trade

IN_TOWN = 0.45
"""How often a company is placed in a town outright."""
TRIES = 12
MIXED = Staff()
SAID = ("activity", "offer", "customers")


@dataclass(frozen=True)
class Person:
    """Somebody who applies. ``turnover`` in euros a year; ``area``: four digits of the postcode.

    ``founder``: began the company; others took it over. ``experience``: years as entrepreneur.
    """

    number: int
    name: str
    last: str
    born: int
    company: str
    email: str
    trade: Trade
    area: str
    founded: int
    founder: bool
    experience: int
    fte: float
    turnover: float
    activity: str
    offer: str
    customers: str

    @property
    def spot(self) -> Spot:
        """Where the company is."""
        return postcodes()[self.area]

    @property
    def facts(self) -> Facts:
        """What decides on what somebody can say."""
        return Facts(
            self.age, self.fte, self.turnover, self.founder, NOW - self.born, self.trade.sbi
        )

    @property
    def age(self) -> int:
        """Of the company, in years."""
        return NOW - self.founded


@dataclass
class Region:
    """Draws people; a company name is given out once, and no trade much more than others.

    ``areas``: of postcodes; ``years``: of foundation; ``last``: a list of names.toml; ``heirs``:
    years of birth, where everybody leads a company of their parents.
    """

    draw: random.Random
    areas: Sequence[str]
    trades: Sequence[Trade]
    years: tuple[int, int]
    last: str = "east"
    staff: Staff = MIXED
    heirs: tuple[int, int] | None = None
    taken: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    used: Counter[Trade] = field(default_factory=Counter)
    dealer: Dealer = field(init=False)

    def __post_init__(self) -> None:
        self.dealer = Dealer(self.draw)

    def person(
        self,
        number: int,
        *,
        trade: Trade | None = None,
        areas: Sequence[str] = (),
        years: tuple[int, int] | None = None,
        staff: Staff | None = None,
    ) -> Person:
        """The next person; what is given is not drawn."""
        while True:
            area = self._area(areas or self.areas)
            chosen = trade or self._trade(area, staff or self.staff, years or self.years)
            if chosen.water and not water(postcodes()[area]):
                continue
            if chosen.public and not is_town(area) and not areas:
                continue
            made = self._made(number, area, chosen, years or self.years, staff or self.staff)
            if made:
                self.used[chosen] += 1
                self.known.update((made.name, made.last))
                return made

    def _area(self, areas: Sequence[str]) -> str:
        """More often in a town than in the villages round it."""
        towns = [area for area in areas if is_town(area)]
        return self.draw.choice(towns if towns and self.draw.random() < IN_TOWN else areas)

    def _name(self, born: int) -> tuple[str, str]:
        """First and last name; where it can be had, a last name nobody has yet."""
        for _ in range(TRIES):
            first, last = drawn_name(self.draw, self.last, born)
            if last not in self.known:
                break
        while f"{first} {last}" in self.known:
            first, last = drawn_name(self.draw, self.last, born)
        return first, last

    def _trade(self, area: str, staff: Staff, years: tuple[int, int]) -> Trade:
        wet = bool(water(postcodes()[area]))
        can = [t for t in self.trades if staff.fits(t) and t.since <= years[1] and wet >= t.water]
        least = min(self.used[t] for t in can)
        return self.draw.choice([t for t in can if self.used[t] <= least + 1])

    def _made(
        self, number: int, area: str, trade: Trade, years: tuple[int, int], staff: Staff
    ) -> Person | None:
        draw, spot = self.draw, postcodes()[area]
        founded = trade.founded or draw.randint(max(years[0], trade.since), years[1])
        founder, born, experience = career(draw, founded, self.heirs)
        first, last = self._name(born)
        fte = staff.draw(draw, trade, NOW - founded)
        others = [] if founder or self.heirs else [draw.choice(names()["last"][self.last])]
        company = company_name(
            draw, trade, [last, last, *others], spot, fte=fte, founded=founded, taken=self.taken,
            region=self.last, family=bool(self.heirs),
        )  # fmt: skip
        if not company:
            return None
        self.taken.add(company.removesuffix(" B.V."))
        part = min(1.0, (NOW - founded) / 1.6) if founded >= NOW - 1 else 1.0
        euros = fte * draw.uniform(*trade.per_fte) * 1000 * part
        facts = Facts(NOW - founded, fte, euros, founder, NOW - born, trade.sbi)
        said = self._told(trade, spot, facts)
        name = f"{first} {last}"
        return Person(
            number, name, last, born, company, address(name, company), trade, area, founded,
            founder, experience, fte, round(euros, -3 if euros < 200_000 else -4), **said,
        )  # fmt: skip

    def told(self, person: Person) -> dict[str, str]:
        """What another of that company says of it: activity, offer and customers."""
        return self._told(person.trade, person.spot, person.facts)

    def _told(self, trade: Trade, spot: Spot, facts: Facts) -> dict[str, str]:
        """Lists as long as that of the activities belong to them one by one."""
        activity = self._one(trade.activity, spot, facts)
        chosen = {"activity": activity}
        for what in SAID[1:]:
            options: tuple[str, ...] = getattr(trade, what)
            paired = len(options) == len(trade.activity) > 2
            at = trade.activity.index(activity)
            chosen[what] = options[at] if paired else self._one(options, spot, facts)
        place = spoken_of(spot)
        return {what: typed(self.draw, text).format(**place) for what, text in chosen.items()}

    def _one(self, options: Sequence[str], spot: Spot, facts: Facts) -> str:
        can = [option for option in options if "{water}" not in option or water(spot)]
        return self.dealer.deal([option for option in can if suits(option, facts)] or can[:1])


def address(name: str, company: str) -> str:
    """An e-mail address that nobody has."""
    domain = "".join(c for c in company.lower() if c.isascii() and c.isalnum())
    first = "".join(c for c in name.split(maxsplit=1)[0].lower() if c.isascii())
    return f"{first}@{domain}.example"
