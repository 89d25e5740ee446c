"""Every page that leaves says for whom it is, which version, of when, and what it is worth."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from cohorts.reports.calendar import group_calendar, whole_calendar
from cohorts.reports.readers import Reader, files_for
from cohorts.reports.stamp import Stamp, for_whom, reference_of
from cohorts.reports.start import Start
from cohorts.reports.write import contents_of
from cohorts.reports.xlsx import workbook
from cohorts.words import Language
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.reports.readers_round import readers, same

START = Start(date(2026, 10, 5))
DECIDED = Stamp(date(2026, 11, 27), number=4, signed="Jo & <b>Vos</b>", head="3f2a91bc" * 8)
NL = Language.NL


def stamp_of(html: str) -> str:
    (found,) = tree(html).all(css="stamp")
    return " ".join(found.text.split())


@pytest.mark.parametrize("language", list(Language))
def test_every_page_carries_one_and_no_two_readers_the_same(language: Language) -> None:
    files = contents_of(readers(), language, readers=frozenset(Reader), start=START)
    pages = {n: stamp_of(text.decode()) for n, text in files.items() if n.endswith(".html")}
    groups = len(readers().composition.groups)
    assert len(pages) == 2 + 2 * groups == len(set(pages.values()))
    kind = {NL: "Voorstel – niet verspreiden", Language.EN: "Proposal – not for circulation"}
    assert all(said.startswith(kind[language]) for said in pages.values())
    assert all(Stamp.of(readers()).reference in said for said in pages.values())


def test_a_decision_says_who_signed_and_the_head_of_the_log() -> None:
    files = files_for(frozenset(Reader), readers(), START, NL, DECIDED)
    for name, text in files.items():
        if name.endswith(".html"):
            said = stamp_of(text)
            assert said.startswith("Besluit Voor ")
            assert "Voorstel 4 27 november 2026" in said
            assert said.endswith("Ondertekend door Jo & <b>Vos</b> Logboek 3f2a91bc3f2a91bc")
            assert "niet verspreiden" not in text
    account = tree(files["funders/account.html"]).text
    assert "Over de kringen is besloten." in account
    assert "Dit is een voorstel" not in account


def test_on_paper_it_stands_on_every_sheet() -> None:
    html = files_for([Reader.FUNDERS], readers(), None, NL)["funders/account.html"]
    printed = html.split("@media print", 1)[1]
    assert "display: table-header-group; break-inside: avoid" in printed


def test_the_workbook_prints_it_above_each_sheet_and_says_it_among_the_settings() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(readers(), NL, DECIDED)))
    heads = {sheet.oddHeader.left.text for sheet in book.worksheets}
    assert len(heads) == 1
    assert "Besluit · Voor de organisatie · Voorstel 4" in heads.pop()
    settings = dict(row[:2] for row in book.worksheets[-1].iter_rows(values_only=True))
    assert "Ondertekend door Jo" in str(settings["Wat dit is"])


def test_a_calendar_is_tentative_until_it_is_decided() -> None:
    for text in (group_calendar(readers(), 1, START, NL), whole_calendar(readers(), START, NL)):
        assert "STATUS:TENTATIVE" in text
        assert "Voorstel – niet verspreiden" in text
    decided = group_calendar(readers(), 1, START, NL, DECIDED)
    assert "STATUS:CONFIRMED" in decided
    assert "TENTATIVE" not in decided


def test_the_same_groups_have_the_same_reference_and_others_another() -> None:
    assert Stamp.of(readers()) == Stamp.of(same())
    assert reference_of([["a", "b"], ["c"]]) != reference_of([["a"], ["b", "c"]])
    assert reference_of([["a", "b"]]) != reference_of([["a\tb"], []])


def test_without_a_number_the_reference_tells_the_version() -> None:
    stamp = replace(DECIDED, number=None, reference="12345678", signed="", head="")
    said = stamp.said(for_whom("organiser", NL), NL)
    assert said.whole == (
        "Voorstel – niet verspreiden · Voor de organisatie · Kenmerk 12345678 · 27 november 2026"
    )
