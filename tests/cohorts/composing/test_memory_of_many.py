"""What is asked of twice as many people takes about twice the memory, and never four times."""

from __future__ import annotations

import tracemalloc

import pytest

from cohorts.composing.demands import ask
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.room import Room
from cohorts.round.round import Round

GROUP = 10
RULES = {
    "pins": [{"rule": "pin", "person": "p00000", "group": 1}],
    "trades": [{"rule": "same_trade", "within_km": 1}],
}


def peak(rules: list[dict[str, object]], people: int) -> int:
    """Bytes at the most while it is worked out; every ten do the same, far from all others."""
    applicants = tuple(
        Applicant(
            id=ApplicantId(f"p{i:05}"),
            company=f"C{i}",
            sbi="4321",
            sbi_version="2008",
            place=f"P{i // GROUP}",
            latitude=50.0 + (i // GROUP) * 0.02,
            longitude=6.0,
        )
        for i in range(people)
    )
    round_ = Round(
        applicants=applicants,
        groups=people // GROUP,
        smallest=GROUP,
        largest=GROUP,
        target=GROUP,
        places=Room.parse("everyone"),
    )
    programme = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "many",
            "title": {"nl": "Velen", "en": "Many"},
            "groups": {"size": [GROUP, GROUP], "target": GROUP, "places": "everyone"},
            "rules": rules,
        }
    )
    tracemalloc.start()
    try:
        ask(programme, round_)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("rules", RULES)
def test_memory_grows_with_the_people(rules: str) -> None:
    peak(RULES[rules], 100)  # what is loaded once is no part of it
    assert peak(RULES[rules], 2_000) < 3 * peak(RULES[rules], 1_000)
