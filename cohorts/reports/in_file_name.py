"""What somebody is called, as it can stand in the name of a file on any computer."""

from __future__ import annotations

import re
import unicodedata

from cohorts.people.values import plain

ACCENTS = re.compile("[\u0300-\u036f]")
NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
LONGEST = 40
"""Signs."""


def in_file_name(called: str) -> str:
    """``anker-bv``; "" where no letter or digit of it can."""
    without = ACCENTS.sub("", unicodedata.normalize("NFKD", plain(called)))
    return NOT_IN_A_NAME.sub("-", without).strip("-")[:LONGEST]
