"""Recomputes a proposal from the data and holds every stated figure against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Unpack

from cohorts.composing.compose import assemble, demands_of
from cohorts.composing.compose import stated as as_stated
from cohorts.composing.fingerprint import fingerprint_then
from cohorts.composing.inputs import Given
from cohorts.composing.numbering import numbered
from cohorts.composing.own_columns import with_own_columns
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.record.as_stated import AS_STATED, taken_as_stated
from cohorts.record.asked_by import FIRST, asked_by, other_programme
from cohorts.record.comparing import Mismatch, unequal
from cohorts.record.document import ProposalDocument, document
from cohorts.record.excuses import Breach, breaches, idle_overrides
from cohorts.record.first_release import first_fingerprint
from cohorts.record.fourth_meaning import FOURTH, scored_then
from cohorts.record.meaning import MEANING_VERSION, Changes, changes_since
from cohorts.record.of_itself import contradictions
from cohorts.record.older import Listed, left_aside, listed
from cohorts.record.older import differences as older_differences
from cohorts.record.older_people import as_then
from cohorts.record.own_settings import own_settings
from cohorts.record.remarks import other_remarks
from cohorts.record.reopen import (
    given_with,
    grouping_of,
    held_back,
    standing_of,
    wrong_seats,
)
from cohorts.record.repair_part import repaired_of
from cohorts.record.second_meaning import (
    SECOND,
    as_given,
    counted_otherwise,
    numbered_now,
    second_fingerprint,
)
from cohorts.round.remark import is_first_hand
from cohorts.round.round import Round
from cohorts.words import Language
from solver.grouping import Grouping
from solver.task import Task

APART = {"overrides", "frozen_programme", "input_sha256", "remarks"}
"""What is held against something else than the same place of what is recomputed."""


@dataclass(frozen=True)
class CheckReport:
    """``mismatches``: wrong figures. ``breaches``: broken musts.

    Of a proposal of an older meaning: ``listed`` figures that are computed otherwise since, and
    where the ``programme`` that was given is not the one it was composed by. They fail nothing.
    ``nothing_said_of``: the titles of musts that name what nobody has, and so are not met either.
    ``partly_said_of``: those of others, with the values in them that nobody has.
    ``remarks_believed``: the people were not read from the export, so that what reading noticed
    could not be seen again. ``as_stated``: the places of all that is not recomputed; ``settings``:
    option → value of what was taken from the proposal, as it was not given; ``waited``: since when
    people wait is stated otherwise, and no waiting list was given.
    """

    mismatches: tuple[Mismatch, ...]
    breaches: tuple[Breach, ...]
    meaning_version: int = MEANING_VERSION
    listed: tuple[Listed, ...] = ()
    programme: tuple[Mismatch, ...] = ()
    nothing_said_of: tuple[Mapping[Language, str], ...] = ()
    partly_said_of: tuple[tuple[Mapping[Language, str], tuple[str, ...]], ...] = ()
    remarks_believed: bool = False
    as_stated: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    waited: bool = False

    @property
    def holds(self) -> bool:
        """Whether every figure is right and every must holds or is excused."""
        return not self.mismatches and all(breach.excused for breach in self.breaches)

    @property
    def older(self) -> bool:
        """Whether its figures may mean something else than those of today."""
        return self.meaning_version < MEANING_VERSION


def check(
    stated: ProposalDocument,
    applicants: Sequence[Applicant],
    programme: Programme,
    **given: Unpack[Given],
) -> CheckReport:
    """Recompute assignment, scores and findings; what is not given is taken from the proposal.

    But for what comes in a file of its own: a claim is no proof of itself.

    It is held to the programme it was composed by, where it states that. Raises InputError where
    the data themselves cannot be composed.
    """
    version, other = stated.meaning_version, tuple(other_programme(stated, programme))
    # within one meaning another programme is wrong; a later release may have changed a preset.
    # the first kept none, so that one in it is no more than a claim
    wrong, noted = (other, ()) if version in (FIRST, MEANING_VERSION) else ((), other)
    own = asked_by(stated, programme)
    people, beside = as_then(stated, applicants, given)
    round_ = prepare(people, own, **given_with(beside, stated, files=False))
    asked, notices = demands_of(own, round_)
    written = as_given(round_, people)
    stated = numbered_now(stated, asked.rules, round_, written)
    if seats := tuple(wrong_seats(stated, round_, asked.task.terms)):
        return CheckReport((*wrong, *seats), (), version, programme=noted)
    grouping = grouping_of(stated, round_, asked.task.terms)
    solution = as_stated(grouping, asked, reproducible=True, **standing_of(stated, round_))
    made = assemble(
        solution,
        asked,
        own,
        round_,
        notices,
        effort=stated.effort,
        by_hand=held_back(stated),
        answer=stated.answer,
    )
    made = replace(made, by_hand=stated.by_hand, repaired=repaired_of(stated.repaired))
    true = document(made, stated.language)
    then = scored_then(true, grouping, asked.task) if version <= FOURTH else true
    believing = not is_first_hand(applicants)
    respelled = counted_otherwise(asked.rules, own, round_, written)
    changes = changes_since(version, ((r.key, r.rule) for r in asked.rules), respelled)
    found = (
        *contradictions(stated),
        *_numbers(stated, grouping, asked.task),
        *_hash(stated, true, round_, own, written),
        *_figures(stated, then, made, changes),
        *(() if believing else other_remarks(stated, true)),
    )
    settings = tuple(own_settings(stated, given, own))
    told = tuple(listed(_content(stated), _content(true), *change) for change in changes)
    return CheckReport(
        (*wrong, *found),
        tuple(breaches(stated, true, made)),
        version,
        told,
        noted,
        tuple(made.programme.rule(key).titles for key in made.nothing_said_of),
        tuple((made.programme.rule(k).titles, v) for k, v in made.partly_said_of.items()),
        believing and bool(stated.remarks),
        (
            *taken_as_stated(
                stated,
                older=version < MEANING_VERSION,
                remarks=believing,
                programme=bool(noted),
            ),
            *left_aside(_content(stated), _content(true), changes),
            *(place for place, _, _ in settings),
        ),
        {option: value for _, option, value in settings},
        beside.get("waiting") is None and _waits(stated) != _waits(true),
    )


def _waits(content: ProposalDocument) -> list[date | None]:
    return [left.since for left in content.not_placed]


def _numbers(stated: ProposalDocument, grouping: Grouping, task: Task) -> Iterator[Mismatch]:
    """The numbers of groups follow from who is in them; after a move or a repair they stay."""
    if not held_back(stated):
        order = numbered(grouping, task).assignment
        for stands, should in sorted(set(zip(grouping.assignment, order, strict=True))):
            if stands != should:
                yield Mismatch(f"groups[{stands + 1}].number", int(stands + 1), int(should + 1))


def _hash(
    stated: ProposalDocument,
    true: ProposalDocument,
    round_: Round,
    programme: Programme,
    written: Sequence[Applicant],
) -> Iterator[Mismatch]:
    """The fingerprint of the inputs, as the release of the proposal took it."""
    older = {FIRST: first_fingerprint, SECOND: second_fingerprint}.get(stated.meaning_version)
    columns = tuple(map(with_own_columns, written))
    now = older(round_, programme, columns) if older else true.input_sha256
    if stated.input_sha256 != now and (
        older or stated.input_sha256 != fingerprint_then(round_, programme, written)
    ):
        yield Mismatch("input_sha256", stated.input_sha256, now)


def _figures(
    stated: ProposalDocument, true: ProposalDocument, made: Proposal, changes: Changes
) -> Iterator[Mismatch]:
    """Everything within one meaning; of an older one, what means the same now."""
    left, right = _content(stated), _content(true)
    if stated.meaning_version == MEANING_VERSION:
        for name in left:
            yield from unequal(name, left[name], right[name])
    else:
        first = stated.meaning_version == FIRST
        yield from older_differences(left, right, changes, whole=first)
    judged = {key for key, change in changes if "broken" in change.figures}
    yield from idle_overrides(stated, made, judged)


def _content(document_: ProposalDocument) -> dict[str, Any]:
    """What is recomputed of a document, in the shape of JSON."""
    apart = APART | (ProposalDocument.model_fields.keys() & set(AS_STATED))
    return document_.model_dump(mode="json", exclude=apart)
