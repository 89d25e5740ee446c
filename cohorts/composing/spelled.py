"""How an organiser writes a setting: a day, a status, sizes, pins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId, Status
from cohorts.round.left_at import LeftAt, Why
from cohorts.round.smaller import Smaller


def day(text: str) -> date:
    """A date as yyyy-mm-dd. Raises InputError ``compose.date``."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InputError(Problem("compose.date", "--on", {"given": text})) from None


def status(text: str) -> Status:
    """A status by its name. Raises InputError ``compose.count_from``."""
    try:
        return Status(text.strip().lower())
    except ValueError:
        facts = {"given": text, "known": tuple(Status)}
        raise InputError(Problem("compose.count_from", "--count-from", facts)) from None


def pins(given: Sequence[str]) -> dict[ApplicantId, int]:
    """``ID=GROUP`` each. Raises InputError ``compose.pin``."""
    found = {}
    for text in given:
        person, sign, group = text.rpartition("=")
        if not (sign and person.strip() and re.fullmatch(r"[1-9][0-9]{0,17}", group.strip())):
            raise InputError(Problem("compose.pin", "--pin", {"given": text}))
        found[ApplicantId(person.strip())] = int(group)
    return found


def not_on(given: Sequence[str]) -> dict[ApplicantId, LeftAt]:
    """``ID=STAGE:WHY`` each, as ``17=1:lower``. Raises InputError ``compose.not_on``."""
    found = {}
    for text in given:
        person, sign, left = text.rpartition("=")
        try:
            at = LeftAt.of(left.strip().lower())
        except ValueError:
            at = None
        if at is None or not (sign and person.strip()):
            facts = {"given": text, "known": tuple(Why)}
            raise InputError(Problem("compose.not_on", "--not-on", facts))
        found[ApplicantId(person.strip())] = at
    return found


def admitted(given: Sequence[str]) -> Iterator[tuple[str, str]]:
    """``ID=REASON`` each, as ``17=grows fast``. Raises InputError ``compose.admit``."""
    for text in given:
        person, _, reason = text.partition("=")
        if not (person.strip() and reason.strip()):
            raise InputError(Problem("compose.admit", "--admit", {"given": text}))
        yield person.strip(), " ".join(reason.split())


def smaller(given: Sequence[str]) -> dict[int, Smaller]:
    """``GROUP=SIZE:REASON`` each, as ``3=7:one stopped``. Raises InputError ``compose.smaller``."""
    found = {}
    for text in given:
        read = re.fullmatch(r"\s*(\d{1,6})\s*=\s*(\d{1,6})\s*:(.*)", text, re.DOTALL)
        reason = " ".join(read[3].split()) if read else ""
        if read is None or not reason:
            raise InputError(Problem("compose.smaller", "--smaller", {"given": text}))
        found[int(read[1])] = Smaller(int(read[2]), reason)
    return found


def sizes(text: str) -> tuple[int, int]:
    """``8-12`` as (8, 12), ``10`` as (10, 10). Raises InputError ``compose.size``."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?", text)
    low = int(found[1]) if found else 0
    high = int(found[2]) if found and found[2] else low
    if not 1 <= low <= high:
        raise InputError(Problem("compose.size", "--size", {"given": text}))
    return low, high
