"""Writes the documents of a proposal; all of them, or none."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.proposal import Proposal
from cohorts.reports.document import as_json, document
from cohorts.reports.groups_csv import groups_csv
from cohorts.reports.page import page
from cohorts.reports.workbook import workbook
from cohorts.words import Language

FILES = ("groups.csv", "proposal.json", "proposal.xlsx", "report.html")


def write_reports(
    proposal: Proposal, folder: str | Path, language: Language | str = Language.NL
) -> dict[str, Path]:
    """Writes the four files into ``folder`` and gives their paths. Raises InputError."""
    language, folder = Language(language), Path(folder)
    contents = {
        "groups.csv": groups_csv(proposal).encode(),
        "proposal.json": as_json(document(proposal, language)).encode(),
        "proposal.xlsx": workbook(proposal, language),
        "report.html": page(proposal, language).encode(),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".cohorts-") as name:
            beside = Path(name)
            for file, content in contents.items():
                (beside / file).write_bytes(content)
            for file in FILES:
                shutil.move(beside / file, folder / file)
    except OSError as error:
        facts = {"fault": error.strerror or str(error)}
        raise InputError(Problem("compose.cannot_write", str(folder), facts)) from None
    return {file: folder / file for file in FILES}
