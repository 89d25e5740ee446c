"""What was noticed while the files were read, as every door says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cohorts.errors import Problem
from cohorts.intake.report import remark_parts
from cohorts.round.remark import Remark
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import quoted

FEW = 5
FEW_BESIDE = 3
"""In one sentence, after what was refused."""
FEW_PLACES = 3
MOST_TOLD = 12
"""Lines on the command line, where all of it is kept elsewhere."""
OF_READING = ("intake.", "identity.")
"""How the codes begin of what reading a file notices by itself."""
AT_REST = frozenset(
    f"intake.{code}"
    for code in (
        "empty_row",
        "title_row",
        "total_row",
        "header_level",
        "header_row",
        "note_row",
        "test_row",
        "skipped",
        "joined_question",
        "joined_answers",
        "joined_name",
        "joined_repeated",
    )
)
"""What asks nothing of anybody, if it is right: said after all that does."""


@dataclass(frozen=True)
class Alike:
    """One thing that was noticed, and everywhere it was: (row, value), empty where there is none.

    Without a single place it is about the file as a whole, or the column. ``code``: what it is.
    """

    code: str
    column: str
    fault: str
    remedy: str
    places: tuple[tuple[str, str], ...]


def gathered(
    remarks: Iterable[Remark], language: Language, *, plainly: bool = False
) -> list[Alike]:
    """Remarks that say the same of the same column together, in the order of the first.

    ``plainly``: for a page, which has no command line beside it.
    """
    found: dict[tuple[str, str, str, str], list[tuple[str, str]]] = {}
    for remark in remarks:
        row, column, value, fault, remedy = remark_parts(remark, language, plainly=plainly)
        place = [(row, value)] if row or value else []
        found.setdefault((remark.code, column, fault, remedy), []).extend(place)
    return [Alike(*said, tuple(places)) for said, places in found.items()]


def remarks_said(
    remarks: Sequence[Remark], language: Language, file: str, *, report: bool = False
) -> list[str]:
    """For the command line: how many, the first few, and where the rest is.

    ``file``: as it was typed; ``report``: whether one was written. Nothing where nothing was.
    """
    if not remarks:
        return []
    few = _first_of_each(gathered(remarks, language), FEW)
    left = len(remarks) - sum(len(one.places[:FEW_PLACES]) or 1 for one in few)
    key = ("rest" if left else "all") + ("_asked" if left and not _of_reading(remarks) else "")
    key += "_report" if report and left else ""
    return [
        say("remarks.told", language, count=len(remarks)),
        *(f"  {line_of(one, language)}" for one in few),
        say(f"remarks.{key}", language, count=left, file=file),
    ]


def told_of(remarks: Iterable[Remark], language: Language, most: int | None = None) -> list[str]:
    """A line for each thing that was noticed in files of votes or of a panel, the first ``most``.

    Where more was, a last line says how many, and where all of it stands.
    """
    lines = [line_of(one, language) for one in gathered(remarks, language)]
    shown = lines if most is None else first_of(lines, most)
    if left := len(lines) - len(shown):
        return [*shown, say("remarks.rest_kept", language, count=left)]
    return list(shown)


def noticed_said(remarks: Iterable[Remark], language: Language) -> list[str]:
    """The same below a heading, for the end of what a command says; nothing where nothing was."""
    told = told_of(remarks, language, MOST_TOLD)
    return ["", say("remarks.head", language), *(f"  {line}" for line in told)] if told else []


def _of_reading(remarks: Iterable[Remark]) -> bool:
    """Whether reading the file again shows them all: none is asked by the rules of a programme."""
    return all(remark.code.startswith(OF_READING) for remark in remarks)


def _first_of_each(alike: Sequence[Alike], most: int) -> list[Alike]:
    """The first few, in their order: one of each kind that asks something before any other."""
    seen: Counter[str] = Counter()
    turn = []
    for place, one in enumerate(alike):
        turn.append((one.code in AT_REST, seen[one.code], place))
        seen[one.code] += 1
    return [alike[place] for place in sorted(place for *_, place in sorted(turn)[:most])]


def line_of(one: Alike, language: Language) -> str:
    """The column and the first few places, what was noticed and what can be done."""
    return f"{fault_of(one, language)} {one.remedy}"


def fault_of(one: Alike, language: Language) -> str:
    """The column and the first few places, and what was noticed."""
    where = [say("intake.column", language, column=one.column)] if one.column else []
    few = first_of(one.places, FEW_PLACES)
    where += [place_said(row, value, language) for row, value in few]
    if more := len(one.places) - len(few):
        where.append(say("remarks.more", language, count=more))
    return f"{', '.join(where)}: {one.fault}" if where else one.fault


def place_said(row: str, value: str, language: Language) -> str:
    """``row 5 ‘abc’``, or as much of it as there is."""
    parts = [say("intake.row", language, row=row) if row else "", quoted(value) if value else ""]
    return " ".join(filter(None, parts))


def beside(remarks: Sequence[Remark], file: str) -> Problem:
    """For a refusal: what reading noticed may well be its cause."""
    few = {
        language: "; ".join(
            fault_of(one, language).rstrip(".")
            for one in _first_of_each(gathered(remarks, language), FEW_BESIDE)
        )
        for language in Language
    }
    return Problem("remarks.beside", "", {"count": len(remarks), "few": few, "file": file})
