"""What a remark of reading means for the groups: the one table that says so, by code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from cohorts.round.remark import Remark


class Effect(StrEnum):
    """NONE: read otherwise, the groups would be the same. NOBODY: a row that became no person.

    TWICE: a row that is another answer of somebody. All but NONE can change the groups.
    """

    NONE = "none"
    CHANGES = "changes"
    NOBODY = "nobody"
    TWICE = "twice"


EFFECTS: Mapping[str, Effect] = {
    # nobody's answer stands above the headers
    "intake.title_row": Effect.NONE,
    # read as the number it was; what depends on it is as it should be
    "intake.kvk_padded": Effect.NONE,
    # nobody is composed by their telephone number
    "intake.phone": Effect.NONE,
    "intake.empty_row": Effect.NOBODY,
    "intake.total_row": Effect.NOBODY,
    "intake.header_row": Effect.NOBODY,
    "intake.note_row": Effect.NOBODY,
    "intake.test_row": Effect.NOBODY,
    "intake.skipped": Effect.NOBODY,
    "intake.hidden_rows_left": Effect.NOBODY,
    "intake.merged": Effect.TWICE,
    # two people, who may be family
    "identity.one_surname": Effect.CHANGES,
    "identity.one_": Effect.TWICE,
}
"""By how the code of a remark begins, the first that fits; others can change the groups."""


def effect(remark: Remark) -> Effect:
    """What it means for the groups."""
    found = (meant for begins, meant in EFFECTS.items() if remark.code.startswith(begins))
    return next(found, Effect.CHANGES)


def telling(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Those that can change the groups, in the same order."""
    return tuple(remark for remark in remarks if effect(remark) is not Effect.NONE)


def rows_gone(remarks: Iterable[Remark]) -> Counter[Effect]:
    """How many rows became no person, and how many are another answer of somebody."""
    found: Counter[Effect] = Counter()
    for remark in remarks:
        if (meant := effect(remark)) in (Effect.NOBODY, Effect.TWICE):
            count = remark.facts.get("count", 1)
            found[meant] += count if isinstance(count, int) else 1
    return found
