"""Who has no group: not placed, not gone on after a stage, refused, without a yes, or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.record.not_placed_part import not_placed_parts
from cohorts.record.parts import NotPlacedPart
from cohorts.record.referred import Place, nowhere, places
from cohorts.words import Language

KINDS = ("not_placed", "not_on", "refused", "unconfirmed", "gone")


@dataclass(frozen=True)
class Somebody:
    """A label, and what the places are called to which this person can go and not everybody."""

    label: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offered:
    """A place to go, and for how many of the people beside it."""

    place: Place
    count: int


@dataclass(frozen=True)
class Because:
    """One reason, who it holds for, and where they may go instead, by most people.

    ``shared``: the places for everybody; ``others``: those for some.
    """

    why: str
    people: tuple[Somebody, ...]
    shared: tuple[Offered, ...]
    others: tuple[Offered, ...]


@dataclass(frozen=True)
class WithoutGroup:
    """Everybody of one of KINDS; the reason of most people first.

    ``nowhere``: that no place is known, where it holds whatever the reason; then no reason says it.
    """

    kind: str
    reasons: tuple[Because, ...]
    nowhere: Place | None = None

    @property
    def count(self) -> int:
        """How many people."""
        return sum(len(because.people) for because in self.reasons)


def without_group(proposal: Proposal, language: Language) -> tuple[WithoutGroup, ...]:
    """In the order of KINDS; a kind that holds for nobody is left out."""
    parts = not_placed_parts(proposal, language)
    asked = ((kind, [part for part in parts if part.kind == kind]) for kind in KINDS)
    none = nowhere(language)
    return tuple(
        _said_once(WithoutGroup(kind, _by_reason(found, proposal, language)), none)
        for kind, found in asked
        if found
    )


def _said_once(without: WithoutGroup, none: Place) -> WithoutGroup:
    """Of all reasons together what each of several would say."""
    reasons = without.reasons
    if len(reasons) == 1 or any(none not in _offered(because) for because in reasons):
        return without
    others = (tuple(o for o in because.shared if o.place != none) for because in reasons)
    kept = tuple(replace(one, shared=shared) for one, shared in zip(reasons, others, strict=True))
    return replace(without, reasons=kept, nowhere=none)


def _offered(because: Because) -> tuple[Place, ...]:
    return tuple(offer.place for offer in because.shared)


def names(proposal: Proposal) -> dict[str, str]:
    """Id → label of everybody who applied."""
    return {str(a.id): a.label for a in everybody(proposal)}


def everybody(proposal: Proposal) -> tuple[Applicant, ...]:
    """Everybody who applied, composed or set aside."""
    left = (n.applicant for n in proposal.not_placed)
    aside = (s.applicant for s in proposal.round.set_aside)
    return (*proposal.round.applicants, *left, *aside)


def _by_reason(
    parts: Sequence[NotPlacedPart], proposal: Proposal, language: Language
) -> tuple[Because, ...]:
    found: dict[str, list[NotPlacedPart]] = {}
    for part in parts:
        found.setdefault(part.reason, []).append(part)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_because(why, people, proposal, language) for why, people in ordered)


def _because(
    why: str, parts: Sequence[NotPlacedPart], proposal: Proposal, language: Language
) -> Because:
    found = {part.id: proposal.referrals.get(ApplicantId(part.id)) for part in parts}
    open_to = {who: places(to or (), language) for who, to in found.items()}
    often = Counter(place for to in open_to.values() for place in to)
    # ties stay in the order in which they were found: what is met most, first
    offered = [Offered(place, count) for place, count in often.most_common()]
    shared = tuple(offer for offer in offered if offer.count == len(parts))
    elsewhere = [r for to in found.values() for r in to or () if not r.alone]
    if all(to is not None for to in found.values()) and not elsewhere:
        shared = (*shared, Offered(nowhere(language), len(parts)))
    for_all = {offer.place for offer in shared}
    labels = names(proposal)
    return Because(
        why,
        tuple(
            Somebody(labels[who], tuple(place.title for place in to if place not in for_all))
            for who, to in open_to.items()
        ),
        shared,
        tuple(offer for offer in offered if offer.place not in for_all),
    )
