"""Who are many enough for a place and have none of their choices in."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from cohorts.committee.counting.count import who
from cohorts.committee.counting.equal_shares import EqualShares
from cohorts.committee.counting.proportional_approval import ProportionalApproval
from cohorts.committee.sureness.representation import unheard
from cohorts.committee.sureness.sure_words import SureWords
from cohorts.committee.votes import Election
from cohorts.errors import InputError
from cohorts.words import Language
from tests.cohorts.committee.elections import approvals, orders
from tests.cohorts.committee.yes_elections import groups, seats_of, wanted, yes_elections

PARTNERS = approvals("abcdxy", "xy", "xy", "xy", "xy", "ab", "ab", "ab", "ac", "ad", "abcd")


def test_four_of_ten_partners_are_named_with_what_they_all_want() -> None:
    """A place is worth 10/3 votes: four of them deserve one, and have none."""
    (found,) = unheard(PARTNERS, "abc", 3)
    assert found.voters == ("v1", "v2", "v3", "v4")
    assert (found.candidates, found.deserves, found.have, found.people) == (("x", "y"), 1, 0, 4)
    (said,) = SureWords(PARTNERS, Language.NL).unheard(found)
    assert said.startswith("4 van de 10 stemmers willen x en y. Geen van hun keuzes zit erbij")


def test_with_one_of_theirs_in_nobody_complains() -> None:
    assert unheard(PARTNERS, "abx", 3) == ()


def test_a_larger_group_may_deserve_more_than_it_has() -> None:
    """Nine of ten want all of a to d; of three places they have one, and one more is theirs."""
    election = approvals("abcdyz", *["abcd"] * 9, "yz")
    (found,) = unheard(election, "ayz", 3)
    assert (found.candidates, found.deserves, found.have) == (("b", "c", "d"), 2, 1)


def test_weights_count_and_are_said() -> None:
    """One of four people, with three of six votes: a place of the two."""
    cast = approvals("abc", "a", "b", "b", "b")
    election = cast.of((replace(cast.ballots[0], weight=Fraction(3)), *cast.ballots[1:]))
    (found,) = unheard(election, "bc", 2)
    assert found.part == Fraction(1, 2)
    assert [*SureWords(election, Language.EN).unheard(found)][1] == (
        "Together they have 50 per cent of the votes."
    )
    assert unheard(cast, "bc", 2) == ()


def test_ballots_without_yes_are_refused() -> None:
    with pytest.raises(InputError):
        unheard(orders("ab", "a>b"), "a", 1)


def breaks_ejr_plus(election: Election, chosen: frozenset[str], seats: int) -> bool:
    """Brill & Peters (2023), over every group: ℓ·n/k voters who all want someone left out."""
    return any(
        frozenset.intersection(*(wanted(ballot) for ballot in group)) - chosen
        and max(len(wanted(ballot) & chosen) for ballot in group)
        < len(group) * seats // len(election.ballots)
        for group in groups(election)
    )


@run(max_examples=60, deadline=None)
@given(data=st.data(), election=yes_elections(silent=False, weighed=False))
def test_it_finds_what_going_through_every_group_finds(
    data: st.DataObject, election: Election
) -> None:
    seats = data.draw(seats_of(election))
    chosen = frozenset(data.draw(st.permutations(election.candidates))[:seats])
    assert bool(unheard(election, chosen, seats)) == breaks_ejr_plus(election, chosen, seats)


@pytest.mark.parametrize("rule", [EqualShares(), ProportionalApproval()])
@run(max_examples=25, deadline=None)
@given(data=st.data(), election=yes_elections(silent=False))
def test_rules_in_proportion_leave_nobody_unheard(
    rule: EqualShares | ProportionalApproval, data: st.DataObject, election: Election
) -> None:
    seats = data.draw(seats_of(election))
    assert unheard(election, who(election, rule, seats), seats) == ()


@run(max_examples=25, deadline=None)
@given(data=st.data(), election=yes_elections())
def test_the_best_committee_leaves_nobody_unheard_though_some_say_nothing(
    data: st.DataObject, election: Election
) -> None:
    seats = data.draw(seats_of(election))
    assert unheard(election, who(election, ProportionalApproval(), seats), seats) == ()
