"""What to say where the compiled parts are not in their cache yet, or cannot be."""

from __future__ import annotations

from cohorts.composing import engines


def first_time() -> str | None:
    """The key of the sentence that says why it takes longer; None where it does not."""
    if engines.is_warm():
        return None
    return "cli.first_time" if engines.CACHED else "cli.every_time"
