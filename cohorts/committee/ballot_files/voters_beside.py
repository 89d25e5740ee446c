"""The files beside ballots: what voters weigh, who may not judge whom, and who they doubted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from cohorts.committee.ballot_files.as_read import Votes
from cohorts.committee.ballot_files.vote_cell import meaning_of
from cohorts.committee.votes import Election, Silence
from cohorts.errors import InputError, Problem
from cohorts.intake.beside.rows import Row, as_it_stands, read_rows, shown
from cohorts.round.remark import Remark

NAMED = 20


def weighed(votes: Votes, path: Path) -> Votes:
    """With the weights of ``voter,weight``; who is not in it weighs 1, and that is said.

    Raises InputError with every unknown voter, every voter twice and every weight not above 0.
    """
    election, weights = votes.election, {}

    def read(row: Row, place: str) -> None:
        voter = _voter(row, election, place)
        meaning = meaning_of(row["weight"])
        weight = meaning.number if meaning is not None else None
        if weight is None or weight <= 0:
            raise InputError(Problem("votes.weight", place, {"given": shown(row["weight"])}))
        if voter in weights:
            raise InputError(Problem("votes.weighed_twice", place, {"voter": voter}))
        weights[voter] = weight

    rows = read_rows(path, ("voter", "weight"), read)
    absent = tuple(b.voter for b in election.ballots if b.voter not in weights)
    remarks = (Remark("votes.weighs_one", facts={"voters": absent[:NAMED]}),) if absent else ()
    ballots = tuple(replace(b, weight=weights.get(b.voter, Fraction(1))) for b in election.ballots)
    return Votes(election.of(ballots), (*votes.remarks, *rows.remarks, *remarks))


def without_blocked(votes: Votes, path: Path) -> Votes:
    """With each pair of ``voter,applicant_id`` as recused; a vote on one is put aside, and said.

    Raises InputError with every voter and candidate that is not in the election.
    """
    election = votes.election
    there = set(election.candidates)

    def read(row: Row, place: str) -> tuple[str, str]:
        voter, candidate = _voter(row, election, place), as_it_stands(row["applicant_id"])
        if candidate not in there:
            facts = {"given": candidate[:80], "known": election.candidates[:NAMED]}
            raise InputError(Problem("votes.stranger", place, facts))
        return voter, candidate

    rows = read_rows(path, ("voter", "applicant_id"), read)
    blocked: dict[str, set[str]] = {}
    for voter, candidate in rows:
        blocked.setdefault(voter, set()).add(candidate)
    remarks, ballots = [], []
    for ballot in election.ballots:
        mine = blocked.get(ballot.voter, set())
        aside = tuple(c for c in election.candidates if c in mine and ballot.value(c) is not None)
        if aside:
            facts = {"voter": ballot.voter, "candidates": aside}
            remarks.append(Remark("votes.put_aside", facts=facts))
        said = {**ballot.said, **dict.fromkeys(mine, Silence.RECUSED)}
        doubts = {c: place for c, place in ballot.doubts.items() if c not in mine}
        ballots.append(replace(ballot, said=said, doubts=doubts))
    return Votes(election.of(tuple(ballots)), (*votes.remarks, *rows.remarks, *remarks))


def with_doubts(votes: Votes, orders: Votes, file: str) -> Votes:
    """With the places of ``orders``, as each voter's order of who they doubted.

    Raises InputError for voters and candidates that are not in the election.
    """
    election = votes.election
    voters = {b.voter for b in election.ballots}
    faults = [
        Problem(code, file, {"given": one[:80], "known": tuple(known)[:NAMED]})
        for code, given, known in (
            ("votes.unknown_voter", [b.voter for b in orders.election.ballots], sorted(voters)),
            ("votes.stranger", orders.election.candidates, election.candidates),
        )
        for one in given
        if one not in set(known)
    ]
    if faults:
        raise InputError(*faults)
    placed: Mapping[str, Mapping[str, Fraction]] = {
        b.voter: {c: v for c in b.said if (v := b.value(c)) is not None}
        for b in orders.election.ballots
    }
    ballots = tuple(replace(b, doubts=placed.get(b.voter, b.doubts)) for b in election.ballots)
    return Votes(election.of(ballots), (*votes.remarks, *orders.remarks))


def _voter(row: Row, election: Election, place: str) -> str:
    given = as_it_stands(row["voter"])
    voters = tuple(b.voter for b in election.ballots)
    if given not in voters:
        raise InputError(
            Problem("votes.unknown_voter", place, {"given": given[:80], "known": voters[:NAMED]})
        )
    return given
