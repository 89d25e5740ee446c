"""The library's front door: what is promised of every proposal."""

from __future__ import annotations

import dataclasses
from threading import Event

import pytest

from cohorts import compose
from cohorts.errors import InputError, NoCompositionError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.room import Room
from cohorts.round.round import number_of_groups
from solver.score import Score
from tests.cohorts.small_round import people, programme, relations, small


def test_everybody_sits_once_or_has_a_reason() -> None:
    proposal = small().proposal
    placed = [a.id for members in proposal.composition.groups.values() for a in members]
    left = [n.applicant.id for n in proposal.not_placed]
    assert sorted(placed + left) == [a.id for a in small().people]
    assert all(n.hindrances for n in proposal.not_placed)


def test_all_musts_hold() -> None:
    proposal = small().proposal
    assert proposal.score.hard == 0
    seats = {a.id: g for g, members in proposal.composition.groups.items() for a in members}
    assert seats.get(ApplicantId("p00"), -1) != seats.get(ApplicantId("p01"), -2)
    assert seats.get(ApplicantId("p08")) == seats.get(ApplicantId("p09"))
    assert seats[ApplicantId("p03")] == 2
    assert not any(group.broken for finding in proposal.findings for group in finding.groups)


def test_places_are_filled_to_the_last() -> None:
    assert len(small().proposal.not_placed) == 2


def test_groups_are_numbered_by_their_smallest_id() -> None:
    proposal = compose(people(), programme(small_rules(), "everyone"), effort="quick")
    first = [members[0].id for members in proposal.composition.groups.values()]
    assert list(proposal.composition.groups) == list(range(1, len(first) + 1))
    assert first == sorted(first)


def small_rules() -> list[dict[str, object]]:
    return [{"rule": "comparable", "field": "fte"}, {"rule": "keep_apart"}]


def test_fairness_spares_the_group_that_fits_least_well() -> None:
    """The worst group's own points count before the total: never more than without fairness."""
    asked = programme(small_rules(), "everyone")
    groups = asked.groups.model_copy(update={"fairness": True})
    fair = compose(people(), asked.model_copy(update={"groups": groups}), effort="quick")
    plain = compose(people(), asked, effort="quick")
    named = {
        group.group: sum(group.amounts.values()) for group in fair.finding("comparable").groups
    }
    price = fair.weights["comparable"] or 0
    assert fair.score.worst == price * max(named.values())
    assert plain.score.worst == 0
    before = max(sum(g.amounts.values()) for g in plain.finding("comparable").groups)
    assert max(named.values()) <= before
    assert fair.score.points >= plain.score.points


def test_the_order_of_the_input_does_not_matter() -> None:
    asked = programme(small_rules(), "everyone")
    forward = compose(people(), asked, effort="quick")
    backward = compose(people()[::-1], asked, effort="quick")
    assert seats_of(forward.composition.groups) == seats_of(backward.composition.groups)


def seats_of(groups: object) -> dict[str, int]:
    assert isinstance(groups, dict)
    return {a.id: number for number, members in groups.items() for a in members}


def test_another_seed_draws_other_lots() -> None:
    asked = programme([{"rule": "keep_apart"}], "exactly 14")
    lots = {
        tuple(n.applicant.id for n in compose(people(), asked, effort="quick", seed=s).not_placed)
        for s in range(5)
    }
    assert len(lots) == 5


def test_stop_keeps_the_best_found() -> None:
    stop = Event()
    told: list[Score] = []

    def progress(score: Score, share: float) -> None:
        told.append(score)
        if share > 0.02:
            stop.set()

    proposal = compose(people(), programme(), relations=relations(), progress=progress, stop=stop)
    assert proposal.score.hard == 0
    assert not proposal.reproducible
    assert told


def test_a_time_limit_makes_it_not_reproducible() -> None:
    proposal = compose(people(), programme(), relations=relations(), time_limit=1.0)
    assert not proposal.reproducible
    assert proposal.score.hard == 0


def test_merit_decides_who_is_placed() -> None:
    merit = {a.id: i for i, a in enumerate(people())}
    asked = programme([{"rule": "merit"}, {"rule": "keep_apart"}], "exactly 14")
    proposal = compose(people(), asked, merit=merit, effort="quick")
    # 24 people, 14 places: the ten with the least merit, 0 … 9, stay out
    assert [n.applicant.id for n in proposal.not_placed] == [f"p{i:02}" for i in range(10)]


def test_an_earlier_composition_is_kept() -> None:
    asked = programme(small_rules(), "everyone")
    before = compose(people(), asked, effort="quick", seed=1)
    previous = seats_of(before.composition.groups)
    shaken = programme(
        [{"rule": "alike", "field": "branche", "weight": 0.01}, {"rule": "stay", "weight": 50}],
        "everyone",
    )
    after = compose(
        people(), shaken, previous={ApplicantId(k): v for k, v in previous.items()}, effort="quick"
    )
    assert seats_of(after.composition.groups) == previous


def test_up_to_nine_people_the_best_is_proven() -> None:
    asked = programme(small_rules(), "everyone").model_copy(
        update={
            "groups": programme().groups.model_copy(
                update={"size": (2, 4), "target": 3, "places": "everyone"}
            )
        }
    )
    proposal = compose(people(8), asked)
    assert proposal.status.value == "optimal"
    assert proposal.bound == proposal.score.points


def test_a_clique_of_rivals_larger_than_the_groups() -> None:
    ids = [a.id for a in people()]
    rivals = tuple(
        Relation(a, b, RelationKind.COMPETITOR, None)
        for i, a in enumerate(ids[:4])
        for b in ids[i + 1 : 4]
    )
    asked = programme(small_rules(), "everyone")
    with pytest.raises(NoCompositionError) as caught:
        compose(people(), asked, relations=rivals, groups=3)
    assert caught.value.problems[0].code == "compose.clique"
    some = compose(
        people(),
        programme(small_rules(), "as many as possible"),
        relations=rivals,
        groups=3,
        effort="quick",
    )
    assert len(some.not_placed) == 1
    assert [n.code for n in some.notices] == ["compose.clique_outside"]
    cause = some.not_placed[0].hindrances[-1]
    assert (cause.code, cause.rule, len(cause.people)) == ("must", "keep_apart", 3)


def test_twice_the_same_id_is_refused() -> None:
    twice = (*people(), people()[0])
    with pytest.raises(InputError, match=r"compose\.ids"):
        compose(twice, programme(small_rules(), "everyone"))


def test_nobody_known_at_all() -> None:
    blank = [Applicant(id=ApplicantId(f"p{i}"), company=f"B{i}") for i in range(12)]
    with pytest.raises(InputError, match=r"compose\.nothing_known"):
        compose(blank, programme(small_rules(), "everyone"))


def test_numbers_too_large_to_reckon_with() -> None:
    rich = [dataclasses.replace(a, turnover=4e9 * i) for i, a in enumerate(people())]
    rules: list[dict[str, object]] = [{"rule": "comparable", "field": "turnover", "widest": 0}]
    with pytest.raises(InputError, match=r"compose\.too_large_numbers"):
        compose(rich, programme(rules, "everyone"))


@pytest.mark.parametrize(
    ("n", "size", "target", "places", "expected"),
    [
        (96, (8, 12), 10, "everyone", 10),  # 96 / 10 = 9.6
        (94, (8, 12), 10, "everyone", 9),
        (13, (8, 12), 10, "everyone", 1),  # two groups of at least 8 need 16; one holds only 12
        (16, (8, 12), 9, "everyone", 2),
        (100, (8, 12), 10, "exactly 24", 2),
        (5, (8, 12), 10, "everyone", 1),
    ],
)
def test_number_of_groups(
    n: int, size: tuple[int, int], target: int, places: str, expected: int
) -> None:
    number = number_of_groups(
        n, smallest=size[0], largest=size[1], target=target, places=Room.parse(places)
    )
    assert number == expected


def test_beside_chance_a_wish_counts_without_its_must() -> None:
    rules: list[dict[str, object]] = [
        {"rule": "comparable", "field": "fte", "scale": "log", "widest": 8, "level": "must"},
        {"rule": "at_most", "field": "branche", "most": 3, "level": "must"},
        {"rule": "stay"},
        {"rule": "pin", "person": "p03", "group": 2},
    ]
    asked, previous = programme(rules), {a.id: 1 for a in people()}
    proposal = compose(people(), asked, effort="quick", previous=previous)
    assert set(proposal.random) == {"comparable", "at_most"}
    # a random grouping is one point a person; quanta of a width that is broken would be millions
    assert proposal.random["comparable"].random == pytest.approx(24, abs=3)
    # of a must alone the breaches count: none here, some by chance
    assert proposal.random["at_most"].value == 0
    assert proposal.random["at_most"].random > 0
