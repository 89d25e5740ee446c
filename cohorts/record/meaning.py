"""What the figures of a proposal mean: a version, and what changed with each.

:data:`MEANING_VERSION` is raised when the definition of a figure changes, or what is said of it.
A proposal of an older version is checked by its data: figures of which the definition changed since
are listed and fail nothing, and sentences are not compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cohorts.words import Language, say

MEANING_VERSION = 3
SCORE = "score"
AMOUNTS = frozenset({"amounts", "weights", "here", "random", "quality", "verdict", "facts"})
"""Where what a rule counts is another, so is all that is made of it."""


@dataclass(frozen=True)
class ChangedMeaning:
    """From version ``since`` on, ``figures`` of the findings of ``rule`` are computed otherwise.

    ``rule``: its name in TOML; ``figures``: fields of a finding in a group or over all
    (``amounts``, ``facts``, ``verdict``, ``quality``, ``people``, ``broken``, ``missing``,
    ``here``, ``random``), and ``weights``: the price of its terms. Or ``rule`` is :data:`SCORE`,
    and ``figures`` are its levels. Why, in words, stands in ``words/*/meaning.toml`` under
    ``<rule>_<since>``.
    """

    since: int
    rule: str
    figures: frozenset[str]

    def why(self, language: Language) -> str:
        """The reason, in words."""
        return say(f"meaning.{self.rule}_{self.since}", language)


CHANGED: tuple[ChangedMeaning, ...] = (
    ChangedMeaning(2, "size_balance", AMOUNTS | {"broken"}),
    ChangedMeaning(2, "keep_together", frozenset({"broken"})),
)
"""Every change of a definition, by version. Version 1 is that of release 0.1.0."""


Changes = tuple[tuple[str, ChangedMeaning], ...]
"""Key of a rule (or :data:`SCORE`) → what changed in it."""


def changes_since(version: int, rules: Iterable[tuple[str, str]]) -> Changes:
    """What changed after ``version`` in the rules with these keys and names, and in the score."""
    asked = (*rules, (SCORE, SCORE))
    return tuple(
        (k, c) for c in CHANGED for k, name in asked if c.since > version and c.rule == name
    )
