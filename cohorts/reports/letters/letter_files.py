"""Letters as one zip: a page to print for each, and a workbook for a mail-merge."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from cohorts.reports.in_file_name import in_file_name
from cohorts.reports.letters.letter import Letter, Part, Sender
from cohorts.reports.letters.shared_addresses import also_of
from cohorts.reports.page.draw import bare, fonts
from cohorts.reports.sheet import Column, Sheets, Table
from cohorts.rounds.deciding.moments import day_said
from cohorts.rounds.packed import pack
from cohorts.words import Language, say
from cohorts.words.export_gate import gate

COLUMNS = (
    *("name", "company", "place", "postcode", "email", "outcome", "group", "first_meeting"),
    *("reason", "referral", "help", "salutation", "remedy", "subject", "letter", "also_of"),
)
"""Of a mail-merge."""


def letter_zip(sender: Sender, letters: Sequence[Letter], language: Language, at: str) -> bytes:
    """By name; see :func:`letter_page` and :func:`merge_book`."""
    files = {
        file_of(number, one, language, "html"): letter_page(sender, one, language, at).encode()
        for number, one in enumerate(letters, 1)
    }
    book = say("letter.workbook_name", language)
    return pack({book: merge_book(sender, letters, language), **files})


def letter_page(sender: Sender, letter: Letter, language: Language, at: str) -> str:
    """One letter, on A4; every text in it is escaped. ``at``: the moment whose day stands in it."""
    return bare("letter", letter.spoken(language), **_facts(sender, letter, language, at))


def letters_page(sender: Sender, letters: Sequence[Letter], language: Language, at: str) -> str:
    """All of them to print, each from the head of a sheet."""
    sheets = [
        {"language": one.spoken(language).value, **_facts(sender, one, language, at)}
        for one in letters
    ]
    facts = {"title": say("letter.printed", language), "letters": sheets, "fonts": fonts()}
    return bare("letters", language, **facts)


def _facts(sender: Sender, letter: Letter, language: Language, at: str) -> dict[str, Any]:
    """A term to object may count from its day."""
    return {
        "day": day_said(at, letter.spoken(language)),
        "subject": letter.subject(sender, language),
        "paragraphs": letter.paragraphs(sender, language),
        "to": [one for one in (letter.to.name, letter.to.company, letter.to.place) if one],
        "below": letter.below(sender),
    }


def merge_book(sender: Sender, letters: Sequence[Letter], language: Language) -> bytes:
    """A row for each: what a mail-merge fills in, the whole letter, and who gave the same address.

    No cell is a formula.
    """
    columns = tuple(Column(say(f"letter.column_{name}", language)) for name in COLUMNS)
    others = also_of(letters)
    rows = tuple(
        tuple(map(gate, (*_row(sender, one, language), others.get(one.to.id, ""))))
        for one in letters
    )
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        Sheets(book, language, sender.below).add("letters", Table(columns, rows))
    return out.getvalue()


def _row(sender: Sender, one: Letter, language: Language) -> tuple[str, ...]:
    """Of a letter by hand too: its own words have no salutation or remedy of ours in them."""
    parts = one.parts(sender, language)

    def said(part: Part) -> str:
        return " ".join(parts.get(part, ()))

    return (
        one.to.name or "",
        one.company,
        one.to.place or "",
        one.to.postcode or "",
        one.email,
        say(f"letter.is_{one.outcome.value}", language),
        one.group,
        one.first,
        one.reason,
        " ".join(filter(None, (*one.referrals, one.facts))),
        "; ".join(" – ".join(filter(None, (h.name, h.organisation, h.note))) for h in one.helpers),
        said(Part.SALUTATION),
        said(Part.REMEDY),
        one.subject(sender, language),
        "\n\n".join(one.paragraphs(sender, language)),
    )


def file_of(number: int, letter: Letter, language: Language, ending: str) -> str:
    """``brief-007-anker-bv.html``: by number, so that nobody's letter stands over another's."""
    parts = [say("letter.name", language), f"{number:03}", in_file_name(letter.to.label)]
    return f"{'-'.join(filter(None, parts))}.{ending}"
