"""A finding as a clause of a few words, and beside it how it was: for a board, where room is small.

The clauses stand in ``words/*/in_short.toml`` by rule and verdict; a rule that has none there says
its own sentence.
"""

from __future__ import annotations

from cohorts.round.finding import GroupFinding
from cohorts.rules.rule import Rule
from cohorts.words import Language, phrase, say
from cohorts.words.sentences import sentences


def in_short(
    rule: Rule,
    finding: GroupFinding,
    language: Language,
    before: GroupFinding | None = None,
    *,
    done: bool = False,
) -> str:
    """``9 van de 12 leden noemden Digitalisering (nu 9 van de 11)``, without capital or stop.

    ``before``: what the rule found in the group before; it is told where it is of the same subject
    and another. ``done``: that is over; else it is so now, and ``finding`` what would come.
    """
    clause = _clause(rule, finding, "", language)
    if clause is None:
        return _whole(rule, finding, language)
    if before is None or _about(rule, finding) != _about(rule, before):
        return clause
    was = _clause(rule, before, "_now", language)
    if was is None or clause == _clause(rule, before, "", language):
        return clause
    return say("in_short.was" if done else "in_short.now", language, clause=clause, was=was)


def as_it_was(rule: Rule, now: GroupFinding, was: GroupFinding, language: Language) -> str:
    """What it was, beside the sentence of ``now``: ``7 van de 10``; "" where that is the same.

    The whole where it was of another subject.
    """
    if rule.sentence(now, language) == rule.sentence(was, language):
        return ""
    same = _about(rule, now) == _about(rule, was)
    short = _clause(rule, was, "_now", language) if same else None
    return short or in_short(rule, was, language)


def _clause(rule: Rule, finding: GroupFinding, end: str, language: Language) -> str | None:
    told = rule.as_told(finding, language)
    template = sentences(language).get(f"in_short.{rule.rule}_{told.verdict}{end}")
    return None if template is None else phrase(template, told.facts, language)


def _about(rule: Rule, finding: GroupFinding) -> tuple[object, ...]:
    """What the members have in common, or took, by this finding."""
    return tuple(finding.facts.get(fact) for fact in (rule.TELLS, rule.TAKES, "value") if fact)


def _whole(rule: Rule, finding: GroupFinding, language: Language) -> str:
    """The sentence of the rule as a clause; what begins with a name keeps its capital."""
    said = rule.sentence(finding, language).rstrip(".")
    worded = not rule.said(rule.as_told(finding, language))[language].startswith("{")
    return f"{said[:1].lower()}{said[1:]}" if worded else said
