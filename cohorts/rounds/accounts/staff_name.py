"""What somebody of the staff, or a round, is called: one line that can be shown."""

from __future__ import annotations

import unicodedata

from cohorts.errors import InputError, Problem

LONGEST_NAME = 100
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Kinds of signs that turn, hide or break a line."""


def one_line(name: str, place: str = "") -> str:
    """The name without signs that cannot be seen. Raises InputError where nothing is left of it."""
    found = spelled(name)
    if not 1 <= len(found) <= LONGEST_NAME:
        raise InputError(Problem("accounts.name_length", place, {"longest": LONGEST_NAME}))
    return found


def spelled(name: str) -> str:
    """In one way, however it was typed."""
    signs = (" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", name))
    return " ".join("".join(s for s in signs if unicodedata.category(s) not in UNSEEN).split())
