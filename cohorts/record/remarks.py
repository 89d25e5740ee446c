"""What reading noticed, as a proposal states it, beside what reading notices again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from cohorts.record.comparing import Mismatch, unequal
from cohorts.record.document import ProposalDocument
from cohorts.record.meaning import MEANING_VERSION
from cohorts.record.parts import RemarkPart

SINCE = 3
"""The meaning version from which on a proposal states its remarks."""
LATER: Mapping[str, int] = {"rivals.": 4}
"""How codes begin that are made only from a later version on → that version."""
WORDS = {"fault", "remedy"}
"""What a later version may say otherwise."""


def other_remarks(stated: ProposalDocument, true: ProposalDocument) -> Iterator[Mismatch]:
    """Remarks that are stated and not made, or made and not stated; as many, and in one order."""
    if stated.meaning_version < SINCE:
        yield from (Mismatch("remarks", _line(remark), None) for remark in stated.remarks)
        return
    of_then = stated.meaning_version < MEANING_VERSION
    now = [r for r in true.remarks if not _is_later(r, stated.meaning_version)]
    left, right = ([_content(r, of_then) for r in made] for made in (stated.remarks, now))
    if len(left) == len(right):
        yield from unequal("remarks", left, right)
        return
    lines, lines_now = ([_line(r) for r in made] for made in (stated.remarks, now))
    for line, count in (Counter(lines) - Counter(lines_now)).items():
        yield from [Mismatch("remarks", line, None)] * count
    for line, count in (Counter(lines_now) - Counter(lines)).items():
        yield from [Mismatch("remarks", None, line)] * count


def _is_later(remark: RemarkPart, version: int) -> bool:
    return any(remark.code.startswith(c) and version < since for c, since in LATER.items())


def _content(remark: RemarkPart, of_then: bool) -> dict[str, object]:
    return remark.model_dump(mode="json", exclude=WORDS if of_then else None)


def _line(remark: RemarkPart) -> str:
    """Code, place and value: what tells one from another."""
    row = "" if remark.row is None else str(remark.row)
    return " ".join(filter(None, (remark.code, row, remark.column, remark.value)))
