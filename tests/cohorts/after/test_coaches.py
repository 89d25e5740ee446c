from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from cohorts.after.coach_fit import CoachFit, Never, Why
from cohorts.after.coaches import Coaching, coaching_of
from cohorts.errors import NoCompositionError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.coach import Coach, Serves
from cohorts.reports.coach_words import coaching_data, coaching_lines
from cohorts.reports.coaching_csv import coaching_csv
from cohorts.words import Language, explain

ZWOLLE: dict[str, Any] = {"latitude": 52.51, "longitude": 6.09}
KAMPEN: dict[str, Any] = {"latitude": 52.56, "longitude": 5.91}
BREDA: dict[str, Any] = {"latitude": 51.59, "longitude": 4.78}


def person(name: str, **known: Any) -> Applicant:
    return Applicant(id=ApplicantId(name), company=f"{name} BV", name=name, **known)


def coach(
    name: str, capacity: int = 9, serves: Serves = Serves.PEOPLE, *conflicts: str, **known: Any
) -> Coach:
    applicant = Applicant(id=ApplicantId(f"\x1e{name}"), name=name, **known)
    return Coach(name, capacity, serves, applicant, frozenset(map(ApplicantId, conflicts)))


PLACED = (
    person("Anker", sbi="6210", **ZWOLLE),
    person("Berk", sbi="5611", competitors=("Vos Advies",), **KAMPEN),
    person("Citer", **BREDA),
    person("Duin", sbi="6210", **BREDA),
)


def placed(*groups: tuple[Applicant, ...]) -> dict[int, tuple[Applicant, ...]]:
    return dict(enumerate(groups, 1))


def names(coaching: Coaching) -> dict[str, list[str]]:
    return {
        one.name: [str(a.id) for given in coaching.of(one) for a in given.led.members]
        for one in coaching.coaches
    }


def test_work_is_shared_before_distance_counts() -> None:
    # all four live nearest to Vera; two and two all the same
    near, far = coach("Vera", **ZWOLLE), coach("Wim", latitude=53.3, longitude=6.9)
    (found,) = coaching_of(placed(PLACED), [near, far])
    assert [len(found.of(one)) for one in found.coaches] == [2, 2]
    moved = next(one for one in found.given if one.coach is far)
    assert moved.other is not None
    assert (moved.other.coach, moved.other.load, moved.other.full) == (near, 2, False)


def test_it_is_the_best_of_all_there_are() -> None:
    coaches = [coach("Vera", 2, **ZWOLLE, sbi="5611"), coach("Wim", 3, **BREDA), coach("X", 1)]
    (found,) = coaching_of(placed(PLACED), coaches)
    fit = CoachFit(PLACED, tuple(coaches))
    costs = [fit.costs(a.id, same_trade=True) for a in PLACED]
    every = [
        (sum(of.count(k) ** 2 for k in range(3)), sum(costs[i][k] for i, k in enumerate(of)), of)
        for of in product(range(3), repeat=4)
        if all(of.count(k) <= coaches[k].capacity for k in range(3))
    ]
    chosen = tuple(coaches.index(given.coach) for given in found.given)
    assert chosen == min(every)[2]


def test_the_same_trade_counts_but_not_of_a_company_close_by() -> None:
    # who sold the company may; who runs one in Kampen is a rival of Anker, and not of Duin
    free = coach("Vera", **KAMPEN, sbi="6210")
    owner = coach("Vos", **KAMPEN, sbi="6210", company="Vos Software")
    fit = CoachFit(PLACED, (free, owner))
    anker, berk, _, duin = (a.id for a in PLACED)
    assert fit.never(free, anker) is None
    never = fit.never(owner, anker)
    assert never is not None
    assert never.why is Why.NEAR
    assert fit.never(owner, duin) is None
    assert fit.never(owner, berk) is None
    # Zwolle to Kampen is 13.4 km, and the same class is worth 20; that of a rival nothing
    assert fit.costs(anker, same_trade=True) == [134 - 200, 134]
    assert fit.costs(anker, same_trade=False) == [134, 134]


@pytest.mark.parametrize(
    ("known", "who", "why"),
    [
        ({"company": "Anker B.V."}, "Anker", Why.OWN),
        ({"company": "Vos Advies"}, "Berk", Why.NAMED),
        ({"company": "Vos Advies"}, "Anker", None),
        ({}, "Citer", Why.CONFLICT),
    ],
)
def test_who_may_not(known: dict[str, str], who: str, why: Why | None) -> None:
    one = coach("Vos", 1, Serves.PEOPLE, "Citer", **known)
    never = CoachFit(PLACED, (one,)).never(one, ApplicantId(who))
    assert never == (None if why is None else Never(why))


def test_where_a_place_is_not_known_the_mean_of_the_others_counts() -> None:
    known = (coach("V", **ZWOLLE), coach("W", **KAMPEN), coach("X"))
    assert CoachFit(PLACED, known).costs(ApplicantId("Anker"), same_trade=True) == [0, 134, 67]
    assert CoachFit(PLACED, known[2:]).costs(ApplicantId("Anker"), same_trade=True) == [0]


def test_a_facilitator_has_no_group_with_a_conflict_and_so_has_the_second() -> None:
    coaches = [
        coach("Vera", 2, Serves.GROUPS, "Berk"),
        coach("Wim", 1, Serves.GROUPS),
        coach("Xander", 1, Serves.BESIDE, "Citer"),
        coach("Yara", 1, Serves.BESIDE),
    ]
    first, second = coaching_of(placed(PLACED[:2], PLACED[2:]), coaches)
    assert names(first) == {"Vera": ["Citer", "Duin"], "Wim": ["Anker", "Berk"]}
    assert names(second) == {"Xander": ["Anker", "Berk"], "Yara": ["Citer", "Duin"]}
    with pytest.raises(NoCompositionError) as error:
        coaching_of(placed(PLACED[:2], PLACED[2:]), [*coaches[:1], *coaches[2:3]])
    said = [explain(problem, Language.EN)[0] for problem in error.value.problems]
    assert said == [
        "For group 1 nobody is left. Vera cannot be with group 1 (there is an interest).",
        "There is room for 1 group, as second facilitator, and there are 2.",
    ]


def test_too_few_places_and_too_few_for_some() -> None:
    with pytest.raises(NoCompositionError) as error:
        coaching_of(placed(PLACED), [coach("Vera", 1), coach("Wim", 2)])
    assert explain(error.value.problems[0], Language.NL)[0] == (
        "Er is plaats voor 3 deelnemers, en er zijn er 4."
    )
    # Anker and Berk may only have Wim, who has one place; that Citer may not have Xia matters not
    few = [
        coach("Vera", 9, Serves.PEOPLE, "Anker", "Berk"),
        coach("Wim", 1),
        coach("Xia", 9, Serves.PEOPLE, "Anker", "Berk", "Citer"),
    ]
    with pytest.raises(NoCompositionError) as error:
        coaching_of(placed(PLACED), few)
    assert error.value.exit_code == 3
    assert explain(error.value.problems[0], Language.EN)[0] == (
        "For Anker BV and Berk BV too little is left: only Wim, with room for 1. "
        "Vera cannot be with Anker BV (there is an interest) and Berk BV (there is an interest); "
        "Xia cannot be with Anker BV (there is an interest) and Berk BV (there is an interest)."
    )


def test_reasons_in_words() -> None:
    coaches = [
        coach("Vera", 1, Serves.PEOPLE, "Anker", **ZWOLLE),
        coach("Wim", 1, Serves.PEOPLE, "Anker", sbi="5611", **KAMPEN),
        coach("Xia", 1, **BREDA),
    ]
    found = coaching_of(placed(PLACED[:2]), coaches)
    said = "\n".join(coaching_lines(found, Language.EN))
    assert "Berk BV: less than a kilometre from each other; they do the same (restaurant" in said
    assert "Anker BV: 136 km from each other. Vera is nearer, but that may not be:" in said
    assert "Vera not with Anker BV: there is an interest." in said
    data = coaching_data(found, Language.NL)[0]
    assert data["never"][0] == {"coach": "Vera", "id": "Anker", "why": "conflict"}
    assert data["coaches"][1]["has"][0]["away_km"] == 0
    assert coaching_csv(found).splitlines()[1] == "people,Xia,,Anker,Anker BV,Anker"


def test_distance_that_nobody_knows_is_said_once() -> None:
    found = coaching_of(placed(PLACED), [coach("Vera")])
    said = "\n".join(coaching_lines(found, Language.NL))
    assert said.count("Afstand telt hier niet mee") == 1
    assert "vandaan." not in said.split("Vera: 4")[1]
