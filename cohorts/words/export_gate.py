"""One gate for every cell that leaves: what a spreadsheet would run is made text."""

from __future__ import annotations

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
GATED = frozenset(DANGEROUS)


def gate(value: object) -> object:
    """Text that starts with a sign a spreadsheet acts on gets ``'`` before it; numbers stay."""
    if isinstance(value, str) and value.startswith((*DANGEROUS, "'=", "'+", "'-", "'@")):
        return f"'{value}"
    return value


def ungate(text: str) -> str:
    """What was written through the gate, as it was."""
    return text[1:] if text[:1] == "'" and text[1:2] in GATED else text
