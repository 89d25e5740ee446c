"""One address of several people is found, and said where letters are mailed from."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.letter_files import merge_book
from cohorts.reports.letters.shared_addresses import also_of, shared_addresses
from cohorts.words import Language, say

ANKER, BERK, CEDER = (
    Letter(
        Applicant(id=ApplicantId(f"a{number}"), company=name), Outcome.NOT_PLACED, f"{mail}@x.nl"
    )
    for number, (name, mail) in enumerate(
        [("Anker", "info"), ("Berk", "INFO"), ("Ceder", "ceder")], 1
    )
)


def test_it_is_found_whatever_the_capitals() -> None:
    assert shared_addresses([ANKER, BERK, CEDER]) == {"info@x.nl": (ANKER, BERK)}
    assert also_of([ANKER, BERK, CEDER]) == {ANKER.to.id: "Berk", BERK.to.id: "Anker"}


def test_an_address_that_is_not_known_is_nobodys() -> None:
    assert not shared_addresses([replace(ANKER, email=""), replace(BERK, email="")])


def test_the_workbook_says_whose_it_is_too() -> None:
    book = merge_book(
        Sender("Samen verder", below="Kenmerk: 0123"), [ANKER, BERK, CEDER], Language.NL
    )
    head, *rows = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].values
    at = head.index(say("letter.column_also_of", Language.NL))
    assert [row[at] or "" for row in rows][:3] == ["Berk", "Anker", ""]
