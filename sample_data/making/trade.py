"""What made companies do: activity code, what people say of it, and what such a company is like."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("trades")


@dataclass(frozen=True)
class Trade:
    """One line of business, as a file of ``trades`` describes it.

    ``sbi``: a class of SBI 2025. ``fte``: least and most who work in such a company. ``per_fte``:
    turnover per head, least and most, in thousands of euros. ``since``: no such company is older.
    ``names``: patterns, of which some are a name outright. ``water``: only where a place lies on it
    (see places.py). ``public``: a foundation or authority, no company; ``founded``: all
    of them in that year. ``impact`` and ``role``:
    what a form of that round asks.
    """

    sbi: str
    sector: str
    fte: tuple[int, int]
    per_fte: tuple[int, int]
    since: int
    names: tuple[str, ...]
    activity: tuple[str, ...]
    offer: tuple[str, ...]
    customers: tuple[str, ...]
    water: bool = False
    public: bool = False
    founded: int = 0
    impact: str = ""
    role: str = ""


@cache
def trades(*files: str) -> tuple[Trade, ...]:
    """Every trade of these files, in their order."""
    return tuple(trade for file in files for trade in _read(file))


def every_file() -> list[str]:
    """The names of all files of trades."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


def _read(file: str) -> list[Trade]:
    held: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{file}.toml").read_text("utf-8"))[
        "trade"
    ]
    return [Trade(**{key: _frozen(value) for key, value in one.items()}) for one in held]


def _frozen(value: Any) -> Any:
    """Lists as tuples: a trade can be counted by."""
    return tuple(value) if isinstance(value, list) else value
