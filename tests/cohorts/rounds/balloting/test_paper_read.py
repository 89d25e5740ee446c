"""A ballot in a workbook: what is read of it, and every way in which it is refused whole."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cohorts.committee.votes import Asked
from cohorts.errors import InputError
from cohorts.reports.ballot_xlsx import ballot_workbook
from cohorts.rounds.balloting.paper_ballot import PaperBallot
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.store.store import Store, opened
from cohorts.words import Language, explain
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, scores_plan
from tests.cohorts.rounds.balloting.paper_form import (
    HEADERS,
    answered,
    ballot_for,
    read_of,
)

YES, NOTE = "Gaat dit bedrijf door?", "Aantekening"
FIRST, SECOND, NONE = "1. plan", "2. moed", "Geen oordeel (zet een x)"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Committee]:
    """Reading changes nothing, so one does for all."""
    yield from _judging(tmp_path_factory.mktemp("yes"))


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Committee]:
    yield from _judging(tmp_path_factory.mktemp("scores"), scores_plan())


def _judging(folder: Path, plan: StagePlan | None = None) -> Iterator[Committee]:
    store = opened(f"sqlite:///{folder / 'rounds.sqlite'}")
    yield judging(store, plan)
    store.close()


def faults(ballot: PaperBallot, content: bytes) -> list[tuple[str, str]]:
    """(code, place) of each; each has its sentences in both languages."""
    with pytest.raises(InputError) as error:
        read_of(ballot, content)
    for problem in error.value.problems:
        for language in Language:
            assert all(explain(problem, language))
    return [(one.code, one.place) for one in error.value.problems]


def test_what_is_filled_in_is_what_was_said(here: Committee) -> None:
    ballot = ballot_for(here)
    assert ballot.stage.plan.asked is Asked.YES
    said: dict[int, dict[str, Any]] = {
        0: {YES: "ja", NOTE: " =1+1 "},
        1: {YES: "NEE"},
        2: {YES: "geen oordeel"},
        3: {YES: True},
        4: {YES: "-"},
        5: {NOTE: "later bellen"},
    }
    read = read_of(ballot, answered(ballot, said))
    of = {one.person: one for one in read.entries}
    found = [of[row.person].judged for row in ballot.rows[:4]]
    assert found == [Judged(yes=True), Judged(yes=False), Judged(abstained=True), Judged(yes=True)]
    assert len(read.entries) == 5  # a stroke is nothing; a note alone is kept
    assert of[ballot.rows[5].person].note == "later bellen"
    assert (read.judged, read.silent, read.replaces) == (4, 4, 0)


def test_scores_as_on_the_page(scored: Committee) -> None:
    ballot = ballot_for(scored)
    said: dict[int, dict[str, Any]] = {
        0: {FIRST: 4, SECOND: "5"},
        1: {FIRST: 3},
        2: {NONE: "x"},
        3: {FIRST: "geen oordeel"},
    }
    content = answered(ballot, said)
    found = [[str(s) for s in one.judged.scores] for one in read_of(ballot, content).entries]
    assert found == [["4", "5"], ["3", "None"], ["None", "None"], ["None", "None"]]
    assert [one.judged.abstained for one in read_of(ballot, content).entries] == [False] * 2 + [
        True
    ] * 2


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({FIRST: 6}, "balloting.no_score"),
        ({FIRST: "vier"}, "balloting.no_score"),
        ({FIRST: date(2026, 3, 1)}, "paper.no_score_here"),
        ({FIRST: True}, "paper.no_score_here"),
        ({FIRST: 4, NONE: "x"}, "paper.both"),
        ({NONE: "misschien"}, "paper.no_abstain"),
        ({FIRST: "belang"}, "paper.tie"),
        ({NOTE: "x" * 2_001}, "paper.note_long"),
        ({FIRST: "=B2"}, "paper.formula"),
        ({FIRST: "#REF!"}, "paper.formula"),
    ],
)
def test_an_answer_that_is_none_is_named(
    scored: Committee, said: dict[str, Any], code: str
) -> None:
    ballot = ballot_for(scored)
    found = faults(ballot, answered(ballot, {0: {FIRST: 3, SECOND: 3}, 2: said}))
    assert [one for one, _ in found] == [code]
    assert found[0][1][1:] == str(HEADERS + 3)


def _swapped(sheet: Any) -> None:
    """Names sorted without their keys."""
    one, other = (sheet.cell(HEADERS + row, 2) for row in (1, 2))
    one.value, other.value = other.value, one.value


def _doubled(sheet: Any) -> None:
    for column in range(1, 7):
        sheet.cell(HEADERS + 3, column).value = sheet.cell(HEADERS + 1, column).value


def _other_key(sheet: Any) -> None:
    cell = sheet.cell(HEADERS + 1, 1)
    cell.value = cell.value[:-1] + ("0" if cell.value[-1] != "0" else "1")


def _signed(sheet: Any) -> None:
    sheet.cell(HEADERS + 20, 5).value = "Getekend"


def _merged(sheet: Any) -> None:
    sheet.merge_cells(start_row=HEADERS + 1, start_column=5, end_row=HEADERS + 2, end_column=5)


def _beside(sheet: Any) -> None:
    sheet.cell(HEADERS + 1, 9).value = "nog iets"


def _renamed(sheet: Any) -> None:
    sheet.cell(HEADERS, 5).value = "Stem"


def _twice(sheet: Any) -> None:
    sheet.cell(HEADERS, 7).value = sheet.cell(HEADERS, 5).value


def _no_key(sheet: Any) -> None:
    sheet.delete_cols(1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_swapped, "paper.other_name"),
        (_doubled, "paper.doubled"),
        (_other_key, "paper.unknown_row"),
        (_signed, "paper.unknown_row"),
        (_merged, "paper.merged"),
        (_beside, "paper.strange_column"),
        (_renamed, "paper.columns"),
        (_twice, "paper.columns"),
        (_no_key, "paper.no_ballot"),
    ],
)
def test_what_was_mixed_up_is_refused(
    here: Committee, change: Callable[[Any], None], code: str
) -> None:
    ballot = ballot_for(here)
    assert code in [
        one for one, _ in faults(ballot, answered(ballot, {0: {YES: "ja"}}, then=change))
    ]


def test_rows_in_another_order_and_in_the_other_language_are_the_same(here: Committee) -> None:
    ballot = ballot_for(here)

    def turned(sheet: Any) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADERS + 1)]
        for number, values in enumerate(reversed(rows), HEADERS + 1):
            for column, value in enumerate(values, 1):
                sheet.cell(number, column).value = value

    own = read_of(ballot, answered(ballot, {0: {YES: "ja"}, 3: {YES: "nee"}}, then=turned))
    english = {0: {"Does this company go on?": "yes"}, 3: {"Does this company go on?": "no"}}
    other = read_of(ballot, answered(ballot, english, language=Language.EN))
    assert {(one.person, one.judged) for one in own.entries} == {
        (one.person, one.judged) for one in other.entries
    }


def test_a_ballot_of_another_is_told_whose_it_is(here: Committee) -> None:
    school, bank = ballot_for(here, "School"), ballot_for(here)
    with pytest.raises(InputError) as error:
        read_of(bank, answered(school, {0: {YES: "ja"}}))
    problem = error.value.problems[0]
    assert (problem.code, problem.facts["member"]) == ("paper.other_ballot", "School")


def test_who_is_kept_from_it_is_on_no_ballot_and_taken_from_none(store: Store) -> None:
    """The tie was told after the ballot was made."""
    here = judging(store)
    before = ballot_for(here)
    person = before.rows[2].person
    filled = answered(before, {0: {YES: "ja"}, 2: {YES: "ja"}})
    empty = answered(before, {0: {YES: "ja"}})
    late_tie(here.store, here.members["Bank"], here.round, here.stage, person, tie=Tie.HANDLES)
    now = ballot_for(here)
    assert person not in {row.person for row in now.rows}
    name = before.rows[2].applicant.label
    content = ballot_workbook(now, Language.NL)
    for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        assert name not in [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert faults(now, filled) == [("paper.kept_from", f"A{HEADERS + 3}")]
    assert len(read_of(now, empty).entries) == 1


def test_of_many_strange_rows_only_some_are_named(here: Committee) -> None:
    ballot = ballot_for(here)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Stembiljet")
    first = openpyxl.load_workbook(io.BytesIO(ballot_workbook(ballot, Language.NL))).worksheets[0]
    sheet.append([cell.value for cell in first[HEADERS]])
    for number in range(4_000):
        sheet.append([f"x{number}", "Bedrijf", "", "", "ja"])
    out = io.BytesIO()
    book.save(out)
    assert 1 <= len(faults(ballot, out.getvalue())) <= 40


@pytest.mark.parametrize("content", [b"", b"key,ja\n", b"PK\x03\x04 niets", b"%PDF-1.7"])
def test_what_is_no_workbook_is_refused(here: Committee, content: bytes) -> None:
    with pytest.raises(InputError):
        read_of(ballot_for(here), content)


def test_no_cell_of_it_is_a_formula(here: Committee) -> None:
    content = ballot_workbook(ballot_for(here), Language.NL)
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert book.worksheets[0].protection.sheet
    assert [c.protection.locked for c in book.worksheets[0][HEADERS + 1]] == [True] * 4 + [
        False
    ] * 2
