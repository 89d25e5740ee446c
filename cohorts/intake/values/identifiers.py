"""KvK and telephone numbers kept as text; citizen numbers and VAT numbers kept out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cohorts.intake.table import Cell
from cohorts.intake.values.as_text import clean_line
from cohorts.intake.values.unreadable import Unreadable
from cohorts.people.telephone import phone_of

KVK_DIGITS = 8
BSN_DIGITS = 9
ENOUGH = 5
SHARE = 0.9
VAT = re.compile(r"(NL)?\s?\d{9}B\d{2}", re.IGNORECASE)


def digits_of(cell: Cell) -> str:
    """The cell as a person sees it, without spaces, points and dashes."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell)
    return text if text.isalnum() else re.sub(r"[\s.\-']", "", text)


def read_kvk(cell: Cell) -> tuple[str, bool]:
    """Eight digits as text, and whether a lost leading zero was put back.

    Raises Unreadable ``kvk``.
    """
    if isinstance(cell, str):
        cell = re.sub(r"^(\d+)\.0$", r"\1", cell.strip())
    text = re.sub(r"(?i)^(kvk)?(nummer|nr)?:?", "", digits_of(cell))
    fits = text.isascii() and text.isdecimal() and 6 <= len(text) <= KVK_DIGITS  # noqa: PLR2004 - at most 2 zeros lost
    if not fits or not int(text):
        raise Unreadable("intake.kvk")
    return text.zfill(KVK_DIGITS), len(text) < KVK_DIGITS


def read_phone(cell: Cell) -> str:
    """As it is dialled. Raises Unreadable ``phone`` for what is not surely one number."""
    number = phone_of(clean_line(cell))
    if number is None:
        raise Unreadable("intake.phone")
    return number


def passes_eleven_test(text: str) -> bool:
    """The test of citizen numbers: weights 9 … 2 and -1, sum divisible by eleven, not zero."""
    if not text.isdecimal() or not BSN_DIGITS - 1 <= len(text) <= BSN_DIGITS:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(int(d) * w for d, w in zip(text.zfill(BSN_DIGITS), weights, strict=True))
    return total % 11 == 0 and int(text) > 0


def looks_like_citizen_numbers(cells: Sequence[Cell]) -> bool:
    """Nearly all values of a column pass; per column, for single KvK numbers pass by chance.

    Of five numbers that are none, all five pass once in 160,000 times. A number that lost its
    leading zero has eight digits; a column of nothing else is one of KvK numbers.
    """
    texts = [digits_of(c) for c in cells]
    nine = [t for t in texts if t.isdecimal() and len(t) == BSN_DIGITS]
    passing = sum(map(passes_eleven_test, texts))
    return len(nine) >= ENOUGH and 2 * len(nine) >= len(texts) and passing >= SHARE * len(texts)


def looks_like_vat_numbers(cells: Sequence[Cell]) -> bool:
    """Most values are Dutch VAT numbers, which for sole traders held the citizen number."""
    texts = [digits_of(c) for c in cells]
    return bool(texts) and sum(bool(VAT.fullmatch(t)) for t in texts) > len(texts) / 2
