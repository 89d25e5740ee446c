"""The panel redrawn: the same for a seed, fair to equals, and fewer times where it is large."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest

from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.phragmen import Phragmen
from cohorts.committee.sureness.redraw import DRAWS, FEWER, LARGE, MANY, panels, size, sureness
from cohorts.committee.votes import Election, Silence
from cohorts.errors import InputError
from tests.cohorts.committee.elections import approvals

SPLIT = approvals("abc", "ab", "ab", "ab", "ac", "ac")
WRITTEN = [{"v4": 2, "v1": 1, "v2": 1, "v3": 1}, {"v4": 1, "v5": 1, "v1": 2, "v3": 1}]
"""Of seed 5: whoever draws the panel again draws these."""


def test_the_same_seed_draws_the_same_panels() -> None:
    first, again = (sureness(SPLIT, Phragmen(), 2, seed=5, draws=200) for _ in range(2))
    assert first == again
    assert first != sureness(SPLIT, Phragmen(), 2, seed=7, draws=200)


def test_draws_are_these_on_every_platform() -> None:
    drawn = [{b.voter: b.times for b in panel.ballots} for panel in panels(SPLIT, 5, 2)]
    assert drawn == WRITTEN


def test_neither_the_order_of_the_file_nor_names_change_a_figure() -> None:
    """Also where ballots differ in weight, and one is of several voters."""
    ballots = [replace(b, weight=Fraction(n % 2 + 1)) for n, b in enumerate(SPLIT.ballots)]
    ballots[2] = replace(ballots[2], times=3)
    whole = SPLIT.of(tuple(ballots))
    others = [replace(b, voter=f"x{n}") for n, b in enumerate(ballots[::-1])]
    turned = [replace(b, said=dict([*b.said.items()][::-1])) for b in others]
    first, again = (
        sureness(one, Phragmen(), 2, seed=5, draws=60) for one in (whole, SPLIT.of(tuple(turned)))
    )
    assert first == again


def test_every_panel_has_as_many_voters_and_each_is_as_likely() -> None:
    """2,000 panels of five: each voter about 2,000 times."""
    times: Counter[str] = Counter()
    for panel in panels(SPLIT, 1, 2_000):
        assert panel.voters == SPLIT.voters
        times.update({ballot.voter: ballot.times for ballot in panel.ballots})
    assert all(1_800 < times[f"v{n}"] < 2_200 for n in range(1, 6))


def test_ballots_of_several_are_drawn_as_often_as_if_each_had_one() -> None:
    once = approvals("ab", "a", "a", "a", "b")
    three, one = once.ballots[0], once.ballots[3]
    packed = once.of((replace(three, times=3), one))
    alone, together = (sureness(e, Approval(), 1, draws=300) for e in (once, packed))
    assert alone.times_in == together.times_in


def test_who_stands_equal_is_in_about_as_often() -> None:
    """Everybody wants both, and there is one place: no lot is the same in every panel."""
    equal = approvals("ab", "ab", "ab", "ab")
    found = sureness(equal, Approval(), 1, draws=400)
    assert 150 < found.times_in["a"] < 250
    assert sum(found.times_in.values()) == 400


def test_whom_all_want_is_always_in() -> None:
    found = sureness(SPLIT, Approval(), 2)
    assert (found.draws, found.fewer, found.times_in["a"]) == (DRAWS, False, DRAWS)


def test_fewer_above_a_fixed_size() -> None:
    many = approvals("ab", "a", "b")
    most = LARGE // size(many, Approval()) * 2
    ballots = tuple(replace(many.ballots[n % 2], voter=str(n)) for n in range(most + 1))
    at, above = many.of(ballots[:-1]), many.of(ballots)
    assert size(at, Approval()) <= LARGE < size(above, Approval())
    found = sureness(above, Approval(), 1)
    assert (found.draws, found.fewer) == (FEWER, True)


def half_silent() -> Election:
    """Two voters, of whom one judged nobody."""
    election = approvals("a", "a", "a")
    silent = replace(election.ballots[0], voter="silent", said={"a": Silence.NOT_JUDGED})
    return election.of((election.ballots[0], silent))


def test_panels_in_which_nobody_can_be_chosen_are_said_apart() -> None:
    """A panel of two that is all silent reaches no quorum: about a quarter of them."""
    found = sureness(half_silent(), Approval(), 1, quorum=Fraction(1, 2), draws=200)
    assert found.draws + found.uncounted == 200
    assert 25 < found.uncounted < 75
    assert found.times_in["a"] == found.draws


def test_what_cannot_be_counted_at_all_is_refused() -> None:
    with pytest.raises(InputError):
        sureness(half_silent(), Approval(), 1, quorum=Fraction(9, 10), draws=10)


def test_of_a_whole_town_fewer_panels_are_drawn() -> None:
    town = SPLIT.of(tuple(replace(b, times=MANY // 5 + 1) for b in SPLIT.ballots))
    found = sureness(town, Approval(), 2)
    assert (found.draws, found.fewer) == (FEWER, True)
