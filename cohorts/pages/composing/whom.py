"""Whom a rule is about, among the people of the round."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.pages.composing.page import t
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from cohorts.words.first_of import first_of

FEW = 6
"""Pairs that are named; the rest is counted."""


def whom(rule: Rule, round_: Round | None) -> Iterator[str]:
    """In sentences: who is kept apart or together, and of how many people it is known."""
    if round_ is None:
        return
    called = {a.id: a.label for a in round_.applicants}
    asked = rule.in_round(round_)
    pairs = [" – ".join(called[who] for who in pair) for pair in sorted(asked.pairs_apart(round_))]
    if pairs:
        yield t("keeps_apart", count=len(pairs), pairs=_some(pairs))
    sets = [" + ".join(called[who] for who in sorted(one)) for one in asked.sets_together(round_)]
    if sets:
        yield t("keeps_together", count=len(sets), sets=_some(sets))
    for field in asked.needs():
        known = sum(asked.knows(a, field) for a in round_.applicants)
        yield t("known_of", field=field, known=known, n=round_.n)


def _some(texts: list[str]) -> str:
    few = first_of(texts, FEW)
    more = len(texts) - len(few)
    return "; ".join([*few, *([t("and_more", count=more)] if more else [])])
