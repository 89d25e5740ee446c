"""What a meeting on groups sees of a proposal before somebody shows more."""

from __future__ import annotations

from cohorts.rounds.conferring.covered import Covered, for_room
from tests.cohorts.reports.readers_round import readers

AGES = "comparable-3"


def test_when_people_were_born_is_hidden_until_it_is_shown() -> None:
    hidden, shown = (for_room(readers(), what) for what in ((), {Covered.AGES}))
    assert {a.birth_year for a in hidden.round.applicants} == {None}
    assert AGES not in {rule.key for rule in hidden.programme.rules}
    assert {a.birth_year for a in shown.round.applicants} >= {1950, 1951}
    assert AGES in {rule.key for rule in shown.programme.rules}
    assert {a.turnover for a in shown.round.applicants} == {None}
