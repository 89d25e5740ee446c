"""Regions that are lists of municipalities."""

from __future__ import annotations

from typing import Any

import pytest

from cohorts.geography.gazetteer import municipalities_of, postcodes
from cohorts.geography.regions import municipality_of, region_named, regions
from cohorts.people.applicant import Applicant, ApplicantId


@pytest.mark.parametrize("name", list(regions()))
def test_every_municipality_is_one_of_today(name: str) -> None:
    today = {spot.municipality for spot in postcodes().values()}
    region = regions()[name]
    assert set(region.municipalities) <= today
    assert all(len(municipalities_of(m)) == 1 for m in region.municipalities)
    assert region.source
    assert name not in {m.lower() for m in today}  # a value in a condition means one thing


def test_the_regions_of_the_inventory() -> None:
    sizes = {name: len(region.municipalities) for name, region in regions().items()}
    assert sizes["west-brabant"] == 17  # "the 17 municipalities"
    assert sizes["twente"] == 14
    assert "Apeldoorn" not in regions()["noord-veluwe"].municipalities  # Gelderland, not the region


@pytest.mark.parametrize("name", ["Noord-Veluwe", "noord veluwe", "Regio Noord-Veluwe", "TWENTE."])
def test_by_what_people_call_it(name: str) -> None:
    assert region_named(name) is not None


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ({"municipality": "gemeente Zwolle"}, "Zwolle"),
        ({"municipality": "Den Bosch"}, "'s-Hertogenbosch"),
        ({"municipality": "Uden"}, "Maashorst"),  # merged in 2022
        ({"municipality": "Bergen"}, None),  # there are two
        ({"municipality": "Bergen", "province": "Limburg"}, "Bergen"),
        ({"municipality": "Bergen", "postcode": "5854 AA"}, "Bergen"),
        ({"postcode": "7411 AB"}, "Deventer"),
        ({"place": "Nijverdal"}, "Hellendoorn"),
        ({"place": "Brussel"}, None),
        ({"postcode": "3861 AA"}, "Nijkerk"),
        ({}, None),
    ],
)
def test_where_somebody_is(told: dict[str, Any], where: str | None) -> None:
    found = municipality_of(Applicant(id=ApplicantId("a"), **told))
    assert (found and found[0]) == where
