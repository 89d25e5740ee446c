"""Vergadermodus: what is hidden reaches no page, picture, table or workbook."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError
from cohorts.people.applicant import Applicant
from cohorts.record.hide import Hidden, hide, parse_hidden
from cohorts.reports.outcome import outcome
from cohorts.reports.page import page
from cohorts.reports.readers import Reader, files_for
from cohorts.reports.start import parse_start
from cohorts.reports.xlsx import workbook
from cohorts.words import Language, say
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.reports.readers_round import again, merit, readers, same


def cells(proposal: Proposal, language: Language) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(workbook(proposal, language)))
    return [
        [sheet.title, *(cell.value for row in sheet.iter_rows() for cell in row)]
        for sheet in (book[name] for name in book.sheetnames)
    ]


def all_shown(proposal: Proposal, hidden: frozenset[Hidden], language: Language) -> list[object]:
    shown = hide(proposal, hidden)
    start = parse_start("2026-10-05T13:30")
    return [
        page(shown, language),
        outcome(shown, language),
        cells(shown, language),
        files_for(frozenset(Reader), shown, start, language),
    ]


def richer(i: int, a: Applicant) -> Applicant:
    return replace(a, turnover=7e6 / (1 + i), turnover_low=1e6, turnover_high=9e6, profit=-5.0 * i)


def more_worried(i: int, a: Applicant) -> Applicant:
    return replace(a, question=("ruzie thuis", "faillissement dreigt", None)[i % 3])


def older(i: int, a: Applicant) -> Applicant:
    return replace(a, birth_year=1930 + (7 * i) % 60)


def everything(i: int, a: Applicant) -> Applicant:
    return older(i, more_worried(i, richer(i, a)))


CHANGES = {
    Hidden.TURNOVER: richer,
    Hidden.WORRIES: more_worried,
    Hidden.VOTES: lambda _i, a: a,
    Hidden.AGES: older,
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("hidden", list(Hidden))
def test_changing_what_is_hidden_changes_nothing_shown(hidden: Hidden, language: Language) -> None:
    points = {i: 90_000 - 3 * p for i, p in merit().items()} if hidden is Hidden.VOTES else None
    other = again(CHANGES[hidden], points)
    assert all_shown(other, frozenset({hidden}), language) == all_shown(
        same(), frozenset({hidden}), language
    )
    assert all_shown(other, frozenset(), language) != all_shown(same(), frozenset(), language)


def test_changing_all_that_is_hidden_at_once() -> None:
    other = again(everything, {i: 90_000 - 3 * p for i, p in merit().items()})
    whole = frozenset(Hidden)
    assert all_shown(other, whole, Language.NL) == all_shown(same(), whole, Language.NL)


@pytest.mark.parametrize("language", list(Language))
def test_the_page_says_what_is_left_out(language: Language) -> None:
    text = tree(page(hide(readers(), frozenset(Hidden)), language)).text
    for one in Hidden:
        assert say(f"report.hidden_{one}", language) in text
    assert say("report.hidden_votes", language) not in tree(page(readers(), language)).text


def test_what_was_never_there_is_not_said_to_be_left_out() -> None:
    unknown = again(lambda _, a: replace(a, birth_year=None))
    text = tree(page(hide(unknown, frozenset(Hidden)), Language.NL)).text
    assert say("report.hidden_worries", Language.NL) in text
    assert say("report.hidden_ages", Language.NL) not in text


def test_rules_about_hidden_fields_go_and_others_stay() -> None:
    shown = hide(readers(), {Hidden.TURNOVER, Hidden.VOTES})
    kept = {rule.key for rule in shown.programme.rules}
    assert {rule.key for rule in readers().programme.rules} - kept == {"comparable-2", "merit"}
    assert {finding.rule for finding in shown.findings} == kept
    assert [c.key for c in shown.programme.conditions] == ["between-1"]
    assert shown.round.merit is None


def test_nothing_hidden_is_the_proposal_itself() -> None:
    assert hide(readers(), frozenset()) is readers()


def test_who_is_refused_on_a_hidden_ground_is_told_no_more() -> None:
    poor = again(lambda i, a: replace(a, turnover=9e9) if i == 24 else a)
    assert "omzet" in page(poor, Language.NL)
    shown = page(hide(poor, {Hidden.TURNOVER}), Language.NL)
    assert "9 miljard" not in shown
    assert "Klein Bedrijf" in shown


def test_names_of_what_can_be_hidden() -> None:
    assert parse_hidden(" turnover, Votes") == {Hidden.TURNOVER, Hidden.VOTES}
    assert parse_hidden(None) == frozenset()
    with pytest.raises(InputError, match=r"report\.hide"):
        parse_hidden("omzet")
