"""The four files: what stands in them, and that no name in them can do harm."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from cohorts import compose, write_reports
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError
from cohorts.record.document import ProposalDocument
from cohorts.record.read import read_document
from cohorts.reports.groups_csv import groups_csv
from cohorts.reports.page import page
from cohorts.reports.xlsx import workbook
from cohorts.words import Language
from tests.cohorts.small_round import people, programme, relations, small

HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x.example","klik")',
    "+31 6 1234",
    "@SUM(A1)",
    "-1+1",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "{title}",
    "**vet** [link](javascript:alert(1))",
    "Ω≈ç√∫ 漢字 🙂",
    "http://x.example",
    "A" * 500,
    "\u202eomgekeerd",
    "\x1b[31mrood",
)


@cache
def hostile() -> Proposal:
    dressed = tuple(
        replace(a, company=HOSTILE[i % len(HOSTILE)], activity=HOSTILE[-1 - i % len(HOSTILE)])
        for i, a in enumerate(people())
    )
    return compose(dressed, programme(), relations=relations(), effort="quick")


class Tags(HTMLParser):
    """Counts tags and collects addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [v or "" for k, v in attrs if k in ("src", "href")]
        self.handlers += [k for k, _ in attrs if k.startswith("on")]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("proposal", [lambda: small().proposal, hostile], ids=["plain", "hostile"])
def test_the_page_stands_alone(proposal: object, language: Language) -> None:
    assert callable(proposal)
    html = page(proposal(), language)
    found = Tags()
    found.feed(html)
    assert not {"script", "img", "iframe", "link", "object"} & set(found.tags)
    assert not found.handlers
    assert all(address.startswith("#") for address in found.addresses)
    assert all(url.startswith("data:font/woff2") for url in re.findall(r"url\(([^)]*)\)", html))
    assert "default-src 'none'" in html
    assert f'<html lang="{language.value}">' in html


def test_groups_csv() -> None:
    text = groups_csv(small().proposal)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert text.startswith("group,applicant_id,company,name\n")
    assert "\r" not in text
    assert [(int(r["group"]), r["applicant_id"]) for r in rows] == sorted(
        (int(r["group"]), r["applicant_id"]) for r in rows
    )
    assert len(rows) == 22


def test_no_cell_of_the_csv_starts_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(groups_csv(hostile()))))
    for row in rows[1:]:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("language", list(Language))
def test_no_cell_of_the_workbook_is_a_formula(language: Language) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(hostile(), language)))
    assert len(book.sheetnames) == 5
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    assert HOSTILE[1] in {cell.value for cell in cells}


def test_the_document_reads_back(tmp_path: Path) -> None:
    written = write_reports(small().proposal, tmp_path / "out", Language.EN)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(written)
    content = read_document(written["proposal.json"])
    assert isinstance(content, ProposalDocument)
    assert content.schema_version == 2
    assert content.status == "feasible"
    assert content.bound is None
    assert content.gap is None
    assert content.overrides == []
    assert content.score.hard == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"schema_version": 3}, "programme.newer"),
        ({"surprise": 1}, "check.unreadable"),
        ({"groups": "none"}, "check.unreadable"),
        ({"score": None}, "check.unreadable"),
    ],
)
def test_a_document_of_another_form_is_refused(
    change: dict[str, object], code: str, tmp_path: Path
) -> None:
    path = write_reports(small().proposal, tmp_path)["proposal.json"]
    content = json.loads(path.read_text("utf-8")) | change
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert caught.value.problems[0].code == code


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"compose\.cannot_write"):
        write_reports(small().proposal, tmp_path / "file" / "out")


def test_reasons_of_who_is_not_placed_are_in_every_file(tmp_path: Path) -> None:
    written = write_reports(small().proposal, tmp_path, "nl")
    content = read_document(written["proposal.json"])
    html = written["report.html"].read_text("utf-8")
    for left in content.not_placed:
        assert left.reason
        assert left.reason.split(".")[0] in html
