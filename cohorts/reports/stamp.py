"""What every page that leaves says of itself: for whom, which version, of when, and how sure.

A proposal says that it is none to spread; a decision who signed it, and the head of the log, by
which anybody can see later whether that log was changed. No clock is read: the day is that of the
decision, of the proposal that is kept, or the one its conditions were judged on. So the same input
gives the same words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from cohorts.composing.proposal import Proposal
from cohorts.reports.start import long_date
from cohorts.words import Language, say

DIGITS = 8
"""Of a reference."""
HEAD = 16
"""Digits of the head of the log, enough to find it by."""


@dataclass(frozen=True)
class Stamped:
    """In words: what it is, and the rest in the order in which it is read."""

    kind: str
    lines: tuple[str, ...]
    decided: bool

    @property
    def whole(self) -> str:
        """On one line."""
        return " · ".join((self.kind, *self.lines))


@dataclass(frozen=True)
class Stamp:
    """``number``: of a proposal that is kept; else ``reference`` tells it from others.

    ``signed``: who decided, with the ``head`` of the log; empty for a proposal.
    """

    day: date
    number: int | None = None
    reference: str = ""
    signed: str = ""
    head: str = ""

    @classmethod
    def of(cls, proposal: Proposal) -> Self:
        """Of a proposal that is kept nowhere but in its files."""
        groups = proposal.composition.groups.values()
        return cls(proposal.round.on, reference=reference_of([a.id for a in g] for g in groups))

    def said(self, reader: str, language: Language) -> Stamped:
        """For a ``reader`` in words (see :func:`for_whom`)."""
        version = (
            say("stamp.number", language, number=str(self.number))
            if self.number is not None
            else say("stamp.reference", language, reference=self.reference)
        )
        lines = [reader, version, long_date(self.day, language)]
        if self.signed:
            lines.append(say("stamp.signed", language, name=self.signed))
        if self.head:
            lines.append(say("stamp.head", language, head=self.head[:HEAD]))
        kind = say("stamp.decision" if self.signed else "stamp.proposal", language)
        return Stamped(kind, tuple(lines), bool(self.signed))


def reference_of(groups: Iterable[Iterable[str]]) -> str:
    """Eight digits of the SHA-256 of who sits with whom, by number of the group."""
    text = "\n".join("\t".join(members) for members in groups)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def for_whom(key: str, language: Language, **facts: object) -> str:
    """``for_whom("participants", …, group="groep 3")``: "Voor de deelnemers van groep 3"."""
    return say(f"stamp.for_{key}", language, **facts)
