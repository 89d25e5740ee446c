"""Number formats that change what a reader sees: per cents, leading zeros, thousands left out.

The codes are those of ECMA-376, part 1, 18.8.31: in the file always written the American way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

PLACEHOLDER = frozenset("0#?")
PIECE = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(.)', re.DOTALL)
SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[]|["\\\[])*?(?=;|$)', re.DOTALL)
LONGEST = 255


class Kind(Enum):
    """What a format does to a number."""

    PERCENT = "percent"
    ZEROS = "zeros"
    SCALED = "scaled"


@dataclass(frozen=True)
class Format:
    """``pieces``: signs as they are, and placeholders (``0#?.``) marked as such."""

    kind: Kind
    pieces: tuple[tuple[str, bool], ...] = ()

    def render(self, number: float) -> str:
        """The number with its zeros, as a spreadsheet shows it, with a point for decimals."""
        point = next((i for i, p in enumerate(self.pieces) if p == (".", True)), len(self.pieces))
        whole, after = self.pieces[:point], self.pieces[point:]
        places = sum(mark in PLACEHOLDER for mark, is_place in after if is_place)
        exact = abs(Decimal(repr(number)))
        rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        digits, _, fraction = f"{rounded:f}".partition(".")
        written = _from_the_right(whole, digits) + _from_the_left(after, fraction)
        return f"-{written}" if number < 0 else written


def format_of(code: str) -> Format | None:
    """The format a code describes, or None where a number stays as it is."""
    if len(code) > LONGEST or (found := SECTION.match(code)) is None:
        return None
    pieces = _pieces(found[0])
    marks = "".join(mark for mark, is_place in pieces if is_place)
    if "%" in marks:
        return Format(Kind.PERCENT)
    if re.fullmatch(r"[0#?,.]*[0#?],+", marks):
        return Format(Kind.SCALED)
    whole = marks.partition(".")[0]
    if re.fullmatch(r"[0#?]+(\.[0#?]+)?", marks) and whole.count("0") > 1:
        return Format(Kind.ZEROS, pieces)
    return None


def _pieces(section: str) -> tuple[tuple[str, bool], ...]:
    """Literal signs (False) and signs that mean something (True)."""
    pieces: list[tuple[str, bool]] = []
    for quoted, escaped, other in PIECE.findall(section):
        if other in {" ", "-", "(", ")", "/", "+", ":"} or quoted or escaped:
            pieces.append((quoted or escaped or other, False))
        elif other:
            pieces.append((other, True))
    return tuple(pieces)


def _from_the_right(pieces: tuple[tuple[str, bool], ...], digits: str) -> str:
    left = list(digits)
    written: list[str] = []
    places = sum(is_place for _, is_place in pieces)
    for mark, is_place in reversed(pieces):
        if not is_place:
            written.append(mark)
            continue
        places -= 1
        if left:
            written.append(left.pop())
        elif mark == "0":
            written.append("0")
        if not places:
            written += reversed(left)
            left = []
    return "".join(reversed(written))


def _from_the_left(pieces: tuple[tuple[str, bool], ...], fraction: str) -> str:
    left = list(fraction)
    return "".join(
        left.pop(0) if is_place and mark in PLACEHOLDER and left else mark
        for mark, is_place in pieces
    )
