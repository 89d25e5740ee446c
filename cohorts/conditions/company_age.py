"""How long a company has existed on the day of the round."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from cohorts.conditions.condition import texts
from cohorts.conditions.years_since import YearsSince
from cohorts.people.applicant import Applicant
from cohorts.round.judgement import Verdict


class CompanyAge(YearsSince):
    """Whole years since the company was founded."""

    TITLE = texts(nl="leeftijd van het bedrijf: {bounds}", en="age of the company: {bounds}")
    ABOUT = texts(
        nl="Het bedrijf bestaat hoogstens of minstens zo veel jaar, op de dag van de ronde. Wij "
        "kennen alleen het jaar van oprichting; wie op de grens zit, wordt niet afgewezen.",
        en="The company has existed for at most or at least so many years, on the day of the "
        "round. We only know the year it was founded; whoever is on the border is not refused.",
    )
    SENTENCES: ClassVar = {
        Verdict.MET: texts(
            nl="Opgericht in {since}: {bounds} oud.", en="Founded in {since}: {bounds} old."
        ),
        Verdict.REFUSED: texts(
            nl="Opgericht in {since}. Het bedrijf moet {bounds} oud zijn.",
            en="Founded in {since}. The company must be {bounds} old.",
        ),
        Verdict.UNKNOWN: texts(
            nl="Nog niet zeker: of het bedrijf {bounds} oud is.",
            en="Not certain yet: whether the company is {bounds} old.",
        ),
    }

    @override
    def needs(self) -> tuple[str, ...]:
        return ("founded",)

    def year_of(self, applicant: Applicant) -> int | None:
        return applicant.founded
