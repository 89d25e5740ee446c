"""Whether a file holds yes and no, scores or an order: told, or the only thing it can be."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cohorts.committee.ballot_files.ballot_words import is_called
from cohorts.committee.ballot_files.filled_in import FilledIn
from cohorts.committee.votes import Asked
from cohorts.errors import InputError, Problem


def which_asked(filled: FilledIn) -> Asked:
    """What the file can only hold.

    Numbers from 1 to the number of candidates, with a 1 from everybody, may be places as well as
    scores, and the one is the other turned round: then only a header tells. Raises InputError where
    it can be two things, with the remedy.
    """
    meanings = [cell.meaning for cell in filled.cells if cell.meaning is not None]
    numbers = [m.number for m in meanings if m.number is not None]
    words = [m for m in meanings if m.truth is not None and m.number is None]
    if words and all(number in (0, 1) for number in numbers):
        return Asked.YES
    if words or not numbers:
        raise InputError(Problem("votes.which", filled.file, {}))
    told = _told(filled.columns) if filled.named else None
    if told is None and not _may_be_order(filled) and not set(numbers) <= {0, 1}:
        return Asked.SCORES
    if told is None:
        raise InputError(Problem("votes.which", filled.file, {}))
    return told


def _told(columns: Sequence[str]) -> Asked | None:
    """By their headers: several columns are criteria, and one may say what it holds."""
    if len(columns) > 1 or is_called(columns[0], "scores"):
        return Asked.SCORES
    return Asked.ORDER if is_called(columns[0], "orders") else None


def _may_be_order(filled: FilledIn) -> bool:
    by_voter: dict[str, list[Fraction]] = {}
    for one in filled.filled:
        for cell in one.cells:
            if cell.meaning is not None and cell.meaning.number is not None:
                by_voter.setdefault(one.voter, []).append(cell.meaning.number)
    most = len(filled.candidates)
    return all(
        min(numbers) == 1 and all(n.denominator == 1 and n <= most for n in numbers)
        for numbers in by_voter.values()
    )
