"""``proposal.xlsx``: for whoever works in a spreadsheet. No cell is ever a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from cohorts.proposal import Proposal
from cohorts.reports.document import group_name
from cohorts.reports.outcome import how_sure, verdict
from cohorts.reports.reasons import reason
from cohorts.words import Language, say
from cohorts.words.phrase import field_name

COLUMNS = ("id", "company", "name", "place", "fte", "turnover", "founded", "life_phase", "themes")
NUMBERS = ("fte", "turnover", "founded")
LONGEST = 32_000


def workbook(proposal: Proposal, language: Language) -> bytes:
    """The workbook as bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": proposal.programme.title[language]})
        sheets = _Sheets(book, language)
        sheets.add("groups", _groups(proposal, language))
        sheets.add("findings", _findings(proposal, language))
        sheets.add("not_placed", _not_placed(proposal, language))
        sheets.add("settings", _settings(proposal, language))
    return out.getvalue()


class _Sheets:
    def __init__(self, book: Any, language: Language) -> None:
        self.book, self.language = book, language
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.cell = book.add_format({"text_wrap": True, "valign": "top"})

    def add(self, name: str, rows: list[list[object]]) -> None:
        """A sheet with a frozen first row and columns as wide as they need."""
        sheet = self.book.add_worksheet(say(f"report.sheet_{name}", self.language))
        sheet.freeze_panes(1, 0)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                form = self.head if r == 0 else self.cell
                if isinstance(value, int | float) and not isinstance(value, bool):
                    sheet.write_number(r, c, value, form)
                elif value is not None:
                    sheet.write_string(r, c, str(value)[:LONGEST], form)
        for c in range(len(rows[0])):
            longest = max(len(str(row[c] or "")) for row in rows)
            sheet.set_column(c, c, min(max(longest, 8) + 2, 60))
        if len(rows) > 1:
            sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)


def _groups(proposal: Proposal, language: Language) -> list[list[object]]:
    used = [c for c in COLUMNS if any(a.text(c) for a in proposal.round.applicants)]
    head: list[object] = [say("report.group", language), *(field_name(c, language) for c in used)]
    rows = [head]
    for number, members in proposal.composition.groups.items():
        rows += [[number, *(_value(a, c) for c in used)] for a in members]
    return rows


def _value(applicant: Any, column: str) -> object:
    return applicant.number(column) if column in NUMBERS else applicant.text(column)


def _findings(proposal: Proposal, language: Language) -> list[list[object]]:
    keys = ("group", "rule", "finding", "quality")
    rows: list[list[object]] = [[say(f"report.{key}", language) for key in keys]]
    for finding in proposal.findings:
        rule = proposal.programme.rule(finding.rule)
        rows += [
            [
                group_name(proposal, group.group, language),
                rule.title(language),
                rule.sentence(group, language),
                group.quality,
            ]
            for group in finding.groups
        ]
    return rows


def _not_placed(proposal: Proposal, language: Language) -> list[list[object]]:
    keys: Sequence[str] = ("id", "company", "name")
    rows: list[list[object]] = [
        [*(field_name(k, language) for k in keys), say("report.reason", language)]
    ]
    for n in proposal.not_placed:
        why = reason(n, proposal.programme, language)
        rows.append([*(n.applicant.text(k) for k in keys), why])
    return rows


def _settings(proposal: Proposal, language: Language) -> list[list[object]]:
    round_ = proposal.round
    facts: dict[str, object] = {
        "programme": proposal.programme.title[language],
        "verdict": verdict(proposal, language),
        "how_sure": how_sure(proposal, language),
        "groups": round_.groups,
        "size": f"{round_.smallest}-{round_.largest}",
        "places": str(round_.places),
        "seed": round_.seed,
        "effort": proposal.effort.value,
        "input": proposal.input_sha256,
    }
    keys = [say(f"report.setting_{key}", language) for key in facts]
    rows: list[list[object]] = [[say("report.setting", language), say("report.value", language)]]
    return rows + [[key, value] for key, value in zip(keys, facts.values(), strict=True)]
