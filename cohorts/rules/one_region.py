"""The members of a group come from one region: a named list of municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, field_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.geography.gazetteer import municipalities_of
from cohorts.geography.regions import (
    Municipality,
    municipalities,
    municipality_of,
    region_named,
    regions,
)
from cohorts.people.applicant import Applicant
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.options_named import choice, left_out
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked

Pool = tuple[tuple[str, frozenset[Municipality]], ...]
"""The regions in the order in which they are given: name, and what is in it."""
ELSEWHERE = ("",)
"""In place of regions, of who is in none: no region is called so."""


def _named(value: object) -> object:
    """Names of regions that come along as a table of what is in them."""
    if not isinstance(value, list | tuple):
        return value
    table = {}
    for name in value:
        region = region_named(str(name))
        if region is None:
            facts = {"given": str(name), "known": ", ".join(regions())}
            raise PydanticCustomError("unknown_region", "unknown: {given}; known: {known}", facts)
        table[region.title] = region.municipalities
    return table


Regions = Annotated[dict[str, tuple[str, ...]], BeforeValidator(_named), Field(min_length=1)]


class OneRegion(Rule):
    """A choice of one region per group: must = nobody is known to be outside it; should = 1 each.

    Who is in no region is outside every one; of whom no municipality is known costs nothing.
    """

    TITLE = texts(nl="Eén regio per groep", en="One region per group")
    ABOUT = texts(
        nl="De leden van een groep komen uit één regio: een lijst van gemeenten met een naam. "
        "Noem regio's die erbij zitten (‘twente’, ‘salland’), of geef zelf de gemeenten. De "
        "gemeente is die van het formulier, anders die van de postcode of de plaats. Wie "
        "geen bekende gemeente heeft, telt niet mee en wordt genoemd.",
        en="The members of a group come from one region: a list of municipalities with a name. "
        "Name regions that come along (‘twente’, ‘salland’), or give the municipalities. The "
        "municipality is that of the form, else that of the postcode or the place. Whoever has "
        "no known municipality does not count, and is named.",
    )
    SENTENCES: ClassVar = {
        "all": texts(nl="Alle leden komen uit {region}.", en="All members come from {region}."),
        "most": texts(
            nl="{count} van de {members} leden {count:komt|komen} uit {region}; niet: {people}.",
            en="{count} of {members} members {count:comes|come} from {region}; not: {people}.",
        ),
        "told": texts(
            nl="{count} van de {members} leden {count:komt|komen} uit {region}.",
            en="{count} of {members} members {count:comes|come} from {region}.",
        ),
        "unknown": texts(
            nl="Van niemand in deze groep is de gemeente bekend.",
            en="Of nobody in this group the municipality is known.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "all": texts(nl="Zij komen uit {region}.", en="They come from {region}."),
        "most": texts(
            nl="Zij komen niet samen uit {region}: {people} niet.",
            en="They do not all come from {region}: not {people}.",
        ),
        "told": texts(
            nl="Wie een bekende gemeente heeft, komt uit {region}.",
            en="Those whose municipality is known come from {region}.",
        ),
        "unknown": texts(
            nl="Van geen van hen is de gemeente bekend.",
            en="Of none of them the municipality is known.",
        ),
    }
    BESIDE: ClassVar = {
        "nowhere": texts(
            nl="In geen van de regio's: {nowhere}.", en="In none of the regions: {nowhere}."
        ),
        "unsaid": texts(
            nl="Van {unsaid} is de gemeente niet bekend.",
            en="Of {unsaid} the municipality is not known.",
        ),
    }
    TAKES = "region"
    JOINS_FEW = frozenset({"all"})
    WORKED = (
        Worked(
            fields={"regions": {"Twente": ("Almelo", "Enschede"), "Salland": ("Raalte",)}},
            groups=(
                {"Anker": {"municipality": "Almelo"}, "Berk": {"municipality": "Enschede"}},
                {
                    "Citer": {"municipality": "Almelo"},
                    "Duin": {"municipality": "Raalte"},
                    "Eik": {"municipality": "Assen"},
                    "Fluit": {},
                },
            ),
        ),
    )

    regions: Regions = described(
        ...,
        nl="namen van regio's, of een tabel: naam van de regio → gemeenten",
        en="names of regions, or a table: name of the region → municipalities",
    )

    @field_validator("regions")
    @classmethod
    def _known_municipalities(cls, given: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        for name in (name for names in given.values() for name in names):
            if len(municipalities_of(name)) != 1:
                facts = {"given": name}
                raise PydanticCustomError("municipality", "no single one: {given}", facts)
        if not all(name.strip() and names for name, names in given.items()):
            raise PydanticCustomError("too_short", "at least one")
        return given

    @override
    def needs(self) -> tuple[str, ...]:
        return ("municipality",)

    @override
    def knows(self, applicant: Applicant, field: str) -> bool:
        return municipality_of(applicant) is not None

    @override
    def pool(self, round_: Round) -> Pool:
        return self._regions()

    def _regions(self) -> Pool:
        return tuple((name, municipalities(names)) for name, names in self.regions.items())

    @override
    def demands(self, round_: Round) -> list[Demand]:
        regions_ = self._regions()
        named = [_regions_of(a, regions_) for a in round_.applicants]
        options = tuple(self.regions)
        term = choice(self.key, named, options, round_, must=self.level is Level.MUST)
        return [self.demand(term, people=1)]

    @override
    def is_unknown(self, applicant: Applicant, pool: Pool) -> bool:
        return municipality_of(applicant) is None

    @override
    def measure_group(self, group: Seated, pool: Pool) -> GroupFinding:
        number, members = group.number, group.members
        regions_ = {a.id: _regions_of(a, pool) for a in members}
        known = [a for a in members if regions_[a.id]]
        if not group.taken or not known:
            return GroupFinding(number, "unknown", {self.key: 0}, quality=0.0)
        region = pool[group.taken[0]][0]
        outside = [a for a in known if left_out(regions_[a.id], (region,))[0]]
        other = [a for a in outside if regions_[a.id] != ELSEWHERE]
        nowhere = [a for a in outside if regions_[a.id] == ELSEWHERE]
        unsaid = [a for a in members if not regions_[a.id]]
        facts: dict[str, Fact] = {
            "region": region,
            "count": len(known) - len(outside),
            "members": len(members),
            "people": _with_municipality(other),
            "nowhere": _with_municipality(nowhere),
            "unsaid": tuple(a.label for a in unsaid),
        }
        verdict = "most" if other else "told" if nowhere or unsaid else "all"
        return GroupFinding(
            number,
            verdict,
            {self.key: len(outside)},
            facts,
            tuple(a.id for a in outside),
            round(1 - len(outside) / len(known), 3),
        )


def _regions_of(applicant: Applicant, pool: Pool) -> tuple[str, ...]:
    """The regions somebody is in; ELSEWHERE where it is none, empty where it is not known."""
    here = municipality_of(applicant)
    if here is None:
        return ()
    return tuple(name for name, within in pool if here in within) or ELSEWHERE


def _with_municipality(people: Sequence[Applicant]) -> tuple[str, ...]:
    where = ((a.label, municipality_of(a)) for a in people)
    return tuple(f"{label} ({here[0]})" if here else label for label, here in where)
