"""A count with all that is told of it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import ClassVar

from cohorts.committee.ballot_files import Votes
from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.elected import Elected
from cohorts.committee.sureness.whole_count import CountAsked, WholeCount, whole_count
from cohorts.committee.votes import Asked, Election, Silence
from cohorts.reports.count_said import how_sure
from cohorts.words import Language
from tests.cohorts.committee.elections import approvals
from tests.cohorts.committee.yes_elections import saying


class AnyOrder(Approval):
    """Counts orders as if they were yes-votes."""

    ASKS: ClassVar = frozenset({Asked.ORDER})


def counted(election: Election, seats: int, **names: str) -> WholeCount:
    return whole_count(Votes(election), CountAsked(Approval(), seats, draws=20), names)


def test_names_come_from_the_applicants_then_the_ballots_then_the_id() -> None:
    election = replace(approvals("abc", "ab"), names={"a": "From a ballot", "b": "Bee"})
    whole = counted(election, 1, a="From the form")
    assert whole.election.names == {"a": "From the form", "b": "Bee", "c": "c"}


def test_namesakes_have_their_id_behind_the_name() -> None:
    election = replace(approvals("abc", "ab"), names={"a": "Blom", "b": "blom", "c": "Dijk"})
    assert counted(election, 1).election.names == {"a": "Blom (a)", "b": "blom (b)", "c": "Dijk"}


def test_figures_are_in_the_order_of_the_outcome_or_are_none() -> None:
    whole = counted(approvals("abc", "ab", "a"), 1)
    assert whole.figures
    upside_down = Elected(1, ("a",), ("b", "c"), {c: Fraction(n) for n, c in enumerate("abc")})
    assert not replace(whole, elected=upside_down).figures
    assert not replace(whole, elected=Elected(1, ("a",), ("b", "c"))).figures


def test_whom_nobody_judged_has_no_figure_and_the_others_keep_theirs() -> None:
    whole = counted(saying(approvals("abc", "ac", "c"), 0, "b", Silence.RECUSED), 1)
    silent = saying(whole.election, 1, "b", Silence.NOT_JUDGED)
    assert counted(silent, 1).figures


def test_nobody_is_unheard_for_want_of_who_could_not_be_chosen() -> None:
    """Two of four want b, worth one of two places; the quorum is two thirds, and half judged b."""
    election = approvals("abc", "ac", "ac", "b", "b")
    for number in (0, 1):
        election = saying(election, number, "b", Silence.NOT_JUDGED)
    asked = CountAsked(Approval(), 2, quorum=Fraction(2, 3), draws=20)
    whole = whole_count(Votes(election), asked, {})
    assert whole.elected.below_quorum == ("b",)
    assert whole.unheard == ()


def test_who_is_unheard_is_asked_of_yes_votes_only() -> None:
    many = approvals("abcd", "abd", "abd", "abd", "abd", "c", "c")
    assert counted(many, 3).unheard[0].candidates == ("c",)  # two of six: worth one of three places
    scored = replace(many, asked=Asked.ORDER)
    asked = CountAsked(AnyOrder(), 3, draws=20)
    assert whole_count(Votes(scored), asked, {}).unheard == ()


def test_of_few_voters_it_is_said_that_new_panels_say_little() -> None:
    one, three, four = (counted(approvals("abc", *["ab"] * n), 1) for n in (1, 3, 4))
    assert "maar één stemmer" in how_sure(one, Language.NL)
    assert "only 3 voters" in how_sure(three, Language.EN)
    assert "voters. New" not in how_sure(four, Language.EN)
