"""The ballot of one member as a workbook: fill it in without a line, and send it back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import xlsxwriter

from cohorts.committee.votes import Criterion
from cohorts.reports.dossier_said import answers_of, lines_of
from cohorts.reports.plain import plain
from cohorts.reports.sheet import LONGEST, NOT_IN_A_TITLE, Column, Sheets, Table
from cohorts.reports.stage_said import rule_about, stage_said
from cohorts.rounds.balloting.paper_ballot import PaperBallot, PaperRow
from cohorts.rounds.balloting.paper_columns import (
    ABSTAIN,
    ANSWERED,
    KEY,
    NAME,
    NOTE,
    PLACE,
    SCORE,
    YES,
    PaperColumn,
    paper_columns,
)
from cohorts.words import Language, say
from cohorts.words.dutch_time import dutch_time
from cohorts.words.phrase import exactly

MOST_LISTED = 21
"""Scores that a list of choices may hold; of more only the range is checked."""
WIDTHS = {KEY: 19, NAME: 28, PLACE: 16, YES: 24, SCORE: 16, ABSTAIN: 16, NOTE: 40}
WIDE = 56
TALL = 62
"""Points of a row: three lines and some more."""
LONGEST_HINT = 250


def ballot_workbook(ballot: PaperBallot, language: Language) -> bytes:
    """Its own sheet to fill in, all dossiers in full, and what is fixed.

    Only cells to answer in can be changed; every text is text and never a formula.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        title = _t("title", language, name=ballot.member.name)
        book.set_properties({"title": title, "comments": _head(ballot, language)})
        _Sheet(book, ballot, language).write()
        sheets = Sheets(book, language, f"{title} · {_head(ballot, language)}")
        sheets.add("ballot_dossiers", _dossiers(ballot, language))
        sheets.add("ballot_fixed", _fixed(ballot, language))
    return out.getvalue()


def _t(key: str, language: Language, **facts: object) -> str:
    return say(f"paper.{key}", language, **facts)


def _head(ballot: PaperBallot, language: Language) -> str:
    stage = ballot.stage
    facts = {"number": str(stage.number), "stage": stage.plan.stage.title[language]}
    return _t("head", language, round=ballot.round_name, turn=str(stage.turn), **facts)


class _Sheet:
    """The sheet that is filled in and read back."""

    def __init__(self, book: Any, ballot: PaperBallot, language: Language) -> None:
        self.ballot, self.language = ballot, language
        title = NOT_IN_A_TITLE.sub(" ", _t("sheet", language))
        self.sheet = book.add_worksheet(title)
        style = {"bold": True, "bottom": 1, "text_wrap": True, "bg_color": "#E8EDF3"}
        self.headed = book.add_format({**style, "valign": "vcenter"})
        self.read = book.add_format({"text_wrap": True, "valign": "top"})
        self.code = book.add_format({"valign": "top", "font_color": "#555555", "font_size": 9})
        self.line = book.add_format()
        self.bold = book.add_format({"bold": True, "font_size": 14})
        ask = {"text_wrap": True, "valign": "top", "bg_color": "#FFF9E5", "border": 1}
        self.ask = book.add_format({**ask, "border_color": "#B0A070", "locked": False})

    def write(self) -> None:
        """Three lines of text, the headers, a row for each dossier."""
        columns = paper_columns(self.ballot.stage.plan, self.language)
        sheet, last = self.sheet, len(self.ballot.rows)
        for at, line in enumerate(self._above()):
            sheet.write_string(at, 0, plain(line), self.line if at else self.bold)
        top = len(self._above())
        for c, column in enumerate(columns):
            sheet.write_string(top, c, plain(column.title), self.headed)
            sheet.set_column(c, c, WIDTHS.get(column.kind, WIDE))
        sheet.set_row(top, 36)
        for r, row in enumerate(self.ballot.rows, top + 1):
            sheet.set_row(r, TALL)
            self._row(r, row, columns)
        for c, column in enumerate(columns):
            for rule in self._rules(column):
                sheet.data_validation(top + 1, c, top + last, c, rule)
        self._finish(top)

    def _above(self) -> tuple[str, ...]:
        closes = self.ballot.stage.closes_at
        until = dutch_time(closes, self.language) if closes else ""
        return (
            _t("title", self.language, name=self.ballot.member.name),
            _head(self.ballot, self.language),
            _t("fill_in", self.language, until=until),
        )

    def _row(self, r: int, row: PaperRow, columns: tuple[PaperColumn, ...]) -> None:
        told = {
            KEY: row.key,
            NAME: row.applicant.label,
            PLACE: row.applicant.place or "",
            "short": "\n".join(lines_of(row.applicant, self.language)),
        }
        for c, column in enumerate(columns):
            if column.kind in ANSWERED:
                self.sheet.write_blank(r, c, None, self.ask)
            else:
                form = self.code if column.kind == KEY else self.read
                self.sheet.write_string(r, c, plain(told[column.kind])[:LONGEST], form)

    def _rules(self, column: PaperColumn) -> Iterator[dict[str, Any]]:
        """What a cell may hold; a spreadsheet then offers it in a list."""
        said = {"error_title": _t("no_title", self.language)}
        if column.kind == YES:
            choices = [_t(key, self.language) for key in ("yes", "no", "none")]
            yield said | {
                "validate": "list",
                "source": choices,
                "error_message": _t("no_yes_remedy", self.language),
            }
        elif column.kind == ABSTAIN:
            yield said | {
                "validate": "list",
                "source": ["x"],
                "error_message": _t("no_abstain_remedy", self.language),
            }
        elif column.kind == SCORE:
            one = self.ballot.stage.plan.stage.criteria[column.number]
            yield said | self._score(one.spoken(self.language))

    def _score(self, one: Criterion) -> dict[str, Any]:
        low, high = float(one.low), float(one.high)
        facts = {"low": exactly(low, self.language), "high": exactly(high, self.language)}
        hint = {"error_message": _t("from_to", self.language, **facts)}
        anchors = [
            f"{exactly(float(s), self.language)} = {text}"
            for s, text in sorted(one.anchors.items())
        ]
        hint |= {"input_title": plain(one.name)[:32]} if one.name else {}
        hint |= {
            "input_message": plain(" · ".join([hint["error_message"], *anchors]))[:LONGEST_HINT]
        }
        whole = one.low.denominator == one.high.denominator == 1
        if whole and one.high - one.low < MOST_LISTED:
            return hint | {"validate": "list", "source": list(range(int(low), int(high) + 1))}
        return hint | {
            "validate": "decimal",
            "criteria": "between",
            "minimum": low,
            "maximum": high,
        }

    def _finish(self, top: int) -> None:
        self.sheet.freeze_panes(top + 1, 2)
        self.sheet.protect("", {"format_columns": True, "format_rows": True})
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(top)
        name = plain(self.ballot.member.name)[:100].replace("&", "&&")
        self.sheet.set_header(f"&L{name}")
        self.sheet.set_footer("&R&P / &N")


def _dossiers(ballot: PaperBallot, language: Language) -> Table:
    columns = tuple(Column(_t(f"column_{key}", language)) for key in ("name", "asked", "answer"))
    rows: list[tuple[str, str, str]] = []
    parts = set()
    for one in ballot.rows:
        parts.add(len(rows))
        found = answers_of(one.applicant, language) or (("", ""),)
        rows += [(one.applicant.label, asked, said) for asked, said in found]
    return Table(columns, tuple(rows), frozenset(parts))


def _fixed(ballot: PaperBallot, language: Language) -> Table:
    plan = ballot.stage.plan
    lines = [_t("how_returned", language), *stage_said(plan, language), rule_about(plan, language)]
    return Table((Column(_t("what_is_fixed", language)),), tuple((line,) for line in lines))
