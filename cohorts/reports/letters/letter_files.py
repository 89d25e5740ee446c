"""Letters as one zip: a page to print for each, and a workbook for a mail-merge."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Sequence

import xlsxwriter

from cohorts.people.values import plain as as_plain
from cohorts.reports.letters.letter import Letter, Sender
from cohorts.reports.page.draw import bare
from cohorts.reports.sheet import Column, Sheets, Table
from cohorts.rounds.packed import pack
from cohorts.words import Language, say
from cohorts.words.export_gate import gate

ACCENTS = re.compile("[\u0300-\u036f]")
NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
LONGEST = 40
"""Signs of somebody's name in the name of a file."""


def letter_zip(sender: Sender, letters: Sequence[Letter], language: Language) -> bytes:
    """By name; see :func:`letter_page` and :func:`merge_book`."""
    files = {
        _name(number, one, language): letter_page(sender, one, language).encode()
        for number, one in enumerate(letters, 1)
    }
    book = say("letter.workbook_name", language)
    return pack({book: merge_book(sender, letters, language), **files})


def letter_page(sender: Sender, letter: Letter, language: Language) -> str:
    """One letter, on A4; every text in it is escaped."""
    return bare(
        "letter",
        language,
        subject=letter.subject(sender, language),
        paragraphs=letter.paragraphs(sender, language),
        to=[one for one in (letter.to.name, letter.to.company, letter.to.place) if one],
        below=sender.below,
    )


def merge_book(sender: Sender, letters: Sequence[Letter], language: Language) -> bytes:
    """A row for each: what a mail-merge fills in, and the whole letter. No cell is a formula."""
    names = ("name", "company", "email", "outcome", "group", "reason", "referral", "help")
    columns = tuple(
        Column(say(f"letter.column_{name}", language)) for name in (*names, "subject", "letter")
    )
    rows = tuple(tuple(map(gate, _row(sender, one, language))) for one in letters)
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        Sheets(book, language, sender.below).add("letters", Table(columns, rows))
    return out.getvalue()


def _row(sender: Sender, one: Letter, language: Language) -> tuple[str, ...]:
    return (
        one.to.name or "",
        one.company,
        one.email,
        say(f"letter.is_{one.outcome.value}", language),
        one.group,
        one.reason,
        " ".join(filter(None, (*one.referrals, one.facts))),
        "; ".join(" – ".join(filter(None, (h.name, h.organisation, h.note))) for h in one.helpers),
        one.subject(sender, language),
        "\n\n".join(one.paragraphs(sender, language)),
    )


def _name(number: int, letter: Letter, language: Language) -> str:
    """``brief-007-anker-bv.html``: by number, so that nobody's letter stands over another's."""
    without = ACCENTS.sub("", unicodedata.normalize("NFKD", as_plain(letter.to.label)))
    called = NOT_IN_A_NAME.sub("-", without).strip("-")[:LONGEST]
    parts = [say("letter.name", language), f"{number:03}", called]
    return "-".join(filter(None, parts)) + ".html"
