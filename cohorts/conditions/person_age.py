"""How old somebody is on the day of the round."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from cohorts.conditions.condition import texts
from cohorts.conditions.years_since import YearsSince
from cohorts.people.applicant import Applicant
from cohorts.round.judgement import Verdict


class PersonAge(YearsSince):
    """Whole years since the year of birth."""

    TITLE = texts(nl="leeftijd: {bounds}", en="age: {bounds}")
    ABOUT = texts(
        nl="Iemand is hoogstens of minstens zo oud, op de dag van de ronde. Wij kennen alleen het "
        "geboortejaar; wie op de grens zit, wordt niet afgewezen.",
        en="Somebody is at most or at least so old, on the day of the round. We only know the "
        "year of birth; whoever is on the border is not refused.",
    )
    SENTENCES: ClassVar = {
        Verdict.MET: texts(
            nl="Geboren in {since}: {bounds} oud.", en="Born in {since}: {bounds} old."
        ),
        Verdict.REFUSED: texts(
            nl="Geboren in {since}. Gevraagd is een leeftijd van {bounds}.",
            en="Born in {since}. Asked is an age of {bounds}.",
        ),
        Verdict.UNKNOWN: texts(
            nl="Nog niet zeker: een leeftijd van {bounds}.",
            en="Not certain yet: an age of {bounds}.",
        ),
    }

    @override
    def needs(self) -> tuple[str, ...]:
        return ("birth_year",)

    def year_of(self, applicant: Applicant) -> int | None:
        return applicant.birth_year
