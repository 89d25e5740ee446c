"""Who sits elsewhere in one proposal than in another, by name."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.round.diff import Diff
from cohorts.words import Language, say


def elsewhere(
    before: Proposal, after: Proposal, number: int, difference: Diff, language: Language
) -> list[str]:
    """A line for each, and for each group that has another number; ``number``: of ``before``."""
    lines = _lines(before, after, number, difference, language)
    return [*_renamed(number, difference, language), *lines]


def count_elsewhere(difference: Diff) -> int:
    """How many have other people round them, got a place or lost it, came or went."""
    kinds = (difference.moved, difference.placed, difference.left, difference.new, difference.gone)
    return sum(map(len, kinds))


def _lines(
    before: Proposal, after: Proposal, number: int, difference: Diff, language: Language
) -> Iterator[str]:
    labels = {**_labels(before), **_labels(after)}
    kinds = (
        ("from_to", difference.moved),
        ("placed", difference.placed),
        ("left", difference.left),
        ("came", [seat for seat in difference.new if seat.after is not None]),
        ("went", [seat for seat in difference.gone if seat.before is not None]),
    )
    for key, seats in kinds:
        for seat in sorted(seats, key=lambda seat: (seat.before or 0, seat.after or 0)):
            was = _was(seat.before, number, difference, language)
            facts = {"before": was, "after": seat.after or 0}
            person = labels.get(seat.person, str(seat.person))
            yield say(f"page_proposals.{key}", language, person=person, **facts)


def _was(group: int | None, number: int, difference: Diff, language: Language) -> str:
    """A group of then by the number it has here: two numbers of two proposals say nothing."""
    if group is None:
        return ""
    here = {then: now for now, then in difference.matches.items()}.get(group)
    key = "was_closed" if here is None else "was" if here == group else "was_called"
    facts = {"group": here or group, "before": group, "proposal": number}
    return say(f"page_proposals.{key}", language, **facts)


def _renamed(number: int, difference: Diff, language: Language) -> Iterator[str]:
    for after, before in sorted(difference.renumbered.items()):
        yield say("page_proposals.called", language, after=after, before=before, proposal=number)


def _labels(proposal: Proposal) -> dict[ApplicantId, str]:
    round_ = proposal.round
    everybody = (*round_.applicants, *(aside.applicant for aside in round_.set_aside))
    return {one.id: one.label for one in everybody}
