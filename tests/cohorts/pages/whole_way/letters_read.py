"""Letters as whoever gets one reads it."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping

import openpyxl

TAG, SPACE = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL), re.compile(r"\s+")


def text_of(letters: Mapping[str, bytes], company: str) -> str:
    """The letter of somebody, in one line."""
    pages = (content.decode() for name, content in letters.items() if name.endswith(".html"))
    plain = (SPACE.sub(" ", html.unescape(TAG.sub(" ", one))) for one in pages)
    (found,) = [one for one in plain if f"U meldde {company} aan" in one]
    return found


def merged(letters: Mapping[str, bytes]) -> dict[str, str]:
    """Of the workbook for a mail-merge: company → reason."""
    sheet = openpyxl.load_workbook(io.BytesIO(letters["brieven.xlsx"])).worksheets[0]
    rows = [[str(cell or "") for cell in row] for row in sheet.values]
    at = next(number for number, row in enumerate(rows) if "Bedrijf" in row)
    company, reason = rows[at].index("Bedrijf"), rows[at].index("Reden")
    return {row[company]: row[reason] for row in rows[at + 1 :] if row[company]}
