"""One of some values: municipality, province, sector, role, activity."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import ClassVar

from typing_extensions import override

from cohorts.conditions.condition import UNSAID, Condition, Said, described, texts
from cohorts.geography.regions import municipalities, municipality_of, region_named
from cohorts.people.applicant import Applicant
from cohorts.people.values import plain
from cohorts.round.finding import Fact
from cohorts.round.judgement import Verdict

OF_EVERYBODY = frozenset({"place", "municipality", "province", "life_phase"})
"""Fields that say where a company is and in what phase: that alone makes nothing for somebody."""


class OneOf(Condition):
    """The field has one of ``values``; an activity code begins with one."""

    TITLE = texts(nl="{field}: {named}", en="{field}: {named}")
    ABOUT = texts(
        nl="Een veld heeft een van deze waarden, zoals een gemeente of een rol. Een SBI-code hoeft "
        "alleen zo te beginnen: 25 geldt ook voor 25.62.",
        en="A field has one of these values, such as a municipality or a role. An activity code "
        "need only begin like this: 25 holds for 25.62 too. For a municipality the name of a "
        "region that comes along will do: Noord-Veluwe.",
    )
    SENTENCES: ClassVar = {
        Verdict.MET: texts(nl="{field}: {given}.", en="{field}: {given}."),
        Verdict.REFUSED: texts(
            nl="{field}: {given}. Gevraagd is {named}.", en="{field}: {given}. Asked is {named}."
        ),
        Verdict.UNKNOWN: texts(
            nl="Nog niet bekend: {field}. Gevraagd is {named}.",
            en="Not known yet: {field}. Asked is {named}.",
        ),
    }

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")
    values: tuple[str, ...] = described(
        ..., nl="de waarden die goed zijn", en="the values that are right", min_length=1
    )
    called: Said = described(
        UNSAID,
        nl="hoe deze waarden samen heten; leeg: de waarden zelf",
        en="what these values are called together; empty: the values themselves",
        asked=False,
    )

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @property
    def telling(self) -> bool:
        return self.field not in OF_EVERYBODY

    @override
    def named(self) -> Mapping[str, tuple[str, ...]]:
        # codes of activities form a tree: most of those that begin like this nobody has
        return {} if self.field == "sbi" else {self.field: (*self.values, *self._in_regions)}

    @override
    def look(self, applicant: Applicant, on: date) -> tuple[Verdict, Mapping[str, Fact]]:
        given = applicant.values(self.field)
        here = municipality_of(applicant) if self._in_regions else None
        given = given or ((here[0],) if here else ())
        if not given:
            return Verdict.UNKNOWN, {}
        fits = here in municipalities(self._in_regions) or any(self._fits(one) for one in given)
        return (Verdict.MET if fits else Verdict.REFUSED), {"given": given}

    @override
    def words(self, facts: Mapping[str, Fact]) -> Mapping[str, object]:
        named = self.called if any(self.called.values()) else self._any_of_them()
        return {"field": self.field, "named": named, **facts}

    def _any_of_them(self) -> Mapping[str, str]:
        *rest, last = self.values
        between = texts(nl=" of ", en=" or ")
        return {
            language: (", ".join(rest) + word if rest else "") + last
            for language, word in between.items()
        }

    def _fits(self, one: str) -> bool:
        if self.field == "sbi":
            return plain(one).replace(".", "").startswith(self._codes)
        return plain(one) in self._plain_values

    @cached_property
    def _in_regions(self) -> tuple[str, ...]:
        """The municipalities of the regions that are named, of a field of municipalities."""
        found = [region_named(value) for value in self.values if self.field == "municipality"]
        return tuple(name for region in found if region for name in region.municipalities)

    @cached_property
    def _plain_values(self) -> frozenset[str]:
        return frozenset(map(plain, self.values))

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(plain(value).replace(".", "") for value in self.values)
