"""The fit of judge and dossier: exact, fair to who met the strict, refused where it is chance."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.committee.counting.judge_fit import JudgeFit
from cohorts.committee.counting.least_squares import Reading, fitted
from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.errors import InputError
from cohorts.words import Language, explain, say
from tests.cohorts.committee.counting.golden_elections import golden
from tests.cohorts.committee.counting.made_up import few

numbers = st.integers(-30, 30).map(lambda n: Fraction(n, 6))


@st.composite
def readings(draw: st.DrawFn, *, additive: bool) -> list[Reading]:
    """Connected: the first judge reads every dossier, and all read the first dossier."""
    worth = draw(st.lists(numbers, min_size=2, max_size=6))
    mild = draw(st.lists(numbers, min_size=1, max_size=4))
    found = []
    for j, m in enumerate(mild):
        power = Fraction(draw(st.integers(1, 3)))
        for d, w in enumerate(worth):
            if j == 0 or d == 0 or draw(st.booleans()):
                score = w + m if additive else draw(numbers)
                found.append(Reading(f"j{j}", f"d{d}", score, power))
    return found


@few
@given(readings(additive=True))
def test_a_table_of_worth_and_mildness_is_found_again_exactly(read: list[Reading]) -> None:
    worth, mild = fitted(read)
    assert all(worth[r.dossier] + mild[r.judge] == r.score for r in read)
    power = {r.judge: r.power for r in read}
    assert sum(power[j] * mild[j] for j in power) == 0


@few
@given(readings(additive=False))
def test_the_squares_are_the_least(read: list[Reading]) -> None:
    worth, mild = fitted(read)
    judges, dossiers = sorted(mild), sorted(worth)
    columns = np.zeros((len(read), len(judges) + len(dossiers)))
    for n, r in enumerate(read):
        columns[n, judges.index(r.judge)] = columns[n, len(judges) + dossiers.index(r.dossier)] = 1
    root = np.sqrt([float(r.power) for r in read])
    scores = np.array([float(r.score) for r in read])
    best = np.linalg.lstsq(columns * root[:, None], scores * root, rcond=None)[0]
    expected = columns @ best
    assert np.allclose([float(worth[r.dossier] + mild[r.judge]) for r in read], expected)


@few
@given(readings(additive=False), st.integers(0, 3), numbers)
def test_a_judge_who_gives_everybody_more_changes_no_order(
    read: list[Reading], number: int, more: Fraction
) -> None:
    before = fitted(read)[0]
    who = f"j{number}"
    added = [Reading(r.judge, r.dossier, r.score + more * (r.judge == who), r.power) for r in read]
    after = fitted(added)[0]
    assert len({after[d] - before[d] for d in before}) == 1


def test_the_effects_are_those_published() -> None:
    (one,) = golden("judge_fit")
    standing = JudgeFit(fewest=3).outcome(one.election, 2, 0).standing
    mean = sum(standing.values(), Fraction(0)) / 4
    assert {c: (s - mean) * 8 for c, s in standing.items()} == {"a": -9, "b": -7, "c": -4, "d": 20}


def scored(*rows: str) -> Election:
    """A row a judge, a digit a dossier; a point for one not read."""
    names = tuple(f"d{n}" for n in range(len(rows[0])))
    ballots = tuple(
        Ballot(
            f"j{j}",
            {
                d: Silence.NOT_JUDGED if sign == "." else (Fraction(sign),)
                for d, sign in zip(names, row, strict=True)
            },
        )
        for j, row in enumerate(rows)
    )
    return Election(names, ballots, Asked.SCORES, (Criterion(""),))


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        (("1234....", "....1234"), "too_few_read", "gemiddeld 4 scores"),
        (("12345.....", ".....12345"), "falls_apart", "in 2 groepen uiteen"),
        ((".....", "....."), "too_few_read", "gemiddeld 0 scores"),
    ],
)
def test_it_is_refused_with_the_reason(rows: tuple[str, ...], code: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        JudgeFit().outcome(scored(*rows), 1, 0)
    (problem,) = error.value.problems
    assert problem.code == f"count_steps.{code}"
    assert said in explain(problem, Language.NL)[0]


def test_who_met_the_strict_judge_is_not_the_worse_for_it() -> None:
    found = JudgeFit().outcome(scored("23431...", "...53345", "...53345"), 1, 0)
    told = [say(step.code, Language.NL, **step.facts) for step in found.steps]
    assert found.steps[0].facts["voter"] == "j0"
    assert "lager dan de lezers gemiddeld" in told[0]
    assert found.chosen == ("d2",)
    assert {s.facts["voter"]: s.facts["by"] for s in found.steps} == pytest.approx(
        {"j0": 100 / 3, "j1": 50 / 3, "j2": 50 / 3}
    )


def test_whom_nobody_read_comes_last_and_is_named() -> None:
    found = JudgeFit().outcome(scored("23451.", "33451."), 1, 0)
    assert found.left[-1] == "d5"
    assert "d5" not in found.standing
    assert found.steps[-1].code == "count_steps.unheard"


def test_a_ballot_of_several_judges_counts_as_often_in_what_a_judge_read() -> None:
    election = scored("123456789", "1........")
    JudgeFit().outcome(election, 1, 0)
    first, second = election.ballots
    with pytest.raises(InputError) as error:
        JudgeFit().outcome(election.of((first, replace(second, times=9))), 1, 0)
    assert error.value.problems[0].facts["each"] == pytest.approx(18 / 10)


def test_whom_nobody_read_is_named_in_no_order_of_the_file() -> None:
    election = scored("23451..", "33451..")
    back = replace(election, candidates=election.candidates[::-1])
    named = [JudgeFit().outcome(one, 1, 0).steps[-1].facts for one in (election, back)]
    assert named == [{"who": ("d5", "d6")}] * 2
