"""The counting rules: a line each, or a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.words import Language, say
from cohorts.words.phrase import listed


def rules_listed(rules: Mapping[str, type[CountingRule]], language: Language) -> list[str]:
    """Each rule in one line, with when to choose it."""
    return [
        f"{name} ({ballots_counted(rule, language)}): {rule.TITLE[language]}. {rule.WHEN[language]}"
        for name, rule in rules.items()
    ]


def ballots_counted(rule: type[CountingRule], language: Language) -> str:
    """The ballots it counts, in words."""
    return listed((say(f"count.asks_{one}", language) for one in sorted(rule.ASKS)), language)


def rule_whole(name: str, rule: type[CountingRule], language: Language) -> list[str]:
    """All there is to know of one rule."""
    can_be = say("count.rules_values", language)
    fields = [
        f"  --set {field}={usual}" + (f" ({can_be}: {can})" if can else "")
        for field, usual, can in fields_of(rule)
    ]
    return [
        f"{name}: {rule.TITLE[language]}",
        rule.ABOUT[language],
        f"{say('count.rule_when', language)}: {rule.WHEN[language]}",
        f"{say('count.rules_ballots', language)}: {ballots_counted(rule, language)}",
        f"{say('count.rule_paper', language)}: {rule.PAPER}",
        *fields,
    ]


def rules_page(rules: Mapping[str, type[CountingRule]], language: Language) -> list[str]:
    """The page of the documentation."""
    lines = [f"# {say('count.rules_title', language)}", "", say("count.rules_about", language)]
    for name, rule in rules.items():
        lines += [
            f"\n## {name}\n",
            f"**{rule.TITLE[language]}.** {rule.ABOUT[language]}",
            "",
            f"- {say('count.rule_when', language)}: {rule.WHEN[language]}",
            f"- {say('count.rules_ballots', language)}: {ballots_counted(rule, language)}",
            f"- {say('count.rule_paper', language)}: {rule.PAPER}",
        ]
        if found := fields_of(rule):
            keys = ("rules_set", "rules_first", "rules_values")
            head = " | ".join(say(f"count.{key}", language) for key in keys)
            lines += ["", f"| {head} |", "|---|---|---|"]
            lines += [f"| `{field}` | {usual} | {can} |" for field, usual, can in found]
    return lines


def fields_of(rule: type[CountingRule]) -> list[tuple[str, str, str]]:
    """(name, usual value, what it can be) of all that can be set of it."""
    properties: dict[str, Any] = rule.model_json_schema(mode="serialization").get("properties", {})
    kinds: dict[str, Any] = rule.model_json_schema(mode="serialization").get("$defs", {})
    found = []
    for field in rule.model_fields:
        stated = properties.get(field, {})
        kind = kinds.get(str(stated.get("$ref", "")).rsplit("/", 1)[-1], stated)
        can = ", ".join(map(str, kind.get("enum", ())))
        found.append((field, str(stated.get("default", "–")), can))
    return found
