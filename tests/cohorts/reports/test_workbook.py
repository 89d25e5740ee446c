"""The workbook: an overview in which groups can be compared, and everybody once."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cohorts.reports.xlsx import workbook
from cohorts.words import Language, say
from tests.cohorts.reports.readers_round import readers
from tests.cohorts.small_round import small


def sheets(language: Language) -> list[Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(workbook(small().proposal, language)))
    return [book[name] for name in book.sheetnames]


@pytest.mark.parametrize("language", list(Language))
def test_the_overview_tells_from_which_size_to_which(language: Language) -> None:
    overview = sheets(language)[0]
    groups = small().proposal.composition.groups
    rows = list(overview.iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(groups)
    for row, members in zip(rows, groups.values(), strict=True):
        sizes = [a.fte for a in members if a.fte is not None]
        assert row[1] == len(members)
        assert row[3:5] == (min(sizes), max(sizes))


@pytest.mark.parametrize("language", list(Language))
def test_everybody_stands_in_the_workbook_once(language: Language) -> None:
    _, groups, _, left, _ = sheets(language)
    ids = [row[1] for row in groups.iter_rows(min_row=2, values_only=True)]
    ids += [row[0] for row in left.iter_rows(min_row=2, values_only=True)]
    assert Counter(ids) == Counter(str(a.id) for a in small().people)


def test_numbers_are_numbers_with_a_form() -> None:
    findings = sheets(Language.NL)[2]
    cells = [row[4] for row in findings.iter_rows(min_row=2)]
    assert all(cell.data_type == "n" and cell.number_format == "0%" for cell in cells)


def test_every_sheet_prints_on_a4_with_its_header() -> None:
    for sheet in sheets(Language.NL):
        assert sheet.freeze_panes == "A2"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize("language", list(Language))
def test_who_has_no_group_and_why(language: Language) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(readers(), language)))
    with readers().programme.in_own_words():
        sheet = book[say("report.sheet_no_group", language)]
    rows = {row[1]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert len(rows) == 4  # two without a place, one refused, one without a yes
    assert rows["Klein Bedrijf"][3] == say("report.refused", language)
    assert rows["Misschien"][3] == say("report.unconfirmed", language)
    assert all(row[4] for row in rows.values())
    placeless = [row for row in rows.values() if row[3] == say("report.not_placed", language)]
    assert len(placeless) == 2
    assert all(row[5] and row[6] for row in placeless)
    # a condition is about nobody else: its own sentence can be written to whoever it refuses
    assert rows["Klein Bedrijf"][5] == rows["Klein Bedrijf"][4]
    assert rows["Klein Bedrijf"][6]
    # who has only not said yes is asked, and sent nowhere
    assert not any(rows["Misschien"][5:])


@pytest.mark.parametrize("word", ["overzicht", "Regel", "a/b:c", "tafel" * 12, "'"])
def test_a_sheet_has_a_title_whatever_a_group_is_called(word: str) -> None:
    asked = readers().programme
    words = asked.words.model_copy(update={"group": {Language.NL: word}})
    called = replace(readers(), programme=asked.model_copy(update={"words": words}))
    book = openpyxl.load_workbook(io.BytesIO(workbook(called, Language.NL)))
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames) >= 5
