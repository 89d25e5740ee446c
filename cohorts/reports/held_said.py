"""Everything that is held about one person, in lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cohorts.rounds.erasing.held import Held
from cohorts.rounds.erasing.look_at_one import Entry
from cohorts.words import Language, say
from cohorts.words.phrase import field_name, quoted

PLACES = ("version", "proposal")


def held_said(held: Held, language: Language) -> Iterator[str]:
    """Line by line, subject by subject."""
    yield say("erasing.head", language, round=held.round, ids=held.ids)
    for subject, entries in held.entries.items():
        yield ""
        yield say(f"erasing.{subject}", language)
        if not entries:
            yield f"  {say('erasing.nothing', language)}"
        for entry in entries:
            yield from (f"  {line}" for line in _lines(entry, language))


def _lines(entry: Entry, language: Language) -> Iterator[str]:
    head = ", ".join(_head(entry, language))
    what = entry["what"]
    if isinstance(what, dict):
        yield f"{head}:"
        for field, value in what.items():
            yield from (f"  {name}: {said}" for name, said in _fields(field, value, language))
        return
    said = " ".join(str(part) for part in (what, entry.get("note")) if part not in (None, ""))
    yield f"{head}: {said}" if head else said


def _head(entry: Entry, language: Language) -> Iterator[str]:
    """When, by whom, and where it stands."""
    yield from (str(entry[name])[:16].replace("T", " ") for name in ("at",) if name in entry)
    yield from (str(entry[name]) for name in ("by", "how", "name") if entry.get(name))
    yield from (
        say(f"erasing.in_{name}", language, **{name: entry[name]})
        for name in PLACES
        if name in entry
    )
    if "group" in entry:
        key = "in_no_group" if entry["group"] is None else "in_group"
        yield say(f"erasing.{key}", language, group=entry["group"])
    yield from (field_name(entry[name], language) for name in ("column",) if entry.get(name))
    yield from (quoted(str(entry[name])) for name in ("value",) if entry.get(name))


def _fields(field: str, value: Any, language: Language) -> Iterator[tuple[str, str]]:
    """A field in words and what was answered; columns of one's own by their headers."""
    if isinstance(value, dict):
        yield from ((header, str(said)) for header, said in value.items())
    else:
        said = " | ".join(map(str, value)) if isinstance(value, list) else _plainly(value)
        yield field_name(field, language), said


def _plainly(value: Any) -> str:
    """A whole number without a point; the rest as it is."""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value)
