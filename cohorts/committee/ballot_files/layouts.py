"""The two ways a table holds ballots: a row for each voter and candidate, or a column per voter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cohorts.committee.ballot_files.ballot_words import is_called
from cohorts.committee.ballot_files.filled_in import Filled, FilledIn, answered
from cohorts.committee.ballot_files.vote_cell import meaning_of
from cohorts.errors import InputError, Problem
from cohorts.intake.beside.rows import as_it_stands, of_sheet
from cohorts.intake.beside.words import columns_named
from cohorts.intake.table import Cell, Table, is_empty
from cohorts.round.remark import Remark

AGAIN = re.compile(r"(.+) \(\d+\)")
"""How a table names a header that stood there before."""
NAMELESS = re.compile(r"#\d+")
"""How a table names a column without a header, by its place."""
Row = tuple[int, tuple[Cell, ...]]


@dataclass(frozen=True)
class Columns:
    """Places of columns; ``votes``: those that hold them. ``voter`` None: each of them is one."""

    candidate: int
    voter: int | None
    name: int | None
    doubt: int | None
    votes: tuple[int, ...]
    passed: tuple[int, ...]


def filled_in(table: Table) -> FilledIn:
    """What the table holds.

    Raises InputError for columns that are not there or stand there twice, and for every row
    without a candidate or a voter.
    """
    columns = _columns(table)
    headers = [table.headers[i] for i in columns.votes]
    again = tuple(h for h in headers if (m := AGAIN.fullmatch(h)) and m[1] in table.headers)
    if again:
        raise InputError(Problem("votes.column_twice", table.file, {"headers": again}))
    if nameless := tuple(h for h in headers if NAMELESS.fullmatch(h)):
        raise InputError(Problem("votes.column_nameless", table.file, {"columns": nameless}))
    if not headers:
        facts: dict[str, object] = {"headers": table.headers[:20]}
        raise InputError(Problem("votes.no_votes", table.file, facts))
    rows = [row for row in table.rows if not _is_sum(row[1][columns.candidate])]
    found = _by_voter(table.file, table.headers, rows, columns)
    _check(rows, columns, found, table.file)
    names = _names(rows, columns)
    named = columns.voter is not None
    return FilledIn(
        table.file,
        tuple(headers),
        named,
        tuple(found),
        names,
        tuple(_remarks(table, columns, rows)),
    )


def _columns(table: Table) -> Columns:
    headers = table.headers
    known = columns_named(headers, ("applicant_id", "voter"))
    if "applicant_id" not in known:
        facts: dict[str, object] = {"absent": ("applicant_id",), "headers": headers[:20]}
        raise InputError(Problem("intake.columns_absent", table.file, facts))
    candidate, voter = known["applicant_id"], known.get("voter")
    rest = [i for i in range(len(headers)) if i not in (candidate, voter)]
    name = next((i for i in rest if is_called(headers[i], "name") and _holds_texts(table, i)), None)
    doubt = next((i for i in rest if voter is not None and is_called(headers[i], "doubt")), None)
    passed = tuple(i for i in rest if any(is_called(headers[i], k) for k in ("sums", "notes")))
    votes = tuple(i for i in rest if i not in (name, doubt, *passed))
    if voter is not None and (not votes or _says_votes(table, voter)):
        # somebody among the voters is called "Partner" or "Lid"
        return Columns(candidate, None, name, None, tuple(sorted((*votes, voter))), passed)
    return Columns(candidate, voter, name, doubt, votes, passed)


def _holds_texts(table: Table, column: int) -> bool:
    """Whether any cell is no vote: names of candidates, where a voter called "name" gives votes."""
    return any(meaning_of(cells[column]) is None for _, cells in table.rows)


def _says_votes(table: Table, column: int) -> bool:
    """Whether every cell is a word for a vote, and so nobody's name."""
    meanings = [meaning_of(cells[column]) for _, cells in table.rows]
    return all(m is not None and m.number is None for m in meanings) and any(
        m is not None and not m.empty for m in meanings
    )


def _is_sum(cell: Cell) -> bool:
    return is_called(as_it_stands(cell), "sums")


def _by_voter(
    file: str, headers: Sequence[str], rows: Sequence[Row], columns: Columns
) -> list[Filled]:
    found = []
    for number, cells in rows:
        place = f"{file}:{number}"
        candidate = as_it_stands(cells[columns.candidate])
        said = {i: answered(cells[i], place, headers[i]) for i in columns.votes}
        if columns.voter is None:
            found += [Filled(headers[i], candidate, place, (said[i],)) for i in said]
        else:
            voter = as_it_stands(cells[columns.voter])
            order = columns.doubt
            doubt = None if order is None else answered(cells[order], place, headers[order])
            found.append(Filled(voter, candidate, place, tuple(said.values()), doubt))
    return found


def _check(rows: Sequence[Row], columns: Columns, found: Sequence[Filled], file: str) -> None:
    faults = [
        Problem("votes.nobody", f"{file}:{number}")
        for number, cells in rows
        if any(is_empty(cells[i]) for i in (columns.candidate, columns.voter) if i is not None)
    ]
    first: dict[tuple[str, str], str] = {}
    for one in found:
        before = first.setdefault((one.voter, one.candidate), one.place)
        if before != one.place and one.voter and one.candidate:
            facts = {"voter": one.voter, "candidate": one.candidate, "before": before}
            code = "votes.voted_twice" if columns.voter is not None else "votes.candidate_twice"
            faults.append(Problem(code, one.place, facts))
    if faults:
        raise InputError(*_once(faults))


def _once(faults: Sequence[Problem]) -> Iterator[Problem]:
    """One of each row: where voters are columns, all of them meet a candidate twice."""
    first: dict[tuple[str, str], Problem] = {}
    for fault in faults:
        first.setdefault((fault.code, fault.place), fault)
    yield from first.values()


def _names(rows: Sequence[Row], columns: Columns) -> Mapping[str, str]:
    """Id → the first name that stands beside it."""
    found: dict[str, str] = {}
    if columns.name is not None:
        for _, cells in rows:
            if name := as_it_stands(cells[columns.name]):
                found.setdefault(as_it_stands(cells[columns.candidate]), name)
    return found


def _remarks(table: Table, columns: Columns, rows: Sequence[Row]) -> Iterator[Remark]:
    yield from of_sheet(table)
    if columns.passed:
        headers = tuple(table.headers[i] for i in columns.passed)
        yield Remark("votes.columns_passed", facts={"headers": headers})
    kept = {number for number, _ in rows}
    for number, _ in table.rows:
        if number not in kept:
            yield Remark("votes.row_passed", number)
