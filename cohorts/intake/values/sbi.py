"""Activity codes (SBI), with the zeros and points that a spreadsheet took from them put back.

A code has two digits, a point and up to four more, so 1.13 was 01.13. The classification gives a
group of one class the class' digit 0 (62.1 holds 62.10 and nothing else), so 62.1 was 62.10 where
that exists, and else the group itself. Without a point, 111 is 01.11 or 11.1: the list tells which
exists; where both do, it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cohorts.intake.table import Cell
from cohorts.intake.values.unreadable import Unreadable
from cohorts.people.activity import DIVISION, codes_of, dotted, edition_of

MOST_DIGITS = 6
GROUP = 3
KNOWN_LEVEL = 4
"""Digits up to which the lists are complete; a register may divide further."""
SBI = re.compile(r"(?:SBI[- :]*)?(?:[A-U][- .]*)?(\d[\d.]*\d)(?![\d.]*[\da-z])", re.IGNORECASE)


@dataclass(frozen=True)
class Writing:
    """How a column writes its codes. ``lossy``: its texts may have lost zeros, as its numbers have.

    ``lengths``: of its codes that are written without a point.
    """

    lossy: bool = False
    lengths: frozenset[int] = frozenset()


def writing_of(cells: Sequence[Cell], kind: str) -> Writing:
    """Texts lose zeros only on their way through a CSV; none did where one still has its own."""
    written = [found for cell in cells if (found := _written(cell))]
    texts = (cell.strip() for cell in cells if isinstance(cell, str))
    lossy = kind == "csv" and not any(text.startswith("0") for text in texts)
    return Writing(lossy, frozenset(len(one) for one in written if "." not in one))


def read_sbi(
    cell: Cell, version: str | None = None, writing: Writing = Writing()
) -> tuple[str, bool]:
    """The digits of a code, also where its title stands behind it; and whether they were mended.

    Raises Unreadable ``sbi``, and ``sbi_either`` where two codes can be meant.
    """
    written = _written(cell)
    if not written:
        raise Unreadable("intake.sbi")
    lossy = writing.lossy or not isinstance(cell, str)
    known = codes_of(edition_of(version))
    plain = written.replace(".", "")
    fit = [code for code in _could_be(written, lossy=lossy) if code in known]
    if "." not in written and len(plain) + 1 not in writing.lengths and plain in fit:
        fit = [plain]
    if len(fit) > 1 and "." not in written:
        facts = {"one": dotted(fit[0]), "other": dotted(fit[1])}
        raise Unreadable("intake.sbi_either", facts)
    code = fit[0] if fit else _padded(written)
    if not DIVISION <= len(code) <= MOST_DIGITS:
        raise Unreadable("intake.sbi")
    return code, code != plain


def is_known(code: str, version: str | None) -> bool:
    """Whether the list of this edition holds the code, or what it is a part of."""
    known = codes_of(edition_of(version))
    return code in known or (len(code) > KNOWN_LEVEL and code[:KNOWN_LEVEL] in known)


def _written(cell: Cell) -> str:
    """The digits and points of a code as they stand there; "" for none."""
    if isinstance(cell, bool):
        return ""
    if isinstance(cell, int | float):
        return f"{cell:.10g}" if 0 < cell < 10**MOST_DIGITS else ""
    found = SBI.match(str(cell).strip())
    return found[1] if found else ""


def _could_be(written: str, *, lossy: bool) -> Iterable[str]:
    """What a code can have been, the likeliest first."""
    code = _padded(written)
    if "." not in written:
        yield code
        if lossy:
            yield f"0{code}"
        return
    if lossy and len(code) == GROUP:
        yield f"{code}0"
    yield code
    yield code.removesuffix("0")


def _padded(written: str) -> str:
    """The digits, with the zero before a division of one digit."""
    division, point, rest = written.partition(".")
    return division.zfill(DIVISION if point or len(written) == 1 else 0) + rest.replace(".", "")
