"""How an organiser enters what a member without a working address wrote on paper."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.cohorts.pages.driving import Look
from tests.cohorts.pages.whole_way.hands import SAID, press, reloads, taken, unfold
from tests.cohorts.rounds.balloting.paper_form import HEADERS


def unfolds_paper(page: Page, member: str) -> None:
    """Where a ballot on paper is made and entered, for that member."""
    reloads(page)
    unfold(page, SAID["page_committee_paper.title"])
    box = page.get_by_role("combobox", name=SAID["page_committee_paper.member"])
    Look.choose(page, box, member)


def enters_ties_on_paper(page: Page) -> None:
    """None of them, as the member signed."""
    page.locator("label", has_text=SAID["page_committee_paper.signed"]).click()
    Look.settle(page)
    press(page, "page_committee_paper.keep_ties")
    expect(page.get_by_text(SAID["page_committee_paper.ties_told"])).to_be_visible()
    Look.settle(page)


def enters_a_ballot(page: Page, member: str, says: Mapping[str, Sequence[object]]) -> str:
    """The workbook that came back; who is judged → what stands in the cells; the receipt."""
    book = load_workbook(io.BytesIO(taken(page, "page_committee_paper.take_excel")))
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=HEADERS + 1):
        name = next(cell.value for cell in row if cell.value in says)
        for cell, said in zip(row[4:], says[name], strict=False):
            cell.value = said
    out = io.BytesIO()
    book.save(out)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.locator("input[type=file]").first.set_input_files(
        {"name": "terug.xlsx", "mimeType": kind, "buffer": out.getvalue()}
    )
    press(page, "page_committee_paper.do_enter", name=member)
    receipt = page.get_by_role("button", name=SAID["page_committee_paper.take_receipt"][:12])
    with page.expect_download() as got:
        receipt.first.click()
    return Path(got.value.path()).read_text("utf-8")
