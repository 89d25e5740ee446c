"""Recomputes a proposal from the data and holds every stated figure against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Unpack

import numpy as np

from cohorts.applicant import Applicant, ApplicantId
from cohorts.compose import assemble, demands_of
from cohorts.compose import stated as as_stated
from cohorts.prepare import Given, prepare
from cohorts.programme import Programme
from cohorts.reports.document import ProposalDocument, document
from cohorts.round import Round
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.solution import Effort
from solver.terms import Choice, Term

NOT_RECOMPUTED = frozenset(
    {"status", "bound", "gap", "effort", "versions", "checked", "reproducible", "seconds"}
)


@dataclass(frozen=True)
class Mismatch:
    """Something the proposal states that is not so. ``place``: path in the document."""

    place: str
    stated: object
    true: object


@dataclass(frozen=True)
class Breach:
    """A must that does not hold in a group; ``excused`` where every person has an override."""

    rule: str
    group: int
    sentence: str
    excused: bool


@dataclass(frozen=True)
class CheckReport:
    """``mismatches``: wrong figures. ``breaches``: broken musts."""

    mismatches: tuple[Mismatch, ...]
    breaches: tuple[Breach, ...]

    @property
    def holds(self) -> bool:
        """Whether every figure is right and every must holds or is excused."""
        return not self.mismatches and all(breach.excused for breach in self.breaches)


def check(
    stated: ProposalDocument,
    applicants: Sequence[Applicant],
    programme: Programme,
    **given: Unpack[Given],
) -> CheckReport:
    """Recompute assignment, scores and findings; what is not given is taken from the proposal.

    Raises InputError where the data themselves cannot be composed.
    """
    round_ = prepare(applicants, programme, **_with_stated(given, stated))
    asked, notices = demands_of(programme, round_)
    wrong = tuple(_wrong_seats(stated, round_, asked.problem.terms))
    if wrong:
        return CheckReport(wrong, ())
    solution = as_stated(_grouping(stated, round_, asked.problem.terms), asked, reproducible=True)
    effort = Effort(stated.effort) if stated.effort in set(Effort) else Effort.NORMAL
    true = document(
        assemble(solution, asked, programme, round_, notices, effort=effort), stated.language
    )
    return CheckReport((*_gap(stated), *_differences(stated, true)), tuple(_breaches(stated, true)))


def _with_stated(given: Given, stated: ProposalDocument) -> Given:
    """What is given; what is not, as the proposal says it was composed with."""
    own = stated.settings
    said = Given(
        groups=own.groups,
        size=own.size,
        places=stated.places,
        seed=stated.seed,
        on=own.on,
        count_from=own.count_from,
        pins={ApplicantId(person): group for person, group in own.pins.items()},
    )
    for key, value in given.items():
        if value is not None:
            said[key] = value  # type: ignore[literal-required]
    return said


def _wrong_seats(
    stated: ProposalDocument, round_: Round, terms: Sequence[Term]
) -> Iterator[Mismatch]:
    """What makes the assignment no assignment: unknown people, twice, nowhere; odd groups."""
    seen: dict[str, str] = {}
    for group in stated.groups:
        place = f"groups[{group.number}]"
        if not 1 <= group.number <= round_.groups:
            yield Mismatch(f"{place}.number", group.number, f"1-{round_.groups}")
        for member in group.members:
            if member not in round_.rows:
                yield Mismatch(f"{place}.members", member, None)
            elif member in seen:
                yield Mismatch(f"{place}.members", member, seen[member])
            seen[member] = place
        yield from _wrong_choices(group.choices, terms, place)
    numbers = [group.number for group in stated.groups]
    if len(set(numbers)) < len(numbers) or any(not group.members for group in stated.groups):
        yield Mismatch("groups", numbers, sorted(set(numbers)))
    everybody = {*round_.rows, *(aside.applicant.id for aside in round_.set_aside)}
    for left in stated.not_placed:
        if left.id not in everybody or left.id in seen:
            yield Mismatch("not_placed", left.id, seen.get(left.id))
        seen[left.id] = "not_placed"
    for absent in sorted(everybody - seen.keys()):
        yield Mismatch("groups", None, absent)


def _wrong_choices(
    choices: Mapping[str, Sequence[int]], terms: Sequence[Term], place: str
) -> Iterator[Mismatch]:
    asked = {term.name: term for term in terms if isinstance(term, Choice)}
    if set(choices) != set(asked):
        yield Mismatch(f"{place}.choices", sorted(choices), sorted(asked))
        return
    for name, taken in choices.items():
        term = asked[name]
        fits = len(set(taken)) == len(taken) == term.take and list(taken) == sorted(taken)
        if not fits or not all(0 <= option < term.options for option in taken):
            yield Mismatch(f"{place}.choices.{name}", list(taken), None)


def _grouping(stated: ProposalDocument, round_: Round, terms: Sequence[Term]) -> Grouping:
    seats = np.full(round_.n, round_.groups, dtype=np.int64)
    choices: dict[str, IntArray] = {
        term.name: np.full((round_.groups, term.take), -1, dtype=np.int64)
        for term in terms
        if isinstance(term, Choice)
    }
    for group in stated.groups:
        for member in group.members:
            seats[round_.rows[ApplicantId(member)]] = group.number - 1
        for name, taken in group.choices.items():
            choices[name][group.number - 1] = taken
    return Grouping(seats, round_.groups, choices)


def _gap(stated: ProposalDocument) -> Iterator[Mismatch]:
    """The gap follows from score and bound, whoever proved that."""
    soft, bound = stated.score.soft, stated.bound
    true = None if bound is None else abs(soft - bound) / max(1, abs(soft))
    if stated.gap != true:
        yield Mismatch("gap", stated.gap, true)
    if bound is not None and bound > soft:
        yield Mismatch("bound", bound, soft)


def _differences(stated: ProposalDocument, true: ProposalDocument) -> Iterator[Mismatch]:
    left, right = stated.model_dump(mode="json"), true.model_dump(mode="json")
    for name in left:
        if name not in NOT_RECOMPUTED and name != "overrides":
            yield from _unequal(name, left[name], right[name])


def _unequal(place: str, stated: Any, true: Any) -> Iterator[Mismatch]:
    if isinstance(stated, dict) and isinstance(true, dict):
        for key in sorted({*stated, *true}):
            yield from _unequal(f"{place}.{key}", stated.get(key), true.get(key))
    elif isinstance(stated, list) and isinstance(true, list) and len(stated) == len(true):
        for index, (a, b) in enumerate(zip(stated, true, strict=True), 1):
            yield from _unequal(f"{place}[{index}]", a, b)
    elif stated != true:
        yield Mismatch(place, stated, true)


def _breaches(stated: ProposalDocument, true: ProposalDocument) -> Iterator[Breach]:
    excused = {(o.breach, o.person) for o in stated.overrides if o.reason.strip()}
    for group in true.groups:
        for finding in group.findings:
            if finding.broken:
                people = finding.people or [""]
                fine = all((finding.rule, person) in excused for person in people)
                yield Breach(finding.rule, group.number, finding.sentence, fine)
    broken = sum(1 for group in true.groups for f in group.findings if f.broken)
    if true.score.hard and not broken:
        yield Breach("", 0, "", excused=False)
