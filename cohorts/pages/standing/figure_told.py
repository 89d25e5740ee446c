"""The figure of one applicant in words: a number where it may be told, else a range."""

from __future__ import annotations

from fractions import Fraction

from cohorts.committee.counting.weighted_score import shares_scale
from cohorts.committee.votes import Asked
from cohorts.pages.told import page_words
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.rounds.standings.standing_of import Exact, Stood
from cohorts.words import Language
from cohorts.words.phrase import exactly

t = page_words("committee_outcome")
HUNDRED = 100


def figure_told(one: Stood, plan: StagePlan, language: Language) -> str:
    """*6 van de 10 ja*, *gemiddeld 3,4 tot 3,8*; "" for who was not judged."""
    split = one.split
    if split is None:
        return ""
    if split.judged is None:
        return t("few")
    if not split.is_told:
        return t("untold", judged=split.judged)
    facts: dict[str, object] = {"judged": split.judged}
    facts |= {"low": _said(split.low, plan, language), "high": _said(split.high, plan, language)}
    if split.asked is Asked.YES and split.low == split.high:
        return t("yes", **facts)
    end = "low" if split.low == 0 else "high" if split.is_end else "middle"
    return t(f"{split.asked}_{end}", **facts)


def exactly_told(exact: Exact, language: Language) -> str:
    """For who audits: the count itself."""
    known = exact.heard
    facts: dict[str, object] = {"judged": known.judged, "abstained": known.abstained}
    facts |= {"silent": known.not_judged, "recused": known.recused}
    beside = t("exact_beside", **facts)
    if exact.yes is not None:
        return f"{t('exact_yes', yes=exact.yes, judged=known.judged)} {beside}"
    if exact.standing is None:
        return beside
    figure = exactly(round(float(exact.standing), 3), language)
    return f"{t('exact_mean', figure=figure)} {beside}"


def _said(value: Fraction, plan: StagePlan, language: Language) -> str:
    """A number of yes; or a part of the scale as points on it, of a hundred where scales differ."""
    if plan.asked is Asked.YES:
        return str(int(value))
    criteria = tuple(one.criterion for one in plan.stage.criteria)
    if not shares_scale(criteria):
        return exactly(float(value * HUNDRED), language)
    low, high = criteria[0].low, criteria[0].high
    return exactly(float(low + value * (high - low)), language)
