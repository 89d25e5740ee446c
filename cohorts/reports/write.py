"""Writes the documents of a proposal; all of them, or none."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from cohorts.circles import circles_of
from cohorts.errors import InputError, Problem
from cohorts.proposal import Proposal
from cohorts.reports.document import as_json, document
from cohorts.reports.groups_csv import groups_csv
from cohorts.reports.page import page
from cohorts.reports.workbook import workbook
from cohorts.waiting import waiting_csv
from cohorts.words import Language

FILES = ("groups.csv", "proposal.json", "proposal.xlsx", "report.html")
WAITING = "waiting.csv"


def write_reports(
    proposal: Proposal, folder: str | Path, language: Language | str = Language.NL
) -> dict[str, Path]:
    """Writes the four files into ``folder`` and gives their paths. Raises InputError.

    Where somebody waits, or there was a waiting list, it is written as a fifth: ``waiting.csv``.
    """
    language, folder = Language(language), Path(folder)
    contents = {
        "groups.csv": groups_csv(proposal).encode(),
        "proposal.json": as_json(document(proposal, language)).encode(),
        "proposal.xlsx": workbook(proposal, language),
        "report.html": page(proposal, language).encode(),
    }
    if proposal.not_placed or proposal.round.waiting or (folder / WAITING).exists():
        contents[WAITING] = waiting_csv(circles_of(proposal).waiting).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".cohorts-") as name:
            beside = Path(name)
            for file, content in contents.items():
                (beside / file).write_bytes(content)
            for file in contents:
                shutil.move(beside / file, folder / file)
    except OSError as error:
        facts = {"fault": error.strerror or str(error)}
        raise InputError(Problem("compose.cannot_write", str(folder), facts)) from None
    return {file: folder / file for file in contents}
