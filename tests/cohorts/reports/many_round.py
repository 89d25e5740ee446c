"""A round with groups of many members, each of whom wrote as much as people do on a form."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from cohorts import compose
from cohorts.composing.proposal import Proposal
from cohorts.programme.programme import Programme
from tests.cohorts.reports.readers_round import people, programme, relations

QUESTIONS = (
    "Hoe draag ik het bedrijf over aan mijn dochter zonder dat de oude ploeg vertrekt?",
    "Wij groeien hard en ik kom nergens meer aan toe. Wat geef ik als eerste uit handen?",
    "Hoe vind en houd ik goede monteurs nu iedereen er om zit te springen?",
)
OFFERS = (
    "Ik heb twee keer een overname gedaan en vertel er graag open over",
    "Hulp bij het inrichten van een planning die iedereen snapt",
    "Ervaring met zij-instromers en met een eigen opleiding in het bedrijf",
)


@cache
def many(size: int) -> Proposal:
    """Two groups of so many."""
    told = programme().model_dump(mode="json")
    told["groups"] = {"size": [size, size], "target": size, "places": f"at most {2 * size}"}
    wordy = tuple(
        replace(
            a,
            activity=f"Installatie en onderhoud van warmtepompen en koeling, soort {i}",
            company=f"Technisch Installatiebedrijf Plaggenmarsch {i} B.V.",
            question=QUESTIONS[i % 3],
            offer=OFFERS[i % 3],
        )
        for i, a in enumerate(people())
    )
    asked = Programme.model_validate(told)
    return compose(wordy, asked, relations=relations(), effort="quick", seed=2)
