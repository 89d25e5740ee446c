"""Axes, spreads, maps and few words: the arithmetic beside what is expected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cohorts.reports.page.axis import Axis, axes_of
from cohorts.reports.page.few_words import few_words
from cohorts.reports.page.maps import MARGIN, distance, maps_of
from cohorts.reports.page.ranges import MOST_LINES, spread_of
from cohorts.round.composition import Composition
from cohorts.words import Language
from tests.cohorts.small_round import people, small

LOG = Axis("fte", "number", log=True, low=1.0, high=100.0)
YEARS = Axis("founded", "year", log=False, low=1990.0, high=2010.0)


@pytest.mark.parametrize(
    ("axis", "value", "at"),
    [
        (LOG, 1, 0.0),
        (LOG, 10, 50.0),  # log 10 / log 100
        (LOG, 100, 100.0),
        (LOG, 0, 0.0),  # no logarithm: stands with the smallest
        (YEARS, 1995, 25.0),  # 5 of 20 years
        (YEARS, 2020, 100.0),
    ],
)
def test_where_a_value_lies(axis: Axis, value: float, at: float) -> None:
    assert axis.at(value) == at


def test_a_doubling_is_as_far_everywhere() -> None:
    assert LOG.at(20) - LOG.at(10) == pytest.approx(LOG.at(4) - LOG.at(2), abs=0.2)


def test_ticks_are_round() -> None:
    assert LOG.ticks() == (1, 3, 10, 30, 100)
    assert YEARS.ticks() == (1990, 1995, 2000, 2005, 2010)
    assert Axis("fte", "number", log=True, low=1.0, high=1e5).ticks() == (1, 10, 100, 1e3, 1e4, 1e5)


def test_a_difference_as_people_say_it() -> None:
    assert YEARS.distance(1, Language.EN) == "1 year"
    assert YEARS.distance(8.2, Language.NL) == "8 jaar"
    assert LOG.apart([2, 8]) == 4
    assert YEARS.apart([1990, 1998]) == 8
    assert LOG.shown(6.7, Language.NL) == "7"


def test_the_numbers_the_rules_compare_have_an_axis() -> None:
    assert [axis.field for axis in axes_of(small().proposal)] == ["fte", "founded", "turnover"]
    assert [axis.log for axis in axes_of(small().proposal)] == [True, False, True]


def test_a_spread_names_the_group_that_differs_most() -> None:
    one, two = people(24)[:2], people(24)[2:4]
    given = {
        1: tuple(replace(a, fte=v) for a, v in zip(one, (10.0, 12.0), strict=True)),
        2: tuple(replace(a, fte=v) for a, v in zip(two, (2.0, 40.0), strict=True)),
    }
    proposal = replace(small().proposal, composition=Composition(groups=given))
    (axis,) = (a for a in axes_of(proposal) if a.field == "fte")
    spread = spread_of(proposal, axis, Language.NL)
    assert spread is not None
    assert "groep 2 verschilt het meest" in spread.title
    assert [line.group for line in spread.lines] == [1, 2]  # by their middle: 11 and 21
    assert [(line.smallest, line.largest) for line in spread.lines] == [("10", "12"), ("2", "40")]
    assert (spread.everyone.start, spread.everyone.width) == (0.0, 100.0)
    assert [dot.at for dot in spread.lines[1].dots] == [0.0, 100.0]


def test_alike_groups_are_set_beside_chance() -> None:
    base = people(24)
    given = {
        n: tuple(replace(a, fte=10.0**n + i) for i, a in enumerate(base[4 * n : 4 * n + 4]))
        for n in range(1, 6)
    }
    proposal = replace(small().proposal, composition=Composition(groups=given))
    (axis,) = (a for a in axes_of(proposal) if a.field == "fte")
    spread = spread_of(proposal, axis, Language.EN)
    assert spread is not None
    assert spread.title.startswith("Members of one group are alike in number of staff")
    # the middle group has 1000 to 1003: as good as one size
    assert spread.about.startswith("In a typical group the members are of one size.")


def test_of_many_groups_the_widest_are_shown_and_the_rest_are_folded() -> None:
    base = people(24)
    given = {n: (replace(base[0], fte=10.0), replace(base[1], fte=10.0 + n)) for n in range(1, 36)}
    proposal = replace(small().proposal, composition=Composition(groups=given))
    (axis,) = (a for a in axes_of(proposal) if a.field == "fte")
    spread = spread_of(proposal, axis, Language.NL)
    assert spread is not None
    assert {line.group for line in spread.lines} == set(range(6, 36))
    assert len(spread.lines) == MOST_LINES
    assert [line.group for line in spread.rest] == [1, 2, 3, 4, 5]


def test_kilometres_as_the_crow_flies() -> None:
    zwolle, enschede = (52.5126, 6.0936), (52.2215, 6.8937)
    assert distance(zwolle, enschede) == pytest.approx(63.3, abs=0.5)
    assert distance(zwolle, zwolle) == 0


def test_maps_put_the_group_furthest_apart_first() -> None:
    maps = maps_of(small().proposal, Language.NL)
    assert maps is not None
    kms = [m.km for m in maps.maps]
    assert kms == sorted(kms, reverse=True)
    assert f"Groep {maps.maps[0].group}" in maps.title
    everybody = sum(map(len, small().proposal.composition.groups.values()))
    assert sum(len(m.marks) for m in maps.maps) == everybody
    for mark in (mark for m in maps.maps for mark in m.marks):
        assert MARGIN <= mark.x <= maps.width - MARGIN
        assert MARGIN <= mark.y <= maps.height - MARGIN
    assert maps.land
    assert maps.towns
    assert 0 < maps.measure < 50


@pytest.mark.parametrize("language", list(Language))
def test_of_one_group_nothing_is_said_to_be_furthest(language: Language) -> None:
    groups = dict(list(small().proposal.composition.groups.items())[:1])
    maps = maps_of(replace(small().proposal, composition=Composition(groups=groups)), language)
    assert maps is not None
    assert not maps.several
    km = maps.maps[0].distance
    assert (
        maps.title
        == {
            Language.NL: f"In groep 1 zitten de leden hemelsbreed tot {km} uit elkaar",
            Language.EN: f"In group 1 the members are up to {km} apart as the crow flies",
        }[language]
    )


def test_no_coordinates_no_map_and_one_spot_no_map() -> None:
    without = {
        n: tuple(replace(a, latitude=None) for a in members)
        for n, members in small().proposal.composition.groups.items()
    }
    proposal = replace(small().proposal, composition=Composition(groups=without))
    assert maps_of(proposal, Language.NL) is None
    together = {
        n: tuple(replace(a, latitude=52.0, longitude=6.0) for a in members)
        for n, members in small().proposal.composition.groups.items()
    }
    proposal = replace(small().proposal, composition=Composition(groups=together))
    assert maps_of(proposal, Language.NL) is None


def test_abroad_the_applicants_own_places_are_named() -> None:
    abroad = {
        n: tuple(
            replace(a, latitude=40.0 + i, longitude=-3.0, place=f"Stad {n}")
            for i, a in enumerate(members)
        )
        for n, members in small().proposal.composition.groups.items()
    }
    maps = maps_of(replace(small().proposal, composition=Composition(groups=abroad)), Language.EN)
    assert maps is not None
    assert maps.land == ""
    assert {town.text for town in maps.towns} <= {f"Stad {n}" for n in abroad}
    assert maps.towns


@pytest.mark.parametrize(
    ("text", "few"),
    [
        (
            "Groothandel in verpakkingen en disposables.",
            "Groothandel in verpakkingen en disposables",
        ),
        (
            "Reclamebureau voor merken uit de regio: websites.",
            "Reclamebureau voor merken uit de regio",
        ),
        (
            "Wij maken stalen trappen, hekken en balustrades op maat.",
            "Wij maken stalen trappen, hekken en balustrades\u00a0…",
        ),
        (
            "Bakker met winkels en levering aan de horeca in Almelo",
            "Bakker met winkels en levering aan de horeca\u00a0…",
        ),
        ("", ""),
        ("A" * 500, "A" * 80 + "\u00a0…"),
    ],
)
def test_few_words(text: str, few: str) -> None:
    assert few_words(text) == few
