"""What was read, how sure, and every problem: data, and the lines a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cohorts.intake.fields.headers import How, Match
from cohorts.people.applicant import ApplicantId
from cohorts.round.remark import Remark
from cohorts.words import Language, remedy_of, say
from cohorts.words.phrase import field_name, listed, quoted

MOST_SHOWN = 40
LONGEST = 70


@dataclass(frozen=True)
class Merged:
    """Somebody who answered twice: the row and id that were kept, and those that were not."""

    label: str
    kept: int
    left: int
    kept_id: ApplicantId
    left_id: ApplicantId


@dataclass(frozen=True)
class IntakeReport:
    """``missing``: field → how many applicants lack it; ``remarks``: all of them, see in_order.

    ``clean``: it was read before, and written as ``clean.csv``; what was noticed then is gone.
    """

    file: str
    kind: str
    detail: str
    rows: int
    applicants: int
    matches: tuple[Match, ...]
    missing: dict[str, int]
    remarks: tuple[Remark, ...]
    merged: tuple[Merged, ...]
    clean: bool = False

    def describe(self, language: Language) -> list[str]:
        """The report in lines."""
        facts = {"file": self.file, "kind": self.kind, "detail": self.detail}
        lines = [
            say("intake.read", language, **facts, rows=self.rows, applicants=self.applicants),
            "",
            say("intake.matches", language),
            *(self._match(match, language) for match in self.matches),
        ]
        lacking = {f: n for f, n in self.missing.items() if n}
        if lacking:
            parts = [f"{field_name(f, language)} ({n})" for f, n in lacking.items()]
            lines += ["", say("intake.missing", language, parts=listed(parts, language))]
        if self.remarks:
            lines += ["", say("intake.remarks", language, count=len(self.remarks))]
            lines += [remark_line(r, language) for r in self.remarks[:MOST_SHOWN]]
            if (more := len(self.remarks) - MOST_SHOWN) > 0:
                lines.append(say("intake.more", language, count=more))
        return lines

    @staticmethod
    def _match(match: Match, language: Language) -> str:
        key = f"intake.how_{match.how.value}"
        field = field_name(match.field, language) if match.field else ""
        percent = round(100 * match.confidence)
        how = say(key, language, percent=percent)
        target = f"→ {field}" if field else "→"
        return (
            f"  {shortened(match.header)} {target} ({how})"
            if field
            else f"  {shortened(match.header)}: {how}"
        )

    @property
    def dropped(self) -> tuple[str, ...]:
        """Headers of columns that were left out on purpose."""
        return tuple(m.header for m in self.matches if m.how is How.DROPPED)


def in_order(
    remarks: Iterable[Remark], headers: Sequence[str], fields: Mapping[str, str]
) -> tuple[Remark, ...]:
    """Of the whole file first, then of rows, of columns and of cells; rows as they stand there.

    ``fields``: header → the field it feeds, which each remark of that column then says.
    """
    place = {header: number for number, header in enumerate(headers)}

    def key(remark: Remark) -> tuple[int, int, int]:
        about = 2 * bool(remark.column) + (remark.row is not None)
        return about, remark.row or 0, place.get(remark.column, -1)

    told = (replace(r, about=fields.get(r.column, r.about)) for r in remarks)
    return tuple(sorted(told, key=key))


def remark_parts(
    remark: Remark, language: Language, *, plainly: bool = False
) -> tuple[str, str, str, str, str]:
    """Row, column, value, fault and remedy; empty where there is none."""
    fault = say(remark.code, language, **remark.facts)
    remedy = remedy_of(remark.code, remark.facts, language, plainly=plainly)
    row = "" if remark.row is None else str(remark.row)
    return row, shortened(remark.column), remark.value, fault, remedy


def shortened(header: str) -> str:
    """A header as it fits in a sentence; a question may be a paragraph."""
    return header if len(header) <= LONGEST else f"{header[: LONGEST - 1].rstrip()}…"


def remark_line(remark: Remark, language: Language) -> str:
    """Place, value, fault and remedy in one line."""
    row, column, value, fault, remedy = remark_parts(remark, language)
    place = [say("intake.row", language, row=row)] if row else []
    if column:
        place.append(say("intake.column", language, column=column))
    where = ", ".join(place) + (f" {quoted(value)}" if value else "")
    return f"  {where}: {fault} {remedy}" if where else f"  {fault} {remedy}"
