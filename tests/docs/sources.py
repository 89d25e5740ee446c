"""The table of where each value of a preset comes from, made from presets and their origins."""

from __future__ import annotations

import json

from cohorts.programme.origin import origins_of, values_by_origin
from cohorts.programme.programme import presets

PAGE = "docs/explanation/domain-lines.md"
BEGIN, END = "<!-- sources: made by make docs -->\n", "<!-- sources end -->\n"
LONGEST = 60


def with_sources(text: str) -> str:
    """The page with the table as it is now. Raises ValueError where the marks are not there."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{_table()}\n{END}{after}"


def _table() -> str:
    lines = []
    for name in presets():
        told = set(origins_of(name).told)
        lines += [f"### {name}", "", "| value | source |", "|---|---|"]
        for origin, values in values_by_origin(name).items():
            said = f"inventory: {origin.en}" if origin in told else f"**assumed**: {origin.en}"
            shown = ", ".join(f"{path} = {_short(value)}" for path, value in values.items())
            lines.append(f"| {shown} | {said} |")
        lines.append("")
    return "\n".join(lines)


def _short(value: object) -> str:
    """As in JSON; of a text per language the English one, of a long one how it begins."""
    value = value.get("en", value) if isinstance(value, dict) else value
    text = json.dumps(value, ensure_ascii=False).replace("|", "/")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
