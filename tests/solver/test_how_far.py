"""How far a composition is only goes up, however many searches it takes."""

from __future__ import annotations

from cohorts.composing.compose import compose
from solver.how_far import HowFar
from solver.score import Score
from solver.solution import Effort
from tests.releases.rounds import HERE, Kept

BEST = Score(0, 0, 0, (), 0, 0, 0, 0)


def test_one_search_after_another() -> None:
    told: list[float] = []
    far = HowFar(lambda _, share: told.append(share))
    for _ in range(3):
        one = far.of_another()
        for share in (0.0, 0.5, 1.0):
            one(BEST, share)
    far.ended(BEST)
    assert told == sorted(told)
    assert told[2] < told[4] < told[5] < told[7] < 1.0
    assert told[-1] == 1.0


def test_a_round_of_several_searches_never_goes_back() -> None:
    """People of one company sit together: who finds no place is searched for more than once."""
    kept = Kept(HERE / "0.1.0" / "kennistraject")
    people, told = kept.applicants, list[float]()
    given = kept.given(people)
    compose(
        people,
        kept.programme,
        effort=Effort.QUICK,
        progress=lambda _, share: told.append(share),
        **given,
    )
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert told.count(1.0) == 1
