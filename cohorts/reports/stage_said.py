"""What of a stage is fixed before the first vote, in sentences: for organiser and member alike."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.votes import Asked, Criterion
from cohorts.reports.looks_at_said import looks_at
from cohorts.reports.ties_said import examples_said, in_one
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.words import Language, say
from cohorts.words.phrase import exactly

AFTER = (
    "fixed_more_time",
    "fixed_leaves",
    "fixed_substitute",
    "fixed_tie",
    "fixed_ties_read",
    "fixed_seen",
)
"""What holds for every stage."""


def stage_said(plan: StagePlan, language: Language) -> list[str]:
    """Each sentence says one thing that nobody can change once the stage opened."""

    def t(key: str, **facts: object) -> str:
        return say(f"stage.{key}", language, **facts)

    stage, limit = plan.stage, plan.stage.counting.yes_limit
    said = [t(f"fixed_{plan.asked.value}")]
    if points := looks_at(plan, language):
        said.append(t("fixed_looks_at", text=in_one(points)))
    if limit:
        said.append(t("fixed_most", count=limit))
    said += [_criterion(one.spoken(language), language) for one in stage.criteria]
    said.append(t("fixed_rule", rule=stage.counting.TITLE[language]))
    if stage.places is None:
        said.append(t("fixed_joint"))
    else:
        said.append(t("fixed_places", count=stage.places))
    said.append(silence_means(plan, language))
    said.append(t("fixed_lots", number=str(plan.seed)))
    said.append(t("fixed_second" if plan.second else "fixed_once"))
    said += [t(key) for key in AFTER]
    said += examples_said(plan, language)
    return said


def rule_about(plan: StagePlan, language: Language) -> str:
    """How the rule counts, in the words of the rule itself."""
    return plan.stage.counting.ABOUT[language]


def silence_means(plan: StagePlan, language: Language) -> str:
    """What it means when a member does not judge somebody: for the page where they send in.

    Under a quorum silence can stop somebody, whatever the rule makes of it: one never goes without
    the other.
    """
    said, quorum = silence_of(plan.stage.counting, language), plan.stage.quorum
    if not quorum:
        return said
    percent = exactly(float(100 * quorum), language)
    return f"{said} {say('stage.fixed_quorum', language, percent=percent)}"


def silence_of(rule: CountingRule, language: Language) -> str:
    """The same of any rule, as it is set, where there is no quorum."""
    lowers = "_interest" if rule.interest_lowers else "_lowers" if rule.silence_lowers else ""
    return say(f"stage.fixed_silence{lowers}", language)


def kind_said(asked: Asked, language: Language) -> str:
    """*ja-stemmen* or *punten*."""
    return say(f"stage.kind_{asked.value}", language)


def _criterion(one: Criterion, language: Language) -> str:
    facts = {
        "name": one.name,
        "low": exactly(float(one.low), language),
        "high": exactly(float(one.high), language),
        "weight": exactly(float(one.weight), language),
    }
    return " ".join([say("stage.fixed_criterion", language, **facts), *_anchors(one, language)])


def _anchors(one: Criterion, language: Language) -> Iterator[str]:
    for score, stands_for in sorted(one.anchors.items()):
        facts = {"score": exactly(float(score), language), "text": stands_for}
        yield say("stage.fixed_anchor", language, **facts)
