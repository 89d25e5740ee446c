"""What is told of a count: in words, as points for composing, and on its page."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.committee.ballot_files import Votes
from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected
from cohorts.committee.counting.phragmen import Phragmen
from cohorts.committee.counting.proportional_approval import ProportionalApproval
from cohorts.committee.counting.single_transferable_vote import SingleTransferableVote
from cohorts.committee.sureness.whole_count import CountAsked, WholeCount, whole_count
from cohorts.committee.votes import Ballot, Election, Silence
from cohorts.intake.beside.merit_file import read_merit
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.count_json import fingerprint_of
from cohorts.reports.count_outcome import count_outcome
from cohorts.reports.count_said import (
    figure_said,
    lots_said,
    next_said,
    quorum_said,
    silences,
    weights_said,
)
from cohorts.reports.page.count_page import count_page
from cohorts.reports.standing_csv import merits, standing_csv
from cohorts.words import Language
from tests.cohorts.committee.elections import approvals, orders

NL, EN = Language.NL, Language.EN


def counted(election: Election, seats: int, **more: object) -> WholeCount:
    asked = CountAsked(Approval(), seats, draws=50)
    return whole_count(Votes(election), replace(asked, **more), {})  # type: ignore[arg-type]  # by name


def silent(election: Election, voter: int, candidate: str, silence: Silence) -> Election:
    ballots = list(election.ballots)
    said = {**ballots[voter].said, candidate: silence}
    ballots[voter] = replace(ballots[voter], said=said)
    return election.of(tuple(ballots))


def test_a_lot_names_who_stood_equal_whom_it_chose_and_its_seed() -> None:
    whole = counted(approvals("abcde", "abcd", "abcd"), 2, seed=7)
    chosen = " en ".join(whole.elected.chosen)
    first, how = lots_said(whole, NL)
    assert first.startswith("Deze vier liggen gelijk: ")
    assert first.endswith(f"Er waren toen 2 plaatsen te geven; het lot koos {chosen}.")
    assert "7" in how
    assert lots_said(counted(approvals("ab", "a"), 1), NL) == []


def test_equal_groups_are_not_told_as_equal_people() -> None:
    """Of three alike and two alike, two of the first and one of the others: not any three."""
    election = approvals("abcde", *6 * ["abc"], *4 * ["de"])
    (said, _) = lots_said(counted(election, 3, rule=ProportionalApproval()), EN)
    assert said.startswith("More than one group is as good.")


def test_silence_is_told_by_its_kind() -> None:
    election = approvals("ab", "a", "a", "b", "b")
    for voter, silence in enumerate(Silence):
        election = silent(election, voter, "b", silence)
    whole = counted(election, 1)
    assert silences(whole, NL) == [
        ("b", "1 stemde, 1 onthield zich, 1 beoordeelde dit niet, 1 met een belang")
    ]


def test_a_share_is_said_in_per_cent_to_the_tenth() -> None:
    whole = counted(approvals("ab", "a", "a", "b"), 1)
    assert figure_said(whole, "a", NL) == "66,7% ja"
    assert figure_said(whole, "a", EN) == "66.7% yes"


def test_weights_and_quorum_are_said_where_there_are_any() -> None:
    election = approvals("ab", "a", "a", "b")
    assert weights_said(counted(election, 1), EN) == quorum_said(counted(election, 1), EN) == ""
    heavy = election.of(
        (replace(election.ballots[0], weight=Fraction(5, 2)), *election.ballots[1:])
    )
    assert weights_said(counted(heavy, 1), EN) == "Not every vote weighs the same: v1 2.5."
    few = silent(silent(election, 0, "b", Silence.NOT_JUDGED), 1, "b", Silence.ABSTAINED)
    whole = counted(few, 1, quorum=Fraction(1, 2))
    assert quorum_said(whole, EN) == (
        "The quorum is 50%. b did not reach it, so this one could not be chosen."
    )
    assert "b" not in [line.split(".")[-1] for line in count_outcome(whole, EN)[:6]]


def test_the_same_words_again() -> None:
    election = approvals("abcd", "ab", "bc", "cd", "ad")
    assert count_outcome(counted(election, 2), NL) == count_outcome(counted(election, 2), NL)


@given(st.lists(st.fractions(-5, 5, max_denominator=10**6), min_size=1, max_size=8), st.booleans())
def test_points_keep_the_order_and_equals_equal(figures: list[Fraction], below: bool) -> None:
    standing = {str(n): figure for n, figure in enumerate(sorted(figures, reverse=True))}
    order = tuple(standing)
    out = ("x",) if below else ()
    elected = Elected(1, order[:1], order[1:], standing, below_quorum=out)
    whole = replace(counted(approvals("ab", "a"), 1), elected=elected)
    points = merits(whole)
    for a in order:
        for b in order:
            assert (standing[a] > standing[b]) == (float(points[a]) > float(points[b]))
    assert all(float(points[a]) > 0 for a in order) or not below
    assert min(map(float, points.values())) >= 0


def test_without_figures_points_are_how_many_come_behind() -> None:
    whole = replace(counted(approvals("abc", "a"), 1), elected=Elected(1, ("b",), ("a", "c")))
    assert merits(whole) == {"b": "2.000", "a": "1.000", "c": "0.000"}


def test_whom_nobody_judged_stands_just_below_and_equals_stay_equal() -> None:
    election = approvals("abcd", "ab")
    unheard = counted(silent(election, 0, "d", Silence.RECUSED), 1)
    assert merits(unheard) == {"a": "1.001", "b": "1.001", "c": "0.001", "d": "0.000"}


@pytest.mark.parametrize(
    ("rule", "key"),
    [(Approval(), "Silence never counts"), (ProportionalApproval(), "silence can put")],
)
def test_the_page_says_what_silence_does_under_its_rule(rule: CountingRule, key: str) -> None:
    election = silent(approvals("ab", "a", "b"), 0, "b", Silence.ABSTAINED)
    whole = whole_count(Votes(election), CountAsked(rule, 1, draws=5), {})
    page = count_page(whole, "it", EN)
    assert key in page


def test_the_points_can_be_given_to_composing(tmp_path: Path) -> None:
    whole = counted(approvals("abc", "ab", "a", "bc"), 1)
    file = tmp_path / "standing.csv"
    file.write_text(standing_csv(whole), "utf-8")
    people = [Applicant(id=ApplicantId(c)) for c in "abc"]
    assert read_merit(file, people) == {"a": 667, "b": 667, "c": 333}


def test_rows_are_in_order_and_cells_pass_the_gate() -> None:
    election = replace(approvals("abc", "ab", "a"), names={"a": "=1+1"})
    whole = counted(election, 1)
    rows = list(csv.DictReader(io.StringIO(standing_csv(whole))))
    assert [(row["applicant_id"], row["place"], row["chosen"]) for row in rows] == [
        ("a", "1", "yes"),
        ("b", "2", "no"),
        ("c", "3", "no"),
    ]
    assert rows[0]["name"] == "'=1+1"
    assert (rows[0]["panels_in"], rows[0]["panels"]) == (str(whole.sureness.times_in["a"]), "50")


@pytest.mark.parametrize("language", Language)
def test_a_page_escapes_names_and_has_every_candidate(language: Language) -> None:
    names = {c: f"<i>{c}</i>" for c in "abcdefghijklmnopqrst"}
    election = replace(approvals("abcdefghijklmnopqrst", "abc", "abd", "xyz"), names=names)
    page = count_page(counted(election, 3), "approval", language)
    assert all(f"&lt;i&gt;{c}&lt;/i&gt;" in page for c in names)
    assert "<i>a" not in page
    assert page.count('class="border"') == 1


def test_a_page_of_a_rule_with_steps_shows_them() -> None:
    election = approvals("abcd", "ab", "ab", "cd")
    whole = whole_count(Votes(election), CountAsked(Phragmen(), 2, draws=20), {})
    page = count_page(whole, "phragmen", EN)
    assert "This rule counts at once" not in page
    assert '<ol class="said"><li>' in page


@pytest.mark.parametrize("language", Language)
def test_that_the_rest_stands_in_the_order_of_dropping_out_is_said(language: Language) -> None:
    """Of a rule that has no figure for them; and nothing where they stand by their figures."""
    rule = SingleTransferableVote()
    asked = CountAsked(rule, 1, draws=20)
    whole = whole_count(Votes(orders("abc", "a>b", "a>c", "c>b")), asked, {})
    said = rule.NEXT[language]
    assert f"  {said}" in count_outcome(whole, language)
    assert said in count_page(whole, "single_transferable_vote", language)
    assert next_said(counted(approvals("ab", "a"), 1), language) == ""
    everybody = whole_count(Votes(whole.election), CountAsked(rule, 3, draws=20), {})
    assert next_said(everybody, language) == ""


def test_the_fingerprint_is_of_what_was_cast() -> None:
    election = approvals("ab", "a", "b")
    first, second = election.ballots
    changed = Ballot(first.voter, {**first.said, "b": Silence.RECUSED})
    prints = {
        fingerprint_of(one)
        for one in (
            election,
            election.of((changed, second)),
            election.of((replace(first, weight=Fraction(2)), second)),
            election.of((replace(first, times=2), second)),
        )
    }
    assert len(prints) == 4


def test_the_order_of_the_file_leaves_no_print() -> None:
    election = approvals("ab", "a", "b")
    mixed = election.of(
        tuple(replace(b, said=dict([*b.said.items()][::-1])) for b in election.ballots[::-1])
    )
    assert fingerprint_of(replace(mixed, candidates=("b", "a"))) == fingerprint_of(election)


def test_doubts_are_part_of_what_was_cast() -> None:
    """They settle who is chosen: with others the fingerprint is another."""
    plain = orders("ab", "a>b")
    doubting = plain.of((replace(plain.ballots[0], doubts={"b": Fraction(1)}),))
    assert fingerprint_of(plain) != fingerprint_of(doubting)


def test_how_many_yes_there_could_be_is_told() -> None:
    whole = counted(approvals("abc", "ab", "c"), 1, rule=Approval(most=2))
    said = {NL: "Ieder mocht van hoogstens 2 kandidaten ja zeggen.",
            EN: "Everyone could say yes to at most 2 candidates."}  # fmt: skip
    for language, line in said.items():
        assert line in count_outcome(whole, language)
        assert line in count_page(whole, "approval", language)
    assert "most = 2" in count_page(whole, "approval", EN)
    assert "most = " not in count_page(counted(approvals("ab", "a"), 1), "approval", EN)
