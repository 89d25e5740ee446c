"""Writes the documents of a proposal; all of them, or none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.intake.whole import write_folder
from cohorts.outlook.circles import circles_of
from cohorts.record.document import as_json, document
from cohorts.record.hide import Hidden, hide
from cohorts.reports.groups_csv import groups_csv
from cohorts.reports.page import page
from cohorts.reports.readers import OURS, Reader, calendars, files_for
from cohorts.reports.start import Start
from cohorts.reports.xlsx import workbook
from cohorts.round.waiting import waiting_csv
from cohorts.words import Language

FILES = ("groups.csv", "proposal.json", "proposal.xlsx", "report.html")
WAITING = "waiting.csv"


def write_reports(
    proposal: Proposal,
    folder: str | Path,
    language: Language | str = Language.NL,
    *,
    readers: Collection[Reader] = (),
    start: Start | None = None,
    hidden: Collection[Hidden] = (),
) -> dict[str, Path]:
    """Writes the four files into ``folder`` and gives their paths. Raises InputError.

    Where somebody waits, or there was a waiting list, it is written as a fifth: ``waiting.csv``.
    ``readers`` get theirs in folders below, and there are calendars where ``start`` is known;
    what an earlier proposal left there goes. What is ``hidden`` stands in no page, workbook or
    calendar; proposal.json stays whole, because it is what can be checked.
    """
    language, folder = Language(language), Path(folder)
    waited = (folder / WAITING).exists()
    contents = contents_of(
        proposal, language, readers=readers, start=start, hidden=hidden, waited=waited
    )
    save(folder, contents, of_before(folder, contents))
    return {file: folder / file for file in contents}


def contents_of(
    proposal: Proposal,
    language: Language,
    *,
    readers: Collection[Reader] = (),
    start: Start | None = None,
    hidden: Collection[Hidden] = (),
    waited: bool = False,
) -> dict[str, bytes]:
    """Each file below the folder of a proposal; ``waited``: there was a waiting list in it."""
    shown = hide(proposal, hidden)
    contents = {
        "groups.csv": groups_csv(proposal).encode(),
        "proposal.json": as_json(document(proposal, language)).encode(),
        "proposal.xlsx": workbook(shown, language),
        "report.html": page(shown, language, start).encode(),
    }
    if proposal.not_placed or proposal.round.waiting or waited:
        contents[WAITING] = waiting_csv(circles_of(proposal).waiting).encode()
    others = files_for(readers, shown, start, language) | calendars(proposal, start, language)
    return contents | {file: text.encode() for file, text in others.items()}


def save(folder: Path, contents: Mapping[str, bytes], gone: Collection[str] = ()) -> None:
    """All files below ``folder``, or none; what is ``gone`` goes. Raises InputError."""
    try:
        write_folder(folder, contents, gone)
    except OSError as error:
        facts = {"fault": fault_of(error)}
        raise InputError(Problem("compose.cannot_write", str(folder), facts)) from None


def of_before(folder: Path, kept: Collection[str]) -> list[str]:
    """What was written here for a reader before and is of another proposal now."""
    below = (path.relative_to(folder).as_posix() for path in sorted(folder.glob("*/*")))
    return [name for name in below if OURS.fullmatch(name) and name not in kept]
