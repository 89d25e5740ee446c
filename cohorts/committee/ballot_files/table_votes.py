"""A table of ballots as an election."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache

from cohorts.committee.ballot_files.as_read import Votes
from cohorts.committee.ballot_files.filled_in import Answered, FilledIn
from cohorts.committee.ballot_files.holdable import check_size
from cohorts.committee.ballot_files.layouts import filled_in
from cohorts.committee.ballot_files.scales import Scale, of_order, of_scores, of_truth
from cohorts.committee.ballot_files.vote_cell import Meaning
from cohorts.committee.ballot_files.which_asked import which_asked
from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.committee.votes.ballot import Said
from cohorts.committee.votes.yes_limit import PlaceOf
from cohorts.errors import InputError, Problem
from cohorts.intake.table import Table
from cohorts.round.remark import Remark

STRONGEST = (Silence.RECUSED, Silence.ABSTAINED, Silence.NOT_JUDGED)
"""Of several silences about one candidate the first of these is the one that holds."""
Value = Callable[[Meaning], Fraction | None]


def table_votes(
    table: Table, asked: Asked | None, criteria: tuple[Criterion, ...] | None, scale: Scale | None
) -> Votes:
    """What the table says. Raises InputError with every cell that is no vote of this kind."""
    filled = filled_in(table)
    check_size(len(filled.voters), len(filled.candidates), filled.file)
    if asked is None:
        asked = Asked.SCORES if criteria or scale else which_asked(filled)
    if asked is Asked.SCORES:
        found, places, remarks = of_scores(filled, criteria, scale)
    else:
        found, places, remarks = (of_truth if asked is Asked.YES else of_order)(filled)
    ticked = asked is Asked.YES and _only_ticked(filled)
    said, half = _said(filled, asked, found, places)
    if ticked:
        remarks = (*remarks, Remark("votes.only_yes"))
    election = Election(
        filled.candidates, _ballots(filled, said, ticked=ticked), asked, found, filled.names
    )
    return Votes(election, (*filled.remarks, *remarks, *half, *_alike(filled)))


def table_places(table: Table) -> PlaceOf:
    """Where what a voter said of a candidate stands; read again only when somebody asks."""

    @cache
    def rows() -> Mapping[tuple[str, str], str]:
        return {(one.voter, one.candidate): one.place for one in filled_in(table).filled}

    return lambda voter, candidate: rows().get((voter, candidate), table.file)


def _only_ticked(filled: FilledIn) -> bool:
    """Whether nobody wrote no: then what is left open can only mean that."""
    truths = [c.meaning.truth for c in filled.cells if c.meaning and c.meaning.truth is not None]
    return bool(truths) and all(truths)


def _said(
    filled: FilledIn, asked: Asked, criteria: tuple[Criterion, ...], places: tuple[int, ...]
) -> tuple[Mapping[tuple[str, str], Said], list[Remark]]:
    """(voter, candidate) → what was said, and who filled in half of it."""
    found: dict[tuple[str, str], Said] = {}
    faults: list[Problem] = []
    half: list[Remark] = []
    for one in filled.filled:
        cells = [one.cells[place] for place in places]
        pairs = list(zip(cells, criteria, strict=True))
        wrong = [fault for cell, criterion in pairs for fault in _faults(cell, asked, criterion)]
        faults += wrong
        if not wrong:
            said = found[one.voter, one.candidate] = _of(cells, asked)
            if isinstance(said, Silence) and any(_value(cell, asked) is not None for cell in cells):
                row = int(one.place.rsplit(":", 1)[1])
                facts = {"voter": one.voter, "candidate": one.candidate}
                half.append(Remark("votes.half", row, facts=facts))
    if faults:
        raise InputError(*faults)
    return found, half


def _value(cell: Answered, asked: Asked) -> Fraction | None:
    """A yes or no, or a number; None for a silence, and for what is no vote."""
    meaning = cell.meaning
    if meaning is None:
        return None
    return meaning.truth if asked is Asked.YES else meaning.number


def _faults(cell: Answered, asked: Asked, criterion: Criterion) -> Iterator[Problem]:
    facts: dict[str, object] = {"column": cell.column, "given": cell.shown}
    value = _value(cell, asked)
    meaning = cell.meaning
    silent = meaning is not None and meaning.silence and not (asked is Asked.YES and meaning.dash)
    if value is None and not silent:
        yield Problem(f"votes.no_{asked}", cell.place, facts)
    elif value is None or criterion.low <= value <= criterion.high:
        if value is not None and asked is Asked.ORDER and value.denominator > 1:
            yield Problem("votes.no_order", cell.place, facts)
    else:
        bounds = {"low": f"{float(criterion.low):.10g}", "high": f"{float(criterion.high):.10g}"}
        yield Problem("votes.outside", cell.place, {**facts, **bounds})


def _of(cells: list[Answered], asked: Asked) -> Said:
    silences = {cell.meaning.silence for cell in cells if cell.meaning}
    silent = next((silence for silence in STRONGEST if silence in silences), None)
    values = [value for cell in cells if (value := _value(cell, asked)) is not None]
    return tuple(values) if silent is None else silent


def _ballots(
    filled: FilledIn, said: Mapping[tuple[str, str], Said], *, ticked: bool
) -> tuple[Ballot, ...]:
    """Of each voter; who stands in no row of theirs they did not judge.

    ``ticked``: what a voter left open is a no, of whoever ticked anybody.
    """
    mine: dict[str, dict[str, Said]] = {voter: {} for voter in filled.voters}
    for one in filled.filled:
        if not (ticked and one.is_empty):
            mine[one.voter][one.candidate] = said[one.voter, one.candidate]
    doubts, ballots = _doubts(filled), []
    for voter, told in mine.items():
        votes = any(not isinstance(value, Silence) for value in told.values())
        open_: Said = (Fraction(0),) if ticked and votes else Silence.NOT_JUDGED
        whole = {c: told.get(c, open_) for c in filled.candidates}
        ballots.append(Ballot(voter, whole, doubts=doubts.get(voter, {})))
    return tuple(ballots)


def _doubts(filled: FilledIn) -> Mapping[str, Mapping[str, Fraction]]:
    """Voter → candidate → place in the order of who they doubted."""
    found: dict[str, dict[str, Fraction]] = {}
    faults = []
    for one in filled.filled:
        if one.doubt is None:
            continue
        place = _value(one.doubt, Asked.ORDER)
        if place is not None and place >= 1 and place.denominator == 1:
            found.setdefault(one.voter, {})[one.candidate] = place
        elif one.doubt.meaning is None or not one.doubt.meaning.silence:
            facts = {"column": one.doubt.column, "given": one.doubt.shown}
            faults.append(Problem("votes.no_order", one.place, facts))
    if faults:
        raise InputError(*faults)
    return found


def _alike(filled: FilledIn) -> Iterator[Remark]:
    """Two voters whose names differ in capitals only are two, and that is said."""
    first: dict[str, str] = {}
    for voter in filled.voters:
        other = first.setdefault(voter.casefold(), voter)
        if other != voter:
            yield Remark("votes.voters_alike", facts={"voters": (other, voter)})
