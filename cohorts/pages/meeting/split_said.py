"""How the votes on one dossier are said in a room: a number that unmasks nobody, or a range."""

from __future__ import annotations

from cohorts.committee.sureness.split_shown import SplitShown
from cohorts.committee.votes import Asked
from cohorts.pages.told import page_words

t = page_words("meeting")
HUNDRED = 100


def split_said(split: SplitShown) -> str:
    """In a sentence, of no more than :class:`SplitShown` tells."""
    if not split.is_told:
        return t("split_none")
    if split.asked is not Asked.YES:
        low, high = (round(HUNDRED * one) for one in (split.low, split.high))
        return t("split_scores", low=low, high=high)
    facts = {"low": int(split.low), "high": int(split.high), "judged": split.judged}
    return t("split_yes" if split.low == split.high else "split_range", **facts)
