"""The front door: a file of ballots → an election, and what was noticed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from cohorts.committee.ballot_files.as_read import Votes
from cohorts.committee.ballot_files.preflib import preflib_kind, preflib_places, preflib_votes
from cohorts.committee.ballot_files.table_votes import table_places, table_votes
from cohorts.committee.ballot_files.voters_beside import weighed, with_doubts, without_blocked
from cohorts.committee.votes import Asked, Criterion
from cohorts.committee.votes.yes_limit import check_yes
from cohorts.errors import InputError, Problem
from cohorts.intake.files.any_file import bytes_of, read_table
from cohorts.intake.files.encoding import decoded

LOOKED_AT = 4_000


def read_votes(
    path: str | Path,
    *,
    asked: Asked | None = None,
    criteria: tuple[Criterion, ...] | None = None,
    scale: tuple[Fraction, Fraction] | None = None,
    weights: Path | None = None,
    blocked: Path | None = None,
    doubts: Path | None = None,
    most_yes: int | None = None,
) -> Votes:
    """Ballots in a file of PrefLib, or in a table of ours (CSV, workbook or JSON).

    ``asked``: what it holds; None: what it can only hold. ``criteria``: of ballots with scores;
    ``scale``: lowest and highest score where none are given. ``weights``: a file
    ``voter,weight``. ``blocked``: a file ``voter,applicant_id`` of who may not judge whom.
    ``doubts``: a second table, each voter's order of the candidates they doubted.
    ``most_yes``: to how many a ballot may say yes, whom its voter may not judge left out.

    Raises InputError for what cannot be read, with every cell that is no vote, and with every
    ballot that says yes too often, at the row of the first yes too many.
    """
    path = Path(path)
    _check_scale(scale)
    data = bytes_of(path)
    kind = preflib_kind(path, decoded(data[:LOOKED_AT])[0])
    if kind is not None:
        if weights or blocked or doubts:
            raise InputError(Problem("votes.preflib_voters", path.name))
        votes = preflib_votes(decoded(data)[0], kind, path.name, asked)
        check_yes(votes.election, most_yes, preflib_places(decoded(data)[0], path.name))
        return votes
    table = read_table(path, may_be_empty=False)
    votes = table_votes(table, asked, criteria, scale)
    if weights:
        votes = weighed(votes, weights)
    if doubts:
        orders = table_votes(read_table(doubts), Asked.ORDER, None, None)
        votes = with_doubts(votes, orders, doubts.name)
    if blocked:
        votes = without_blocked(votes, blocked)
    check_yes(votes.election, most_yes, table_places(table))
    return votes


def _check_scale(scale: tuple[Fraction, Fraction] | None) -> None:
    if scale is not None and scale[0] >= scale[1]:
        facts = {"low": str(scale[0]), "high": str(scale[1])}
        raise InputError(Problem("votes.scale", "--scale", facts))
