"""Whom judges differ about, on one scale for yes, scores and orders."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from cohorts.committee.sureness.disagreement import Apart, disagreement, furthest_apart
from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from tests.cohorts.committee.elections import approvals, orders


def spreads(election: Election) -> dict[str, Fraction]:
    return {one.candidate: one.spread for one in disagreement(election)}


def test_half_yes_and_half_no_is_the_most_there_is() -> None:
    """a: 2 of 4, 4 · 1/4; b: 1 of 4, 4 · 3/16; c: all."""
    found = disagreement(approvals("abc", "abc", "ac", "c", "c"))
    assert [(d.candidate, d.spread) for d in found] == [
        ("a", 1),
        ("b", Fraction(3, 4)),
        ("c", 0),
    ]


def test_who_says_nothing_does_not_differ() -> None:
    election = approvals("ab", "ab", "b")
    silent = replace(election.ballots[1], said={"a": Silence.RECUSED, "b": (Fraction(1),)})
    assert spreads(election.of((election.ballots[0], silent))) == {"b": 0}


def test_a_heavier_vote_counts_as_more() -> None:
    """Weights 3 and 1: 4 · 3/4 · 1/4."""
    election = approvals("a", "a", "")
    heavy = replace(election.ballots[0], weight=Fraction(3))
    assert spreads(election.of((heavy, election.ballots[1]))) == {"a": Fraction(3, 4)}


def test_scores_are_parts_of_their_scales_by_weight() -> None:
    """Criteria of weight 1 (1 to 5) and 3 (0 to 10): 1 and 0 against 5 and 10 is all there is."""
    criteria = (
        Criterion("plan"),
        Criterion("team", weight=Fraction(3), low=Fraction(0), high=Fraction(10)),
    )
    said = [(1, 0), (5, 10)], [(1, 10), (5, 10)]
    cast = tuple(
        Ballot(
            f"v{n}",
            {
                c: (Fraction(row[n][0]), Fraction(row[n][1]))
                for c, row in zip("ab", said, strict=True)
            },
        )
        for n in range(2)
    )
    # of b: 3/4 against 1, 4 · (1/8)²
    assert spreads(Election(("a", "b"), cast, Asked.SCORES, criteria)) == {
        "a": 1,
        "b": Fraction(1, 16),
    }


def test_first_against_last_is_the_most_in_an_order() -> None:
    found = spreads(orders("abc", "a>b>c", "c>b>a"))
    assert found == {"a": 1, "b": 0, "c": 1}


def test_the_two_who_differ_most_share_enough() -> None:
    """v1 and v3 differ about all four; v4 judged only one, and says nothing here."""
    election = approvals("abcd", "ab", "abc", "cd")
    little = replace(
        election.ballots[0],
        voter="v4",
        said={**dict.fromkeys("bcd", Silence.NOT_JUDGED), "a": (Fraction(0),)},
    )
    found = furthest_apart(election.of((*election.ballots, little)))
    assert found == Apart("v1", "v3", Fraction(1), 4)


def test_the_same_two_and_the_same_order_however_the_file_was_ordered() -> None:
    """v1 and v4, v2 and v3 differ about all; a and b are as disputed, c less."""
    election = approvals("abcd", "ab", "ab", "cd", "cd")
    mixed = replace(
        election.of(tuple(election.ballots[n] for n in (3, 1, 0, 2))),
        candidates=tuple("dbca"),
    )
    assert furthest_apart(mixed) == furthest_apart(election) == Apart("v1", "v3", Fraction(1), 4)
    assert [one.candidate for one in disagreement(mixed)] == [*"abcd"]


def test_without_enough_together_no_two_are_named() -> None:
    assert furthest_apart(approvals("ab", "a", "b")) is None
