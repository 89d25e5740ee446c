"""Several people at once, as they were pasted: a line each, from a list or a spreadsheet."""

from __future__ import annotations

import re

from cohorts.errors import InputError, Problem
from cohorts.rounds.members.invite import Invited

MOST = 200
"""People in one go."""
BETWEEN = re.compile(r"\t|;")
EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
NUMBER = re.compile(r"[\d .]{8,}")


def pasted(text: str) -> tuple[Invited, ...]:
    """``name; organisation; e-mail; number`` a line, or with tabs; all but the name may be absent.

    E-mail and trade register number are told by their form, wherever they stand. Raises InputError
    without anybody, for too many, and for a line without a name.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not 1 <= len(lines) <= MOST:
        raise InputError(Problem("members.pasted_count", "", {"most": MOST}))
    found = [_one(line) for line in lines]
    if nameless := [number for number, one in enumerate(found, 1) if not one.name]:
        raise InputError(Problem("members.pasted_nameless", "", {"line": str(nameless[0])}))
    return tuple(found)


def _one(line: str) -> Invited:
    cells = [cell.strip() for cell in BETWEEN.split(line)]
    email = next((cell for cell in cells if EMAIL.fullmatch(cell)), "")
    number = next((cell for cell in cells if NUMBER.fullmatch(cell)), "")
    rest = [cell for cell in cells if not cell or cell not in (email, number)]
    name, organisation = (*rest, "", "")[:2]
    return Invited(name, organisation=organisation, email=email, number=number)
