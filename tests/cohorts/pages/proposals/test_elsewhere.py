"""Who sits elsewhere, where the groups have other numbers."""

from __future__ import annotations

from dataclasses import replace

from cohorts.outlook.prices.seatings import seating
from cohorts.pages.proposals.elsewhere import elsewhere
from cohorts.round.diff import Seat, diff
from cohorts.words import Language
from tests.cohorts.rounds.boarding.kept_small import composed


def test_a_group_of_before_is_called_by_its_number_of_now() -> None:
    made = composed()
    person = made.round.applicants[0]
    whole = diff(seating(made), seating(made))
    turned = replace(whole, matches={1: 2, 2: 1}, moved=(Seat(person.id, 1, 1),))
    *_, line = elsewhere(made, made, 7, turned, Language.NL)
    assert line == f"{person.label}: groep 1, in plaats van groep 2 (groep 1 in voorstel 7)"
    closed = replace(whole, matches={1: 2}, moved=(Seat(person.id, 3, 1),))
    *_, line = elsewhere(made, made, 7, closed, Language.EN)
    assert line == f"{person.label}: group 1, instead of group 3 of proposal 7"
