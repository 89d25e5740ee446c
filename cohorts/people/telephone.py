"""A telephone number: read from what somebody wrote, as it is dialled and as it is shown.

Read is only what is surely one number. What a spreadsheet did to it is mended: the nought or the
plus before it is gone, or an apostrophe came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    format_number,
    is_possible_number,
    is_valid_number,
    parse,
)

from cohorts.people.applicant import Applicant
from cohorts.people.values import plain

HERE = "NL"
AT_HOME = 31
"""Of numbers of this country it is known which exist; of others only how long they can be."""
HEADERS = frozenset(
    {
        "gsm",
        "mobiel",
        "mobiele nummer",
        "mobile",
        "mobile number",
        "phone",
        "phone number",
        "tel",
        "telefoon",
        "telefoonnummer",
        "telephone",
    }
)
"""Headers of columns of one's own that hold one too, whatever their capitals.

A second column of the file, or all of a round that was read before it was a field.
"""
FEWEST = 8
"""Digits; what has less may be a postcode or a year."""
QUOTES = "'’\""
"""Before a number that must stay text."""
EXTENSION = re.compile(r"[\s,;]*\b(?:ext|extension|tst|toestel)\.?\s*(\d{1,6})$", re.IGNORECASE)
BETWEEN = re.compile(r"[^\d+()./\s\-\u00a0\u2010-\u2015]+")
"""What is no sign of a number."""
GLUED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
"""A letter at a digit: perhaps one itself."""


@dataclass(frozen=True)
class Telephone:
    """``dial``: for ``tel:``; None where it is shown as it was written, as not surely one."""

    shown: str
    dial: str | None


def telephone(one: Applicant) -> Telephone | None:
    """Of somebody: the field, else what was written for it; else their own first such column."""
    if one.phone:
        return Telephone(phone_shown(one.phone), one.phone)
    written = next(_written(one), None)
    if written is None:
        return None
    number = phone_of(written)
    return Telephone(phone_shown(number) if number else written, number)


def _written(one: Applicant) -> Iterator[str]:
    yield from (text for text in one.phone_columns.values() if text)
    yield from (text for name, text in one.extra.items() if text and plain(name) in HEADERS)


def phone_of(written: str) -> str | None:
    """``06-12 34 56 78`` → ``+31612345678``; None for what is not surely one number.

    An extension comes behind: ``+31531234567;ext=12``.
    """
    text = written.strip().lstrip(QUOTES)
    extension = EXTENSION.search(text)
    base = text[: extension.start()] if extension else text
    runs = [run for run in BETWEEN.split(base) if any(map(str.isdecimal, run))]
    if len(runs) != 1 or GLUED.search(base) or not _can_be_one(runs[0]):
        return None
    try:
        number = parse(runs[0], HERE)
    except NumberParseException:
        return None
    if not _exists(number):
        return None
    behind = f";ext={extension[1]}" if extension else ""
    return format_number(number, PhoneNumberFormat.E164) + behind


def _can_be_one(run: str) -> bool:
    digits = [sign for sign in run if sign.isdecimal()]
    return len(digits) >= FEWEST and "".join(digits).isascii() and run.count("+") <= 1


def _exists(number: PhoneNumber) -> bool:
    if number.country_code == AT_HOME:
        return is_valid_number(number)
    return is_possible_number(number)


def phone_shown(number: str) -> str:
    """One that was read: ``06 12345678``; of another country ``+32 470 12 34 56``."""
    try:
        read = parse(number, HERE)
    except NumberParseException:
        return number
    home = read.country_code == AT_HOME
    form = PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
    return format_number(read, form)


def phone_spellings(number: str) -> tuple[str, ...]:
    """The ways in which people write one that was read: with it, a text names somebody."""
    shown = phone_shown(number)
    digits = "".join(sign for sign in shown if sign.isdecimal())
    area, _, rest = shown.partition(" ")
    dashed = f"{area}-{rest}" if area.isdecimal() else shown
    return tuple(
        dict.fromkeys((number, f"00{number[1:]}", shown, digits, dashed, dashed.replace(" ", "")))
    )
