"""Whatever somebody is called: nothing of it is run, nobody is lost, nobody taken for another."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any

import openpyxl

from cohorts.intake.files.workbook import read_workbook
from cohorts.reports.ballot_xlsx import ballot_workbook
from cohorts.rounds.balloting.paper_ballot import PaperBallot
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import in_days, planned
from tests.cohorts.rounds.balloting.paper_form import HEADERS, answered, ballot_for, read_of

ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
YES = "Gaat dit bedrijf door?"
GREEK = "\u0391nker"
HOSTILE = (
    '=HYPERLINK("http://a.example","klik")', "@SUM(A1:A9)", "+31 6", "'=1+1", "''@Home", "]]>",
    "_x0041_naam", "Regel\nTwee", "Tab\tNaam", "a\x85b", "a\u2028b", "\u0301\u0301", "\u202eTxt",
    "\ufffe\uffffa", "<b>vet</b>", "A" * 900, "\U0001f469\u200d\U0001f680", "Anker", GREEK,
    "Z" + "\u0301" * 200,
)  # fmt: skip
"""Names that a spreadsheet or a page might take for something else."""


def test_whatever_somebody_is_called_their_ballot_comes_back(store: Store) -> None:
    out = io.StringIO(newline="")
    rows = [[f"x{n}", name, "Mens", f"m{n}@x.nl", name] for n, name in enumerate(HOSTILE)]
    csv.writer(out).writerows([["id", "company", "name", "email", "question"], *rows])
    there = planned(store)
    take_in(store, there.organiser, there.round, out.getvalue().encode())
    open_interests(store, there.organiser, there.round, there.stage)
    there.ties("Bank")
    open_votes(store, there.organiser, there.round, there.stage, until=in_days(7))
    ballot = ballot_for(there)
    assert len(ballot.rows) == len({row.applicant.label for row in ballot.rows}) == len(HOSTILE)
    assert f"{GREEK} (Mens, x{HOSTILE.index(GREEK)})" in {
        row.applicant.label for row in ballot.rows
    }
    content = answered(ballot, {n: {YES: "ja"} for n in range(len(HOSTILE))}, then=_as_made(ballot))
    found = read_of(ballot, content)
    assert found.judged == len(HOSTILE)
    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    assert not [c for one in sheets for row in one.iter_rows() for c in row if c.data_type == "f"]


def _as_made(ballot: PaperBallot) -> Callable[[Any], None]:
    """With the names as a spreadsheet writes them: openpyxl leaves signs that look like escapes."""
    grid = read_workbook(ballot_workbook(ballot, Language.NL), "stembiljet.xlsx")
    names = {number: cells[1] for number, cells in grid.rows if number > HEADERS}

    def then(sheet: Any) -> None:
        for number, name in names.items():
            cell = sheet.cell(number, 2)
            cell.value, cell.data_type = ESCAPE.sub("_x005F_x", str(name)), "s"

    return then
