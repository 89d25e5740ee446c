"""Names of people: of the region, and now and then of people whose families came from elsewhere."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

YOUNGER_FROM = 1980
"""Born from this year on, people have other first names."""
FROM_ELSEWHERE = 0.13
"""Of all people; one in eight."""
LOWER = ("van", "de", "den", "der", "ter", "te", "'t")


@cache
def names() -> dict[str, Any]:
    """What ``names.toml`` holds."""
    return tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))


def drawn_name(draw: random.Random, region: str, born: int) -> tuple[str, str]:
    """First and last name of somebody from ``region``, a key of ``[last]``."""
    if draw.random() < FROM_ELSEWHERE:
        origin = draw.choice(names()["elsewhere"])
        return draw.choice(origin["first"]), draw.choice(origin["last"])
    age = "younger" if born >= YOUNGER_FROM else "older"
    return draw.choice(names()["first"][age]), draw.choice(names()["last"][region])


def in_a_company(last: str) -> str:
    """A last name as a company carries it: Van den Berg, Ter Braak."""
    first, *rest = last.split(" ")
    return " ".join([first.capitalize() if first in LOWER else first, *rest])
