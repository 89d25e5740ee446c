"""The counting rules: a line each, or a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.words import Language, say
from cohorts.words.phrase import listed

NONE = "–"
"""The usual value of what is not set at all."""


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
        f"  --set {field}={'…' if usual == NONE else usual}"
        + (f" ({can_be}: {can})" if can else "")
        for field, usual, can in fields_of(rule, language)
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
        if found := fields_of(rule, language):
            keys = ("rules_set", "rules_first", "rules_values")
            head = " | ".join(say(f"count.{key}", language) for key in keys)
            lines += ["", f"| {head} |", "|---|---|---|"]
            lines += [f"| `{field}` | {usual} | {can} |" for field, usual, can in found]
    return lines


def set_of(rule: CountingRule) -> list[str]:
    """What is set of this one, as ``name = value``; what is not set at all is left out."""
    stated = {field: getattr(rule, field) for field in type(rule).model_fields}
    return [f"{field} = {value}" for field, value in stated.items() if value is not None]


def fields_of(rule: type[CountingRule], language: Language) -> list[tuple[str, str, str]]:
    """(name, usual value, what it can be and means) of all that can be set of it."""
    schema: dict[str, Any] = rule.model_json_schema(mode="serialization")
    found = []
    for field in rule.model_fields:
        stated = schema.get("properties", {}).get(field, {})
        usual = stated.get("default")
        can = [_can_be(stated, schema.get("$defs", {}), language)]
        can += [rule.MEANS[field][language]] if field in rule.MEANS else []
        found.append((field, NONE if usual is None else str(usual), "; ".join(filter(None, can))))
    return found


def _can_be(stated: Mapping[str, Any], kinds: Mapping[str, Any], language: Language) -> str:
    """The words, or the whole numbers, that a field of a JSON schema takes; else nothing."""
    first = stated.get("anyOf", [stated])[0]
    kind = kinds.get(str(first.get("$ref", "")).rsplit("/", 1)[-1], first)
    if kind.get("type") == "integer" and "minimum" in kind:
        bounds = {"least": kind["minimum"], "most": kind.get("maximum")}
        key = "count.whole_from" if bounds["most"] is None else "count.whole_between"
        return say(key, language, **bounds)
    return ", ".join(map(str, kind.get("enum", ())))
