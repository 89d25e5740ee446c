"""The ballots of a stage about those who are in it; what is said of others is told, not counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from cohorts.committee.ballot_files.criteria_file import criteria_of
from cohorts.committee.ballot_files.read_votes import read_votes
from cohorts.committee.shortlisting.funnel import Stage
from cohorts.committee.shortlisting.stage_outcome import Turnout
from cohorts.committee.votes import Asked, Ballot, Election, Silence
from cohorts.committee.votes.ballot import Said
from cohorts.committee.votes.heard import heard
from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.remark import Remark


@dataclass(frozen=True)
class OfStage:
    """``election``: of whom somebody said something; ``unjudged``: of whom nobody did.

    ``elsewhere``: who is not in the stage → on how many ballots something is said of them.
    """

    election: Election
    unjudged: frozenset[ApplicantId]
    elsewhere: Mapping[ApplicantId, int]
    turnout: tuple[Turnout, ...]
    remarks: tuple[Remark, ...]


def ballots_of_stage(
    stage: Stage, folder: Path, inside: Sequence[Applicant], everybody: Sequence[Applicant]
) -> OfStage:
    """``inside``: who is in the stage; ``everybody``: who applied.

    Raises InputError for a file that cannot be read, for a candidate who did not apply, and for two
    who are one person.
    """
    votes = read_votes(
        folder / stage.votes,
        asked=stage.ballots,
        criteria=criteria_of(stage.criteria, stage.votes) or None,
        weights=folder / stage.weights if stage.weights else None,
        blocked=folder / stage.blocked if stage.blocked else None,
        most_yes=stage.counting.yes_limit,
    )
    who = _who(votes.election.candidates, everybody, stage.votes)
    ids = [a.id for a in inside]
    cast = tuple(
        _about(ballot, who, ids, votes.election.asked) for ballot in votes.election.ballots
    )
    elsewhere: Counter[ApplicantId] = Counter()
    for ballot in votes.election.ballots:
        for candidate, said in ballot.said.items():
            if who[candidate] not in set(ids) and not isinstance(said, Silence):
                elsewhere[who[candidate]] += ballot.times
    called = {str(a.id): a.label for a in inside}
    election = replace(votes.election, candidates=tuple(map(str, ids)), ballots=cast, names=called)
    return replace(
        of_judged(election, {str(one): one for one in ids}),
        elsewhere=dict(sorted(elsewhere.items())),
        remarks=votes.remarks,
    )


def of_judged(election: Election, who: Mapping[str, ApplicantId]) -> OfStage:
    """The election of whom anybody said something; ``who``: each of its candidates."""
    judged = tuple(c for c in election.candidates if heard(election, c).judged)
    return OfStage(
        replace(election, candidates=judged),
        frozenset(who[c] for c in election.candidates) - {who[c] for c in judged},
        {},
        tuple(_turnout(ballot, election.candidates) for ballot in election.ballots),
        (),
    )


def _who(
    candidates: Sequence[str], everybody: Sequence[Applicant], file: str
) -> dict[str, ApplicantId]:
    """Candidate → who that is. Raises InputError with everybody who is not found."""
    people = Directory(everybody)
    found: dict[str, ApplicantId] = {}
    faults: list[Problem] = []
    for candidate in candidates:
        try:
            found[candidate] = people.find(candidate, file)
        except InputError as error:
            faults += error.problems
    twice = [who for who, times in Counter(found.values()).items() if times > 1]
    faults += [Problem("intake.person_twice", file, {"person": who}) for who in twice]
    if faults:
        raise InputError(*faults)
    return found


def _about(
    ballot: Ballot, who: Mapping[str, ApplicantId], ids: Sequence[ApplicantId], asked: Asked
) -> Ballot:
    """The ballot about these people; who does not stand in the file was not judged."""
    of = {who[candidate]: said for candidate, said in ballot.said.items()}
    said: dict[str, Said] = {str(one): of.get(one, Silence.NOT_JUDGED) for one in ids}
    return replace(ballot, said=_closed_up(said) if asked is Asked.ORDER else said)


def _closed_up(said: Mapping[str, Said]) -> dict[str, Said]:
    """Places without the gaps of who is not in the stage."""
    taken = sorted({one for one in said.values() if not isinstance(one, Silence)})
    place = {one: (Fraction(n),) for n, one in enumerate(taken, 1)}
    return {c: one if isinstance(one, Silence) else place[one] for c, one in said.items()}


def _turnout(ballot: Ballot, candidates: Sequence[str]) -> Turnout:
    all_said = (ballot.said[c] for c in candidates)
    times = Counter(one if isinstance(one, Silence) else None for one in all_said)
    return Turnout(ballot.voter, times[None], *(times[silence] for silence in Silence))
