"""A ballot in a workbook as a member fills it in, for tests."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl

from cohorts.reports.ballot_xlsx import ballot_workbook
from cohorts.rounds.balloting.paper_ballot import PaperBallot, paper_ballot
from cohorts.rounds.balloting.paper_read import PaperRead, paper_read
from cohorts.words import Language
from tests.cohorts.rounds.balloting.a_committee import Committee

HEADERS = 4
"""The row of the headers."""
FILE = "stembiljet.xlsx"


def ballot_for(here: Committee, member: str = "Bank") -> PaperBallot:
    of = here.store, here.organiser, here.round, here.stage
    return paper_ballot(*of, here.members[member].key)


def answered(
    ballot: PaperBallot,
    answers: Mapping[int, Mapping[str, Any]],
    *,
    then: Callable[[Any], None] | None = None,
    language: Language = Language.NL,
) -> bytes:
    """``answers``: number of a row, from 0 → header → what is typed; ``then``: with the sheet."""
    book = openpyxl.load_workbook(io.BytesIO(ballot_workbook(ballot, language)))
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[HEADERS]}
    for number, said in answers.items():
        for header, value in said.items():
            sheet.cell(HEADERS + 1 + number, columns[header]).value = value
    if then is not None:
        then(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_of(ballot: PaperBallot, content: bytes) -> PaperRead:
    return paper_read(ballot, content, FILE)
