"""What a group chooses (times, a place) through composing, checking and what cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from cohorts import compose
from cohorts.composing.proposal import Proposal
from cohorts.errors import NoCompositionError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.words import Language, explain

ZWOLLE, EMMEN = (52.51, 6.09), (52.78, 6.9)


def programme(*rules: dict[str, Any], places: str = "everyone") -> Programme:
    return Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {"size": (5, 7), "target": 6, "places": places},
            "rules": rules,
        }
    )


def twelve(
    slots: Sequence[tuple[str, ...]], spots: Sequence[tuple[float, float]] = (ZWOLLE, EMMEN)
) -> tuple[Applicant, ...]:
    """Twelve people; the answers come round again and again."""
    return tuple(
        Applicant(
            id=ApplicantId(f"p{i:02}"),
            company=f"Bedrijf {i}",
            availability=slots[i % len(slots)],
            place=("Zwolle", "Emmen")[spots[i % len(spots)] == EMMEN],
            latitude=spots[i % len(spots)][0],
            longitude=spots[i % len(spots)][1],
        )
        for i in range(12)
    )


def parts(proposal: Proposal) -> list[set[str]]:
    return [{str(a.id) for a in members} for members in proposal.composition.groups.values()]


def holds(proposal: Proposal, people: Sequence[Applicant], asked: Programme) -> bool:
    return check(document(proposal, Language.NL), people, asked).holds


def test_two_shared_times_are_found_kept_and_checked() -> None:
    people = twelve([("ma", "di", "wo"), ("do", "vr", "wo")])
    asked = programme({"rule": "availability", "slots": 2, "level": "must"})
    proposal = compose(people, asked, effort="quick")
    even = {f"p{i:02}" for i in range(0, 12, 2)}
    assert parts(proposal)[0] == even  # only they have two times in common
    # the options in order: di, do, ma, vr, wo
    assert set(proposal.composition.choices["availability"][1]) <= {0, 2, 4}
    assert proposal.score.hard == 0
    assert holds(proposal, people, asked)


def test_where_nobody_shares_a_time_the_reason_names_the_rule_and_the_people() -> None:
    people = twelve([(f"week {i}",) for i in range(12)])
    asked = programme(
        {"rule": "availability", "level": "must"}, {"rule": "comparable", "field": "latitude"}
    )
    with pytest.raises(NoCompositionError, match=r"compose\.clash$") as caught:
        compose(people, asked, effort="quick")
    assert caught.value.exit_code == 3
    fault, _ = explain(caught.value.problems[0], Language.NL)
    # two groups can take two times: three people who share none are enough to show it
    assert fault.count("Bedrijf") == 3
    assert "\u2018Een tijd waarop de leden kunnen\u2019 (Bedrijf " in fault


def test_each_town_meets_at_home() -> None:
    people = twelve([()])
    asked = programme({"rule": "travel"})
    proposal = compose(people, asked, effort="quick")
    assert {frozenset(part) for part in parts(proposal)} == {
        frozenset(f"p{i:02}" for i in range(0, 12, 2)),
        frozenset(f"p{i:02}" for i in range(1, 12, 2)),
    }
    assert proposal.score.points == 0
    assert {g.facts["place"] for g in proposal.finding("travel").groups} == {"Zwolle", "Emmen"}
    assert holds(proposal, people, asked)


def test_whoever_lives_too_far_from_every_place_is_named() -> None:
    people = twelve([()], [ZWOLLE])
    far = replace(people[3], latitude=EMMEN[0], longitude=EMMEN[1])
    people = (*people[:3], far, *people[4:])
    asked = programme({"rule": "travel", "places": ["Zwolle", "Deventer"], "widest_km": 30})
    with pytest.raises(NoCompositionError, match=r"compose\.clash$") as caught:
        compose(people, asked, effort="quick")
    fault, _ = explain(caught.value.problems[0], Language.NL)
    assert "\u2018Niemand reist verder dan 30 km\u2019 (Bedrijf 3)." in fault


def test_whoever_lives_too_far_stays_outside_where_that_may_be() -> None:
    people = twelve([()], [ZWOLLE])
    far = replace(people[3], latitude=EMMEN[0], longitude=EMMEN[1])
    people = (*people[:3], far, *people[4:])
    asked = programme(
        {"rule": "travel", "places": ["Zwolle"], "widest_km": 30},
        places="as many as possible",
    )
    proposal = compose(people, asked, effort="quick")
    assert [n.applicant.id for n in proposal.not_placed] == ["p03"]
    assert [h.rule for h in proposal.not_placed[0].hindrances] == ["travel"]
    assert holds(proposal, people, asked)


def test_a_company_with_too_many_people_leaves_some_out() -> None:
    people = tuple(
        replace(a, company="Groot B.V." if i < 4 else a.company) for i, a in enumerate(twelve([()]))
    )
    rule = {"rule": "company_together", "most": 3}
    proposal = compose(people, programme(rule, places="as many as possible"), effort="quick")
    (left,) = proposal.not_placed
    assert left.applicant.company == "Groot B.V."
    with pytest.raises(NoCompositionError, match=r"compose\.clash$") as caught:
        compose(people, programme(rule), effort="quick")
    fault, _ = explain(caught.value.problems[0], Language.EN)
    assert "at most 3\u2019 (Groot B.V. (p00), " in fault
