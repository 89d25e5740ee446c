"""The kinds of conditions, with every field, as a part of the page about programmes."""

from __future__ import annotations

from typing import Any

from cohorts.conditions import Condition, conditions
from cohorts.words import Language, say

SHARED = ("condition", "key", "stage", "reason")
"""Fields of every condition: said once."""


def condition_page(language: Language) -> str:
    """A section for each kind; what all of them have first."""
    lines = [f"## {say('programme.conditions', language)}", ""]
    lines += [say("programme.conditions_about", language), ""]
    lines += _fields(next(iter(conditions().values())), SHARED, language)
    for name, kind in conditions().items():
        own = tuple(field for field in kind.model_fields if field not in SHARED)
        lines += ["", f"### {name}", "", kind.ABOUT[language], "", *_fields(kind, own, language)]
    return "\n".join(lines)


def _fields(kind: type[Condition], names: tuple[str, ...], language: Language) -> list[str]:
    lines = [f"| {say('programme.conditions_head', language)} |", "|---|---|"]
    for name in names:
        extra: Any = kind.model_fields[name].json_schema_extra
        lines.append(f"| `{name}` | {extra[language.value]} |")
    return lines
