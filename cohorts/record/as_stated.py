"""What ``check`` takes as it is stated: the one list. Everything else in a proposal is recomputed.

A place is written as in the report of the check, with ``[]`` for any of a list. What stands here
may still contradict something: see :mod:`cohorts.record.of_itself`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cohorts.record.document import ProposalDocument

PROOF = ("status", "bound", "gap", "standing.floor", "standing.proven")
"""What a search proved, and only another search can prove again."""
MAKING = ("effort", "reproducible", "seconds", "story", "answer", "versions", "meaning_version")
"""How it was made, of which the answer bears no trace."""
BY_PEOPLE = (
    "by_hand",
    "overrides[].reason",
    "overrides[].by",
    "admitted[].reason",
    "smaller[].reason",
)
"""What somebody did, and why."""
REPAIR = ("repaired",)
"""Where people sat before, who would rather not move, and what else was weighed."""
AS_STATED = (*PROOF, *MAKING, *BY_PEOPLE, *REPAIR)
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "proof": PROOF,
    "search": ("effort", "seconds", "story", "answer"),
    "versions": ("versions", "meaning_version"),
    "again": ("reproducible",),
    "hands": BY_PEOPLE[:1],
    "reasons": BY_PEOPLE[1:],
    "repair": REPAIR,
}
"""What these places are about, by the end of the key of its words → the places."""
PROGRAMME = "frozen_programme"
"""Where an older proposal was composed by another programme than the one that is given."""
REMARKS = "remarks"
"""Where the people were not read from the export, as it is stated too."""
WORDS = (
    *("language", "remarks[].fault", "remarks[].remedy", "groups[].name"),
    *("groups[].findings[].sentence", "findings[].title"),
    *(f"not_placed[].{name}" for name in ("reason", "told", "causes", "referrals")),
)
"""What is words in a proposal of an older meaning, which had others."""


def taken_as_stated(
    stated: ProposalDocument, *, older: bool, remarks: bool, programme: bool
) -> tuple[str, ...]:
    """The places in this proposal that are not recomputed, and hold anything, be it empty.

    ``older``: its words are of then; ``remarks``: what reading noticed is believed, and
    ``programme``: that it was composed by the one in it.
    """
    some = ((REMARKS, remarks), (PROGRAMME, programme))
    known = (*AS_STATED, *(one for one, told in some if told), *(WORDS if older else ()))
    content = stated.model_dump(mode="json")
    return tuple(place for place in known if any(v is not None for v in found(content, place)))


def found(content: Any, place: str) -> Iterator[Any]:
    """Every value at a place; none where there is none."""
    name, _, rest = place.partition(".")
    each = name.endswith("[]")
    value = content.get(name.removesuffix("[]")) if isinstance(content, dict) else None
    for one in (value or []) if each else [value]:
        if rest:
            yield from found(one, rest)
        else:
            yield one
