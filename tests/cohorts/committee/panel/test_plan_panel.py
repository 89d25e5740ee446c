"""A plan of who reads what: what is asked holds, and what cannot be says why and what helps."""

from __future__ import annotations

import pytest

from cohorts.committee.panel import plan_panel as plan_module
from cohorts.committee.panel.panel_asked import PanelAsked
from cohorts.committee.panel.panel_plan import Kind
from cohorts.committee.panel.plan_panel import plan_panel
from cohorts.errors import InputError
from cohorts.words import Language, explain


def asked(m: int, d: int, minutes: int, places: int = 1, **more: object) -> PanelAsked:
    members = tuple(f"m{n}" for n in range(1, m + 1))
    dossiers = tuple(f"d{n}" for n in range(1, d + 1))
    return PanelAsked(members, dossiers, minutes, places, **more)  # type: ignore[arg-type]  # by name


def refused(given: PanelAsked) -> tuple[str, str]:
    with pytest.raises(InputError) as raised:
        plan_panel(given)
    (problem,) = raised.value.problems
    fault, remedy = explain(problem, Language.EN)
    return problem.code, f"{fault} {remedy}"


def test_minutes_become_readers() -> None:
    plan = plan_panel(asked(10, 24, 48, 11))  # 12 each of 4 minutes: 120 readings, 5 a dossier
    assert plan.readers == 5
    assert plan.loads == (12, 12)
    assert plan.meetings == (5, 6)
    assert plan.gap == 0
    assert {len(dossiers) for dossiers in plan.by_member.values()} == {12}


def test_time_that_is_too_little_for_one_more_reader_is_left() -> None:
    plan = plan_panel(asked(6, 50, 80, 5))  # 120 readings for 50: two each, and 20 are left
    assert plan.readers == 2
    assert plan.loads == (16, 17)


def test_who_may_not_read_does_not_and_one_reader_less_is_said() -> None:
    blocked = frozenset((f"m{n}", "d3") for n in range(1, 7))
    plan = plan_panel(asked(10, 24, 48, 11, blocked=blocked))  # four are left for d3
    assert plan.fewer == ("d3",)
    assert not any("d3" in plan.by_member[member] for member, _ in blocked)


def test_more_than_one_less_is_refused_with_what_can_be() -> None:
    blocked = frozenset((f"m{n}", "d3") for n in range(1, 8))
    code, said = refused(asked(10, 24, 48, 11, blocked=blocked))
    assert code == "panel.shut_out"
    assert "d3 can get 3 readers at the most, and needs 4" in said
    assert "--readers 3" in said
    assert plan_panel(asked(10, 24, 48, 11, blocked=blocked, readers=3)).readers == 3


def test_who_nobody_may_read_has_no_number_of_readers_for_a_remedy() -> None:
    blocked = frozenset((f"m{n}", "d1") for n in range(1, 4))
    code, said = refused(asked(3, 4, 40, 2, blocked=blocked))
    assert code == "panel.shut_out_none"
    assert "--readers" not in said


def test_too_few_who_may_read_with_time_name_both() -> None:
    blocked = frozenset((m, f"d{n}") for m in ("m2", "m3") for n in (1, 2, 3))
    code, said = refused(asked(3, 4, 8, 2, blocked=blocked))  # two dossiers each
    assert code == "panel.shut_busy_none"
    assert "d1, d2 and d3 together need 3 readings, and who may read there can do 2" in said
    assert "m1 has no more time" in said


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (asked(10, 24, 40, 11, readers=7), "panel.time_short", "68 minutes"),
        (asked(10, 24, 4, 11), "panel.time_none", "12 minutes"),
        (asked(3, 24, 400, 11, readers=4), "panel.readers_high", "3 at the most"),
    ],
)
def test_too_little_time_says_how_much_is_enough(given: PanelAsked, code: str, words: str) -> None:
    found, said = refused(given)
    assert found == code
    assert words in said


@pytest.mark.parametrize(("minutes", "code"), [(67, "panel.time_short"), (68, "")])
def test_the_minutes_of_the_remedy_are_the_fewest_that_are_enough(minutes: int, code: str) -> None:
    given = asked(10, 24, minutes, 11, readers=7)
    assert (refused(given)[0] if code else "") == code
    if not code:
        assert plan_panel(given).readers == 7


def test_what_more_would_give_is_tried() -> None:
    plan = plan_panel(asked(5, 10, 8, 3))  # ten readings: one reader each
    trials = {trial.kind: trial for trial in plan.trials}
    assert trials[Kind.MINUTES].readers == 1  # 13 minutes are three dossiers each: 15 for 10
    assert trials[Kind.READER].readers == 2
    assert trials[Kind.READER].minutes == 16
    assert trials[Kind.READER].certainty.best.share > plan.certainty.best.share
    assert trials[Kind.MEMBER].readers == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"m": 0, "d": 3, "minutes": 9},
        {"m": 2, "d": 0, "minutes": 9},
        {"m": 2, "d": 3, "minutes": 0},
        {"m": 2, "d": 3, "minutes": 9, "places": 4},
        {"m": 2, "d": 3, "minutes": 9, "places": 0},
        {"m": 2, "d": 3, "minutes": 9, "each": 0},
        {"m": 2, "d": 3, "minutes": 9, "readers": 0},
    ],
)
def test_numbers_that_cannot_be(wrong: dict[str, int]) -> None:
    with pytest.raises(InputError) as raised:
        asked(**wrong)
    for problem in raised.value.problems:
        assert all(explain(problem, language) for language in Language)


def test_a_large_panel_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[float] = []
    asked = PanelAsked(members=("1", "2", "3"), dossiers=("1", "2", "3", "4"), minutes=60, places=2)
    still = plan_module.plan_panel(asked, lambda _, part: heard.append(part))
    assert heard == []
    monkeypatch.setattr(plan_module, "LARGE", 12)
    found = plan_module.plan_panel(asked, lambda _, part: heard.append(part))
    assert heard == [0.25, 0.5, 0.75, 1]
    assert (found.reading.reads == still.reading.reads).all()
