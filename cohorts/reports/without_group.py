"""Who has no group: not placed this time, refused by a condition, or without a yes so far."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.applicant import Applicant
from cohorts.proposal import Proposal
from cohorts.reports.document import NotPlacedPart, not_placed_parts
from cohorts.words import Language

KINDS = ("not_placed", "refused", "unconfirmed")


@dataclass(frozen=True)
class Because:
    """One reason, who it holds for (labels), and where they may go instead."""

    why: str
    people: tuple[str, ...]
    referrals: tuple[str, ...]


@dataclass(frozen=True)
class WithoutGroup:
    """Everybody of one of KINDS; the reason of most people first."""

    kind: str
    reasons: tuple[Because, ...]

    @property
    def count(self) -> int:
        """How many people."""
        return sum(len(because.people) for because in self.reasons)


def without_group(proposal: Proposal, language: Language) -> tuple[WithoutGroup, ...]:
    """In the order of KINDS; a kind that holds for nobody is left out."""
    parts = not_placed_parts(proposal, language)
    asked = ((kind, [part for part in parts if part.kind == kind]) for kind in KINDS)
    return tuple(
        WithoutGroup(kind, _by_reason(found, names(proposal))) for kind, found in asked if found
    )


def names(proposal: Proposal) -> dict[str, str]:
    """Id → label of everybody who applied."""
    return {str(a.id): a.label for a in everybody(proposal)}


def everybody(proposal: Proposal) -> tuple[Applicant, ...]:
    """Everybody who applied, composed or set aside."""
    left = (n.applicant for n in proposal.not_placed)
    aside = (s.applicant for s in proposal.round.set_aside)
    return (*proposal.round.applicants, *left, *aside)


def _by_reason(parts: list[NotPlacedPart], labels: dict[str, str]) -> tuple[Because, ...]:
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for part in parts:
        found.setdefault((part.reason, tuple(part.referrals)), []).append(labels[part.id])
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Because(why, tuple(people), where) for (why, where), people in ordered)
