"""Tables of a rule as people write them: names with lists, names with numbers."""

from __future__ import annotations

from typing import Any


def lists_written(value: Any) -> str:
    """A line a name, with what belongs to it behind a colon; names alone as they are."""
    if isinstance(value, dict):
        return "\n".join(f"{name}: {', '.join(within)}" for name, within in value.items())
    return "\n".join(value or ())


def lists_read(text: str) -> dict[str, list[str]] | list[str]:
    """The table of :func:`lists_written`; only names where no line has a colon."""
    lines = [line.partition(":") for line in text.splitlines() if line.strip()]
    if not any(colon for _, colon, _ in lines):
        return [name.strip() for line, _, _ in lines for name in line.split(",") if name.strip()]
    return {
        name.strip(): [one.strip() for one in within.split(",") if one.strip()]
        for name, _, within in lines
    }


def pairs_written(value: Any) -> str:
    """A line a name, with its number behind the last ``=``."""
    return "\n".join(f"{name} = {number}" for name, number in (value or {}).items())


def pairs_read(text: str) -> dict[str, int | str]:
    """The table of :func:`pairs_written`.

    What is no whole number stays as it was typed, so that whoever checks it can say so.
    """
    found: dict[str, int | str] = {}
    for line in filter(str.strip, text.splitlines()):
        before, sign, behind = (one.strip() for one in line.rpartition("="))
        name, typed = (before, behind) if sign else (behind, "")
        found[name] = int(typed) if typed.isdecimal() else typed
    return found
