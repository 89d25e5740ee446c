"""What the file of a round is called."""

from __future__ import annotations

import re

UNFIT = re.compile(r"[^\w .-]+")
"""Signs that the name of a file cannot have everywhere."""


def zip_name(round_name: str) -> str:
    """As the round is called."""
    return f"{UNFIT.sub(' ', round_name).strip() or 'ronde'}.zip"
