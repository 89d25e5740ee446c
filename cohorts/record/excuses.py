"""Broken musts, and the reasons that stand for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.record.comparing import Mismatch
from cohorts.record.document import ProposalDocument
from cohorts.round.room import Room


@dataclass(frozen=True)
class Breach:
    """A must that does not hold in a group; ``excused`` where every person has an override."""

    rule: str
    group: int
    sentence: str
    excused: bool


def breaches(stated: ProposalDocument, true: ProposalDocument, made: Proposal) -> Iterator[Breach]:
    """Every must that is broken in what was ``made`` again, with the overrides as ``stated``."""
    excused = {(o.breach, o.person) for o in stated.overrides if o.reason.strip()}
    broken = [(found.rule, one) for found in made.findings for one in found.broken]
    for key, one in sorted(broken, key=lambda found: found[1].group):
        fine = all((key, person) in excused for person in one.people or ("",))
        yield Breach(key, one.group, made.programme.rule(key).sentence(one, stated.language), fine)
    if true.score.hard and (not broken or _wrong_counts(true)):
        yield Breach("", 0, "", excused=False)


def idle_overrides(
    stated: ProposalDocument, made: Proposal, judged_otherwise: Collection[str] = ()
) -> Iterator[Mismatch]:
    """Overrides of a must that is not broken for that person: nobody had to let anything go.

    ``judged_otherwise``: keys of rules that called something else broken when it was stated.
    """
    broken = {
        (found.rule, person)
        for found in made.findings
        for one in found.broken
        for person in one.people or ("",)
    }
    for number, one in enumerate(stated.overrides, 1):
        if (one.breach, one.person) not in broken and one.breach not in judged_otherwise:
            yield Mismatch(f"overrides[{number}]", f"{one.breach}: {one.person}", None)


def _wrong_counts(true: ProposalDocument) -> bool:
    """Whether a group is too small or too large, or too few or too many have a place."""
    sizes = [len(group.members) for group in true.groups]
    smallest, largest = true.settings["size"]
    exempt = {one.group: one.size for one in true.smaller}
    fewest = [min(smallest, exempt.get(group.number, smallest)) for group in true.groups]
    left = sum(1 for one in true.not_placed if one.kind == "not_placed")
    places = Room.parse(true.places).bounds(sum(sizes) + left)
    fitting = all(low <= size <= largest for low, size in zip(fewest, sizes, strict=True))
    return not fitting or not places.low <= sum(sizes) <= places.high
