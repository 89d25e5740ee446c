"""Pairs as they are typed, ``ID=ID``: two people who share a group of the proposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.people.applicant import Applicant, ApplicantId

SHOWN = 80
Two = tuple[ApplicantId, ApplicantId]


def known_pairs(
    given: Sequence[str] | None,
    option: str,
    applicants: Sequence[Applicant],
    proposal: Proposal,
) -> tuple[Two, ...]:
    """By id, KvK number, company or name, each pair once. Raises InputError with every bad one."""
    people = Directory(applicants)
    found: dict[Two, None] = {}
    problems: list[Problem] = []
    for text in given or ():
        try:
            pair = _pair(text, option, people)
            problems += _apart(pair, option, people, proposal)
            found[pair] = None
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(*problems)
    return tuple(found)


def _pair(text: str, option: str, people: Directory) -> Two:
    """A sign ``=`` may stand in an id too: the first place where both sides are somebody counts."""
    fault: InputError | None = None
    for one, other in _cut(text):
        try:
            a, b = people.find(one, option), people.find(other, option)
        except InputError as error:
            fault = fault or error
            continue
        if a == b:
            raise InputError(Problem("buddies.self", option, {"given": text[:SHOWN]}))
        return a, b
    raise fault or InputError(Problem("buddies.pair", option, {"given": text[:SHOWN]}))


def _cut(text: str) -> Iterator[tuple[str, str]]:
    for at in (i for i, sign in enumerate(text) if sign == "="):
        one, other = text[:at].strip(), text[at + 1 :].strip()
        if one and other:
            yield one, other


def _apart(pair: Two, option: str, people: Directory, proposal: Proposal) -> Iterator[Problem]:
    """What is wrong where the two do not share a group."""
    seats = proposal.composition.seats
    nowhere = [one for one in pair if one not in seats]
    if nowhere:
        who = tuple(people.called(one) for one in nowhere)
        yield Problem("buddies.no_group", option, {"who": who})
    elif seats[pair[0]] != seats[pair[1]]:
        a, b = pair
        facts = {"a": people.called(a), "b": people.called(b), "one": seats[a], "two": seats[b]}
        yield Problem("buddies.other_group", option, facts)
