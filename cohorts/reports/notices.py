"""What is worth knowing of a proposal before anything else, in words."""

from __future__ import annotations

from collections.abc import Sequence

from cohorts.errors import Problem
from cohorts.words import Language, explain

WAITS = ("compose.rule_waits", "compose.condition_waits")


def notices_said(
    notices: Sequence[Problem], language: Language, *, plainly: bool = False
) -> list[str]:
    """One text for each notice; whatever waits for a later stage is one text, the first.

    ``plainly``: for a page, which has no command line beside it.
    """
    return [*first_look(notices, language), *others_said(notices, language, plainly=plainly)]


def first_look(notices: Sequence[Problem], language: Language) -> list[str]:
    """That this is a first look, and what does not count yet; nothing where nothing waits."""
    waits = [notice for notice in notices if notice.code in WAITS]
    if not waits:
        return []
    # a title may hold a comma
    what = "; ".join(_of(notice, "what", language) for notice in waits)
    stages = tuple(dict.fromkeys(_of(notice, "stage", language) for notice in waits))
    facts = {"count": len(waits), "what": what, "stages": stages}
    return [" ".join(explain(Problem("compose.first_look", "", facts), language))]


def others_said(
    notices: Sequence[Problem], language: Language, *, plainly: bool = False
) -> list[str]:
    """One text for each notice of anything else."""
    others = (notice for notice in notices if notice.code not in WAITS)
    return [" ".join(explain(notice, language, plainly=plainly)) for notice in others]


def _of(notice: Problem, fact: str, language: Language) -> str:
    """A fact that is a text per language."""
    said = notice.facts[fact]
    return str(said[language]) if isinstance(said, dict) else str(said)
