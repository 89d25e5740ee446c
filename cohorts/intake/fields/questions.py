"""Columns of one question, put together: choices, rows of a grid, a name, a header that repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from cohorts.intake.fields.column_kinds import OPTIONS, SEVERAL
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.fields.full_name import JOINED, name_columns
from cohorts.intake.fields.headers import REPEATED, exact_field, match_headers, parted, plain
from cohorts.intake.fields.joins import Join, put_together
from cohorts.intake.fields.ticks import are_amounts, is_cross, is_mark, is_other, says, with_ticks
from cohorts.intake.table import Cell, Table, is_empty
from cohorts.intake.values.missing import is_missing
from cohorts.intake.values.picked import read_several

DASHED = re.compile(r"(.{8,}?\S)(?: - Selected Choice)? - (.+)", re.DOTALL)
SHORT = re.compile(r"([^\[\]]{3,}?)(?: [-–] |: |\.)\s*(\S.*)", re.DOTALL)
"""A field of several answers and an option of it: ``Thema's - Export``, ``Topics.Export``."""
SELECTED_CHOICE = re.compile(r"(.*\S) - Selected Choice", re.DOTALL)
WHO = frozenset({"name", "company", "email", "kvk", "postcode", "place"})
"""Fields that nobody asks an opinion about."""
LONGEST = 120


def with_questions_joined(table: Table, field_map: FieldMap) -> Table:
    """The table with one column per question; columns that the map names stay as they are.

    A column that the map gives to a field with several answers says its option there.
    """
    named = _named(field_map)
    free = {i for i, header in enumerate(table.headers) if header.lower() not in named}
    groups, apart = _groups(table)
    table = _with_options(table, groups, field_map)
    joins = [_choices(table, name, sorted(set(group) & free)) for name, group in groups.items()]
    taken = {i for group in groups.values() for i in group}
    joins += _options_alone(table, sorted(free - taken))
    joins += _names(table, free - taken)
    taken |= {i for join in joins for i in join.columns}
    joins += _repeated(table, sorted(_may_repeat(table, named, field_map) - taken))
    table = replace(table, apart=frozenset(table.headers[i] for i in apart & free))
    return put_together(table, [join for join in joins if join.is_one])


def _named(field_map: FieldMap) -> set[str]:
    """Headers the map says something of, but for those that are turned round with a question."""
    mapped = [h for headers in field_map.fields.values() for h in headers]
    others = (*field_map.extra, *field_map.ignore, *field_map.numbers, *field_map.dates)
    return {header.strip().lower() for header in (*mapped, *others)}


def _may_repeat(table: Table, named: set[str], field_map: FieldMap) -> set[int]:
    """Columns that complete others with their header; one with a number is named by itself."""
    ignored = {header.strip().lower() for header in field_map.ignore}
    apart = {h for h in named if REPEATED.search(h)} | ignored
    return {i for i, header in enumerate(table.headers) if header.lower() not in apart}


def _question(header: str) -> tuple[str, str]:
    """(question, part): ``Question [Part]``, ``Question - Part``; ("", …) for a whole question."""
    section, part = parted(REPEATED.sub("", header))
    if section:
        return section, part
    if found := DASHED.fullmatch(header):
        asked = found[1].removesuffix(" - Selected Choice")
        return asked, re.sub(r" - (Text|Tekst)$", "", found[2])
    found = SELECTED_CHOICE.fullmatch(header)
    return (found[1], "") if found else _short(header) or ("", header)


def _short(header: str) -> tuple[str, str] | None:
    """(name of a field with options, option) of a header that holds no more than those."""
    found = SHORT.fullmatch(header)
    return (found[1], found[2]) if found and exact_field(found[1]) in OPTIONS else None


def _groups(table: Table) -> tuple[dict[str, list[int]], set[int]]:
    """Question → its columns, where their answers go together; columns with numbers of their own.

    Sections with fields of ours (Bedrijf [Naam], Bedrijf [Plaats]) are no questions.
    """
    found: dict[str, list[int]] = {}
    for i, header in enumerate(table.headers):
        if (question := _question(header)[0]) and exact_field(header) is None:
            found.setdefault(question, []).append(i)
    groups, apart = {}, set()
    for question, columns in found.items():
        if len(columns) < 2:  # noqa: PLR2004 - one column is no group
            continue
        if _ticks(table, columns):
            groups[question] = columns
        elif _is_section(table, question, columns) or _short(table.headers[columns[0]]):
            continue
        elif _are_numbers(table, columns):
            apart |= set(columns)
        else:
            groups[question] = columns
    return groups, apart


def _ticks(table: Table, columns: Sequence[int]) -> bool:
    """Whether each column holds ticks only, but for the room for another answer."""
    told = [(_part(table, i), _cells(table, i)) for i in columns]
    kept = [(part, cells) for part, cells in told if part and not is_other(part)]
    return any(cells for _, cells in kept) and all(
        is_mark(part, cell) for part, cells in kept for cell in cells
    )


def _is_section(table: Table, question: str, columns: Sequence[int]) -> bool:
    """Whether the parts are headers of their own, of which we know some.

    Marks for staff and turnover are no staff and turnover: a question about subjects we know as
    fields is no section of the form.
    """
    parts = [_part(table, i) for i in columns]
    if name_columns(parts):
        return True
    known = [field for part in parts if (field := _field(part))]
    asks = "?" in question or _field(question) in SEVERAL or _are_marks(table, columns)
    return 2 * len(known) >= len(columns) and (not asks or bool(WHO.intersection(known)))


def _are_marks(table: Table, columns: Sequence[int]) -> bool:
    """Whether all that stands there are numbers of a scale."""
    told = [str(cell).strip() for i in columns for cell in _cells(table, i)]
    return bool(told) and all(re.fullmatch(r"(10|\d)([.,]0)?", text) for text in told)


def _are_numbers(table: Table, columns: Sequence[int]) -> bool:
    return are_amounts([cell for i in columns for cell in _cells(table, i)])


@cache
def _field(question: str) -> str | None:
    return match_headers([question])[0].field


def _part(table: Table, column: int) -> str:
    return _question(table.headers[column])[1]


def _cells(table: Table, column: int) -> list[Cell]:
    return [cells[column] for _, cells in table.rows if not is_missing(cells[column])]


def _with_options(table: Table, groups: dict[str, list[int]], field_map: FieldMap) -> Table:
    """Columns of a question that the map gives to a field one by one, saying their option."""
    several = {
        header.strip().lower()
        for field, headers in field_map.fields.items()
        if field in SEVERAL
        for header in headers
    }
    told = {
        i: _part(table, i)
        for group in groups.values()
        for i in group
        if table.headers[i].lower() in several
    }
    if not told:
        return table
    rows = tuple(
        (n, tuple(says(told[i], c) if i in told else c for i, c in enumerate(cells)))
        for n, cells in table.rows
    )
    return replace(table, rows=rows)


def _choices(table: Table, question: str, columns: Sequence[int]) -> Join:
    parts = [_part(table, i) for i in columns]
    denies = with_ticks([cell for i in columns for cell in _cells(table, i)])

    def say(cells: Sequence[Cell]) -> Cell:
        cells = [None if denies and is_cross(cell) else cell for cell in cells]
        told = [(says(part, cell), is_other(part)) for part, cell in zip(parts, cells, strict=True)]
        own = any(other and not is_other(text) for text, other in told if text)
        texts = [text for text, _ in told if text and not (own and is_other(text))]
        return "|".join(dict.fromkeys(texts)) or None

    shown = tuple(dict.fromkeys(parts))
    return Join(question, tuple(columns), say, "intake.joined_question", shown, several=True)


def _options_alone(table: Table, columns: Sequence[int]) -> list[Join]:
    """Columns side by side that hold nothing but their own header: options without a question."""
    runs: list[list[int]] = [[]]
    for i in columns:
        cells = _cells(table, i)
        own = bool(cells) and all(plain(str(c)) == plain(table.headers[i]) != "" for c in cells)
        other = bool(runs[-1]) and is_other(table.headers[i])
        follows = not runs[-1] or i == runs[-1][-1] + 1
        if (own or other) and follows:
            runs[-1].append(i)
        else:
            runs.append([i] if own else [])
    return [_options(table, run) for run in runs if len(run) > 1]


def _options(table: Table, run: Sequence[int]) -> Join:
    join = _choices(table, " / ".join(table.headers[i] for i in run)[:LONGEST], run)
    return replace(join, code="intake.joined_options")


def _names(table: Table, free: set[int]) -> list[Join]:
    """First name, the words between and last name, of one person each."""
    sections: dict[str, list[int]] = {}
    for i in sorted(free):
        sections.setdefault(parted(table.headers[i])[0], []).append(i)
    joins = []
    for section, columns in sections.items():
        parts = [parted(REPEATED.sub("", table.headers[i]))[1] for i in columns]
        for name in name_columns(parts):
            said = JOINED.join(parts[place] for place in name)
            header = f"{section} [{said}]" if section else said
            mine = tuple(columns[place] for place in name)
            joins.append(
                Join(
                    header,
                    mine,
                    _one_after_another,
                    "intake.joined_name",
                    tuple(parts[p] for p in name),
                )
            )
    return joins


def _one_after_another(cells: Sequence[Cell]) -> Cell:
    told = [" ".join(str(cell).split()) for cell in cells if not is_missing(cell)]
    return " ".join(told) or None


def _repeated(table: Table, columns: Sequence[int]) -> list[Join]:
    """Columns with the same header: a question asked by turns, or with room for several answers.

    Columns that contradict each other stay apart, where a person can have one answer only.
    """
    found: dict[str, list[int]] = {}
    for i in columns:
        found.setdefault(REPEATED.sub("", table.headers[i]), []).append(i)
    groups = [(h, tuple(group)) for h, group in found.items() if len(group) > 1]
    return [
        Join(header, group, _all if several else _first, code, (header,), several)
        for header, group in groups
        for several in (_field(header) in OPTIONS and any(_differ(table, group)),)
        for code in ("intake.joined_answers" if several else "intake.joined_repeated",)
        if header in table.headers and (several or not any(_differ(table, group)))
    ]


def _differ(table: Table, group: Sequence[int]) -> list[bool]:
    told = (
        {str(cells[i]).strip() for i in group if not is_empty(cells[i])} for _, cells in table.rows
    )
    return [len(texts) > 1 for texts in told]


def _all(cells: Sequence[Cell]) -> Cell:
    told = (part for cell in cells if not is_missing(cell) for part in read_several(str(cell)))
    return "|".join(dict.fromkeys(told)) or None


def _first(cells: Sequence[Cell]) -> Cell:
    return next((cell for cell in cells if not is_empty(cell)), None)
