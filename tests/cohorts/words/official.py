"""What others call by words that are jargon elsewhere: a register of the government."""

from __future__ import annotations

import re

OFFICIAL = re.compile(
    r"algoritmeregister|algorithm[ -]register|impactvolle algoritmes|high-impact algorithms",
    re.IGNORECASE,
)
