"""What columns and kinds are called in the files beside the applicants, in Dutch and English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from cohorts.intake.fields.headers import plain
from cohorts.people.relation import RelationKind
from cohorts.words import Language, say


@cache
def _known() -> dict[str, dict[str, tuple[str, ...]]]:
    text = (files("cohorts.intake.beside") / "beside.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, tuple[str, ...]]] = {
        part: {name: tuple(map(plain, words)) for name, words in table.items()}
        for part, table in tomllib.loads(text).items()
    }
    return found


def columns_named(headers: Sequence[str], names: Sequence[str]) -> Mapping[str, int]:
    """Name → its column: the header that is the name itself, else the first called so."""
    plainly = [plain(header) for header in headers]
    found: dict[str, int] = {}
    for name in names:
        words = (plain(name), *_known()["columns"].get(name, ()))
        places = (plainly.index(word) for word in words if word in plainly)
        if (place := next((p for p in places if p not in found.values()), None)) is not None:
            found[name] = place
    return found


def kinds_as_written() -> Mapping[Language, tuple[str, ...]]:
    """A word for each kind, as somebody of that language may write it in a file."""
    return {
        language: tuple(say(f"relations.as_written_{kind}", language) for kind in RelationKind)
        for language in Language
    }


def kind_of(text: str) -> tuple[RelationKind, bool] | None:
    """Which kind of relation it is, and whether the two stand the other way about."""
    word = plain(text.replace("'", "").replace("’", ""))
    for part, turned in (("kinds", False), ("kinds_turned", True)):
        for kind, words in _known()[part].items():
            if word in words:
                return RelationKind(kind), turned
    return None


def serves_of(text: str) -> str | None:
    """Whom a coach has by this word: a key of ``[serves]``; None for no such word."""
    return next((one for one, words in _known()["serves"].items() if plain(text) in words), None)
