"""Rules as bars from "not met" to "ideal", worst first, with a sentence beside each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from cohorts.composing.proposal import Proposal
from cohorts.reports.called import called
from cohorts.reports.chance import chance_sentence
from cohorts.reports.holds_least import holds
from cohorts.round.finding import Finding, GroupFinding
from cohorts.rules.rule import Rule
from cohorts.words import Language, say


@dataclass(frozen=True)
class Bar:
    """``share`` in per cent of ideal."""

    title: str
    sentence: str
    share: int
    must: bool
    broken: bool


def drawn(rule: Rule, finding: GroupFinding) -> bool:
    """Whether the rule has a bar in this group."""
    return finding.broken or rule.OF_HOW_ALIKE


def group_bars(found: Iterable[tuple[Rule, GroupFinding]], language: Language) -> tuple[Bar, ...]:
    """The rules of one group, given worst first."""
    return tuple(
        Bar(
            title=rule.title(language),
            sentence=rule.sentence(group, language),
            share=round(100 * group.quality),
            must=rule.is_must,
            broken=group.broken,
        )
        for rule, group in found
        if drawn(rule, group)
    )


def overall_bars(proposal: Proposal, language: Language) -> list[Bar]:
    """Every rule over all groups, worst first, beside chance."""
    bars = [
        _overall(finding, proposal, language)
        for finding in proposal.findings
        if finding.groups and (finding.rule in proposal.random or any(finding.total().values()))
    ]
    return sorted(bars, key=lambda bar: bar.share)


def _overall(finding: Finding, proposal: Proposal, language: Language) -> Bar:
    rule = proposal.programme.rule(finding.rule)
    placed = sum(map(len, proposal.composition.groups.values()))
    worst = min(finding.groups, key=lambda g: (g.quality, g.group))
    broken = sum(g.broken for g in finding.groups)
    sentences = [chance_sentence(rule, proposal.random.get(finding.rule), language)]
    if broken:
        sentences.append(
            say("report.broken_in", language, count=broken, groups=len(finding.groups))
        )
    elif finding.whole.broken:
        sentences.append(rule.sentence(finding.whole, language))
    elif not holds(rule, worst):
        group = called(proposal.programme, worst.group, language)
        sentences.append(say("report.least_in", language, group=group))
    if finding.missing:
        sentences.append(say("report.unknown_of", language, count=finding.missing, placed=placed))
    return Bar(
        title=rule.title(language),
        sentence=" ".join(filter(None, sentences)),
        share=round(100 * fmean(g.quality for g in finding.groups)),
        must=rule.is_must,
        broken=bool(finding.broken),
    )
