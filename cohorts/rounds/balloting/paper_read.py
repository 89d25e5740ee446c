"""A ballot that came back in a workbook: read whole, or refused with every fault and its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cohorts.committee.ballot_files.ballot_words import words_of_cells
from cohorts.errors import InputError, Problem
from cohorts.intake.files.any_file import WORKBOOK_SIGNS
from cohorts.intake.files.grid import Grid
from cohorts.intake.files.workbook import read_workbook
from cohorts.intake.limits import letters_of
from cohorts.intake.table import Cell, Lost, is_empty
from cohorts.rounds.balloting.cast import LONGEST_NOTE
from cohorts.rounds.balloting.paper_ballot import PaperBallot, PaperRow
from cohorts.rounds.balloting.paper_columns import (
    ABSTAIN,
    ANSWERED,
    KEY,
    NAME,
    NOTE,
    SCORE,
    YES,
    PaperColumn,
    paper_columns,
)
from cohorts.rounds.balloting.vote_value import Judged, judged_as_asked
from cohorts.rounds.typed_text import visible
from cohorts.store.canonical import sha256
from cohorts.store.keys import PersonKey
from cohorts.words import Language
from cohorts.words.export_gate import ungate

MOST_BYTES = 5_000_000
LOOKED_AT = 30
"""Rows in which the headers may stand."""
MOST_FAULTS = 40
"""More are not looked for."""

Cells = Sequence[Cell]


@dataclass(frozen=True)
class Entry:
    """What was said of one applicant; ``once``: of this row of this file."""

    person: PersonKey
    judged: Judged
    note: str
    once: str


@dataclass(frozen=True)
class PaperRead:
    """``mark``: of the ballot; ``entries``: rows that say something.

    ``silent``: how many say nothing; ``replaces``: on how many of the entries the member voted
    before. ``seen``: the version of each vote that it would take the place of; None: of any.
    """

    mark: str
    entries: tuple[Entry, ...]
    silent: int
    replaces: int
    seen: Mapping[PersonKey, int] | None = None

    @property
    def judged(self) -> int:
        """How many are judged whole, or abstained on."""
        return sum(one.judged.is_done for one in self.entries)


def paper_read(ballot: PaperBallot, content: bytes, file: str) -> PaperRead:
    """Raises InputError with every fault, each at its row and column; then nothing is taken."""
    if not content.startswith(WORKBOOK_SIGNS) or len(content) > MOST_BYTES:
        raise InputError(Problem("paper.no_workbook", file))
    grid = read_workbook(content, file)
    if grid.merged:
        raise InputError(Problem("paper.merged", _row(min(grid.merged))))
    found = _Read(ballot, sha256(content.hex())[:24])
    found.all_of(grid)
    if found.faults:
        raise InputError(*found.faults)
    return PaperRead(
        ballot.mark,
        tuple(found.entries),
        len(ballot.rows) - len(found.entries),
        sum(one.person in ballot.voted for one in found.entries),
        {one.person: ballot.voted.get(one.person, 0) for one in found.entries},
    )


@dataclass(eq=False)
class _Read:
    """A reading under way."""

    ballot: PaperBallot
    digest: str
    faults: list[Problem] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def all_of(self, grid: Grid) -> None:
        """Every row under the headers."""
        rows = iter(grid.rows)
        columns = self._headers(rows)
        of = {row.key: row for row in self.ballot.rows}
        for number, cells in rows:
            if len(self.faults) >= MOST_FAULTS:
                return
            self._row_of(number, cells, columns, of)

    def _headers(self, rows: Iterator[tuple[int, list[Cell]]]) -> Mapping[int, PaperColumn]:
        """Place of a column → what it is. Raises InputError where these are not of this ballot."""
        plan = self.ballot.stage.plan
        called = {
            _plain(one.title): one for language in Language for one in paper_columns(plan, language)
        }
        needed = {(one.kind, one.number) for one in called.values()}
        for number, cells in rows:
            found = {
                at: called[_plain(cell)]
                for at, cell in enumerate(cells)
                if isinstance(cell, str) and _plain(cell) in called
            }
            kinds = [(one.kind, one.number) for one in found.values()]
            if any(kind == KEY for kind, _ in kinds):
                if len(kinds) != len(set(kinds)) or not needed <= set(kinds):
                    raise InputError(Problem("paper.columns", _row(number)))
                return found
            if number > LOOKED_AT:
                break
        raise InputError(Problem("paper.no_ballot"))

    def _row_of(
        self,
        number: int,
        cells: Cells,
        columns: Mapping[int, PaperColumn],
        of: Mapping[str, PaperRow],
    ) -> None:
        said = {at: cells[at] for at in range(len(cells)) if not is_empty(cells[at])}
        if not said:
            return
        by_kind = {
            (columns[at].kind, columns[at].number): (at, cell)
            for at, cell in said.items()
            if at in columns
        }
        key = str(by_kind.get((KEY, 0), (0, ""))[1]).strip().lower()
        answers = [at for at in said if at not in columns or columns[at].kind in ANSWERED]
        row = of.get(key)
        if row is None:
            if key or answers:
                self._stranger(number, key, bool(answers))
            return
        if key in self.seen:
            self._fault("paper.doubled", _row(number), first=str(self.seen[key]))
            return
        self.seen[key] = number
        name = str(by_kind.get((NAME, 0), (0, ""))[1])
        before = replace(row.applicant, told_apart=None).label  # until another was called like it
        called = {_plain(row.applicant.label), _plain(before)}
        if called.isdisjoint((_plain(name), _plain(ungate(name)))):
            self._fault("paper.other_name", _row(number), name=row.applicant.label)
            return
        strange = [at for at in said if at not in columns]
        if strange:
            self._fault("paper.strange_column", _place(number, strange[0]))
            return
        self._entry(number, row, by_kind)

    def _stranger(self, number: int, key: str, answered: bool) -> None:
        """A row that is not on this ballot."""
        if key in self.ballot.kept_from:
            if answered:
                self._fault("paper.kept_from", _row(number))
            return
        other = self.ballot.others.get(key.partition("-")[0])
        if other is not None:
            facts = {"member": other.member, "number": str(other.number), "turn": str(other.turn)}
            self._fault("paper.other_ballot", _row(number), **facts)
        else:
            self._fault("paper.unknown_row", _row(number))

    def _entry(
        self, number: int, row: PaperRow, cells: Mapping[tuple[str, int], tuple[int, Cell]]
    ) -> None:
        before, given = len(self.faults), _Given()
        for (kind, place), (at, cell) in cells.items():
            if kind not in ANSWERED:
                continue
            if isinstance(cell, Lost):
                self._fault("paper.formula", _place(number, at), shown=cell.shown[:80])
            else:
                code = given.take(kind, place, cell)
                if code:
                    self._fault(code, _place(number, at), value=str(cell)[:80])
        if len(self.faults) > before or given.is_nothing:
            return
        try:
            judged = given.judged(self.ballot)
        except InputError as error:
            self.faults += [replace(one, place=_row(number)) for one in error.problems]
            return
        once = f"paper-{self.digest}-{row.key.partition('-')[2]}"
        self.entries.append(Entry(row.person, judged, given.note, once))

    def _fault(self, code: str, place: str, **facts: object) -> None:
        self.faults.append(Problem(code, place, facts))


@dataclass(eq=False)
class _Given:
    """What stands in the cells of one row."""

    yes: bool | None = None
    scores: dict[int, object] = field(default_factory=dict)
    abstained: bool = False
    note: str = ""

    @property
    def is_nothing(self) -> bool:
        return self.yes is None and not self.scores and not self.abstained and not self.note

    def take(self, kind: str, place: int, cell: Cell) -> str:
        """The code of what is wrong with it, or nothing."""
        if kind == NOTE:
            self.note = visible(ungate(str(cell)))
            return "paper.note_long" if len(self.note) > LONGEST_NOTE else ""
        word = _word(cell)
        if word == "recused":
            return "paper.tie"
        if kind == SCORE:
            return self._score(place, cell, word)
        if word in ("abstained", "not_judged"):
            self.abstained = self.abstained or word == "abstained"
            return ""
        if word not in ("yes", "no"):
            return f"paper.no_{kind}"
        if kind == ABSTAIN:
            self.abstained = word == "yes"
        elif kind == YES:
            self.yes = word == "yes"
        return ""

    def _score(self, place: int, cell: Cell, word: str) -> str:
        if word in ("abstained", "not_judged"):
            self.abstained = self.abstained or word == "abstained"
            return ""
        if isinstance(cell, bool) or not isinstance(cell, int | float | str):
            return "paper.no_score_here"
        self.scores[place] = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
        return ""

    def judged(self, ballot: PaperBallot) -> Judged:
        """As a vote on the page is checked. Raises InputError."""
        if self.abstained and (self.scores or self.yes is not None):
            raise InputError(Problem("paper.both"))
        count = len(ballot.stage.plan.stage.criteria)
        scores = [self.scores.get(place) for place in range(count)] if self.scores else []
        return judged_as_asked(
            ballot.stage.plan, yes=self.yes, scores=scores, abstained=self.abstained
        )


def _word(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return words_of_cells().get(_plain(cell), "") if isinstance(cell, str) else ""


def _plain(text: str) -> str:
    """What makes no other text: white space, case, and signs that nobody sees."""
    return " ".join(unicodedata.normalize("NFC", visible(text)).casefold().split())


def _row(number: int) -> str:
    """The first cell of a row, where its key stands."""
    return f"A{number}"


def _place(number: int, column: int) -> str:
    return f"{letters_of(column + 1)}{number}"
