"""What the figures of a proposal mean: a version, and what changed with each.

:data:`MEANING_VERSION` is raised when the definition of a figure changes, or what is said of it.
And when a field of the document comes or goes: a proposal of the present version has them all.
A proposal of an older version is checked by its data: figures of which the definition changed since
are listed and fail nothing, and sentences are not compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from cohorts.words import Language, say

MEANING_VERSION = 5
SCORE = "score"
AMOUNTS = frozenset({"amounts", "weights", "here", "random", "quality", "verdict", "facts"})
"""Where what a rule counts is another, so is all that is made of it."""
OF_VALUES = AMOUNTS | {"broken", "people", "missing"}
READ_VALUES = (
    *("alike", "at_least", "at_most", "availability", "comparable", "never_alone", "quota"),
    *("roles_wanted", "same_question", "several", "shared_theme"),
)
"""The rules that count who has a value, or compare what people wrote."""


@dataclass(frozen=True)
class ChangedMeaning:
    """From version ``since`` on, ``figures`` of the findings of ``rule`` are computed otherwise.

    ``rule``: its name in TOML; ``figures``: fields of a finding in a group or over all
    (``amounts``, ``facts``, ``verdict``, ``quality``, ``people``, ``broken``, ``missing``,
    ``here``, ``random``), and ``weights``: the price of its terms. Or ``rule`` is :data:`SCORE`,
    and ``figures`` are its levels. ``of_values``: only where somebody wrote a value otherwise.
    ``still_known``: what the figures were then is still computed, so that they are compared. Why,
    in words, stands in ``words/*/meaning.toml`` under ``<rule>_<since>``, or ``values_<since>``.
    """

    since: int
    rule: str
    figures: frozenset[str]
    of_values: bool = False
    still_known: bool = False

    def why(self, language: Language) -> str:
        """The reason, in words."""
        what = "values" if self.of_values else self.rule
        return say(f"meaning.{what}_{self.since}", language)


CHANGED: tuple[ChangedMeaning, ...] = (
    ChangedMeaning(2, "size_balance", AMOUNTS | {"broken"}),
    ChangedMeaning(2, "keep_together", frozenset({"broken"})),
    *(ChangedMeaning(3, rule, OF_VALUES, of_values=True) for rule in READ_VALUES),
    ChangedMeaning(4, "same_question", AMOUNTS | {"people", "missing"}),
    *(
        ChangedMeaning(4, rule, frozenset({"facts", "verdict"}))
        for rule in ("alike", "merit", "shared_theme")
    ),
    ChangedMeaning(4, "keep_apart", AMOUNTS | {"broken", "people"}),
    ChangedMeaning(4, "availability", OF_VALUES),
    ChangedMeaning(4, "travel", frozenset({"facts"})),
    ChangedMeaning(5, SCORE, frozenset({"soft", "worst", "alike"}), still_known=True),
)
"""Every change of a definition, by version. Version 1 is that of release 0.1.0."""


Changes = tuple[tuple[str, ChangedMeaning], ...]
"""Key of a rule (or :data:`SCORE`) → what changed in it."""


def changes_since(
    version: int, rules: Iterable[tuple[str, str]], respelled: Collection[str] = ()
) -> Changes:
    """What changed after ``version`` in the rules with these keys and names, and in the score.

    ``respelled``: the keys of rules that read a value somebody wrote otherwise.
    """
    asked = (*rules, (SCORE, SCORE))
    return tuple(
        (k, c)
        for c in CHANGED
        for k, name in asked
        if c.since > version and c.rule == name and (k in respelled or not c.of_values)
    )
