"""Recomputes a proposal from the data and holds every stated figure against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Unpack

from cohorts.composing.compose import assemble, demands_of
from cohorts.composing.compose import stated as as_stated
from cohorts.composing.prepare import Given, prepare
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.record.document import ProposalDocument, document
from cohorts.record.reopen import Mismatch, effort_of, given_with, grouping_of, wrong_seats
from cohorts.round.room import Room

NOT_RECOMPUTED = frozenset(
    {
        "status",
        "bound",
        "gap",
        "effort",
        "versions",
        "checked",
        "reproducible",
        "seconds",
        "by_hand",
    }
)


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
    round_ = prepare(applicants, programme, **given_with(given, stated))
    asked, notices = demands_of(programme, round_)
    wrong = tuple(wrong_seats(stated, round_, asked.task.terms))
    if wrong:
        return CheckReport(wrong, ())
    solution = as_stated(grouping_of(stated, round_, asked.task.terms), asked, reproducible=True)
    made = assemble(solution, asked, programme, round_, notices, effort=effort_of(stated))
    true = document(made, stated.language)
    return CheckReport(
        (*_gap(stated), *_differences(stated, true)), tuple(_breaches(stated, true, made))
    )


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


def _breaches(stated: ProposalDocument, true: ProposalDocument, made: Proposal) -> Iterator[Breach]:
    excused = {(o.breach, o.person) for o in stated.overrides if o.reason.strip()}
    for group in true.groups:
        for finding in group.findings:
            if finding.broken:
                people = finding.people or [""]
                fine = all((finding.rule, person) in excused for person in people)
                yield Breach(finding.rule, group.number, finding.sentence, fine)
    nowhere = [found for found in made.findings if found.whole.broken]
    for found in nowhere:
        sentence = made.programme.rule(found.rule).sentence(found.whole, stated.language)
        fine = all((found.rule, person) in excused for person in found.whole.people or ("",))
        yield Breach(found.rule, found.whole.group, sentence, fine)
    broken = sum(1 for group in true.groups for f in group.findings if f.broken)
    if true.score.hard and (not (broken or nowhere) or _wrong_counts(true)):
        yield Breach("", 0, "", excused=False)


def _wrong_counts(true: ProposalDocument) -> bool:
    """Whether a group is too small or too large, or too few or too many have a place."""
    sizes = [len(group.members) for group in true.groups]
    smallest, largest = true.settings.size
    left = sum(1 for one in true.not_placed if one.kind == "not_placed")
    places = Room.parse(true.places).bounds(sum(sizes) + left)
    fitting = all(smallest <= size <= largest for size in sizes)
    return not fitting or not places.low <= sum(sizes) <= places.high
