"""``proposal.xlsx``: for whoever works in a spreadsheet. No cell is ever a formula or a link."""

from __future__ import annotations

import io

import xlsxwriter

from cohorts.composing.proposal import Proposal
from cohorts.programme.own_words import in_own_words
from cohorts.reports.sheet import Sheets
from cohorts.reports.sheets import (
    findings,
    groups,
    no_group,
    overview,
    remarks_sheet,
    repair_sheet,
    settings_sheet,
)
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.words import Language


@in_own_words
def workbook(proposal: Proposal, language: Language, stamp: Stamp | None = None) -> bytes:
    """The workbook as bytes; every sheet carries its stamp when it is printed."""
    stamped = (stamp or Stamp.of(proposal)).said(for_whom("organiser", language), language)
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        title = proposal.programme.title[language]
        book.set_properties({"title": title, "comments": stamped.whole})
        sheets = Sheets(book, language, stamped.whole)
        sheets.add("overview", overview(proposal, language))
        if (changed := repair_sheet(proposal, language)) is not None:
            sheets.add("repair", changed)
        sheets.add("groups", groups(proposal, language))
        sheets.add("findings", findings(proposal, language))
        if proposal.not_placed or proposal.round.set_aside:
            sheets.add("no_group", no_group(proposal, language))
        if proposal.round.remarks:
            sheets.add("remarks", remarks_sheet(proposal, language))
        sheets.add("settings", settings_sheet(proposal, stamped, language))
    return out.getvalue()
