"""Everything that can go wrong, in one tree: an error names the place, the fault and the remedy.

The message itself is made in :mod:`cohorts.words`: an error carries a *code* (the key of its
sentence) and the *facts* that fill it, so that the same error speaks Dutch and English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found wrong in what the organiser gave us.

    ``code`` is the key of its sentences in :mod:`cohorts.words`; ``place`` says where, in the
    organiser's terms ("sheet 1, row 7, column 'Omzet'"); ``facts`` fill the sentences.
    """

    code: str
    place: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


class CohortsError(Exception):
    """The root: carries one or more problems and the exit code of the command line."""

    exit_code: ClassVar[int] = 2

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.code} {p.place}".strip() for p in problems))
        self.problems = problems


class InputError(CohortsError):
    """Something in a file, preset, id or option is wrong (exit code 2)."""


class UncountableError(InputError):
    """Ballots of the kind a counting rule counts, which it cannot count all the same."""


class NotAllowedError(CohortsError):
    """What somebody asks by hand breaks a must for which no reason was given (exit code 1)."""

    exit_code = 1


class NoCompositionError(CohortsError):
    """No composition meets the hard rules (exit code 3)."""

    exit_code = 3


class StoppedError(CohortsError):
    """Stopped before anything was found (exit code 4)."""

    exit_code = 4


class RefusedError(CohortsError):
    """An act that somebody may not do in a kept round (exit code 5)."""

    exit_code = 5


class StaleError(RefusedError):
    """Somebody else was first: a problem for each act that this one had not seen."""


class StoreError(CohortsError):
    """What is kept cannot be reached, read or written (exit code 2)."""
