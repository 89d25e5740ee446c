"""Votes by name as rows of a table: every version, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cohorts.pages.moment import clock
from cohorts.pages.told import page_words
from cohorts.rounds.balloting.cast import How
from cohorts.rounds.balloting.named_votes import NamedVote, Version
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.words import Language
from cohorts.words.phrase import exactly

t = page_words("audit")


def rows_of(
    found: Sequence[NamedVote], plan: StagePlan, language: Language
) -> Iterator[dict[str, Any]]:
    """The last version of each first; who has a tie, and who never judged, too."""
    for vote in found:
        names = {"applicant": vote.applicant, "member": vote.member}
        if vote.recused or not vote.versions:
            said = t("recused") if vote.recused else t("not_judged")
            yield names | {"said": said, "how": "", "remark": "", "old": False, "corrected": False}
        for one in reversed(vote.versions):
            old = vote.recused or one.number < len(vote.versions)
            yield names | {
                "said": _judged(one.judged, plan, language),
                "how": _how(one, old=old),
                "corrected": vote.corrected and not old,
                # what is set back keeps the member's note, which stands with what they said
                "remark": "" if one.how == How.AGAIN else one.remark,
                "old": old,
            }


def _judged(judged: Judged, plan: StagePlan, language: Language) -> str:
    if judged.abstained:
        return t("abstained")
    if judged.yes is not None:
        said = t("yes") if judged.yes else t("no")
    else:
        names = [one.name[language] for one in plan.stage.criteria]
        given = zip(names, judged.scores, strict=False)
        scores = [f"{name} {exactly(float(s), language)}" for name, s in given if s is not None]
        said = " · ".join(scores) or t("nothing")
    return t("later", said=said) if judged.later else said


def _how(one: Version, *, old: bool) -> str:
    facts = {"at": clock(one.at), "by": one.by, "number": str(one.number), "turn": str(one.turn)}
    said = t(f"how_{How(one.how).value}", **facts)
    return t("old", said=said) if old else said
