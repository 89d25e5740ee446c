"""Where the values of a preset come from: the inventory says so, or we assumed it.

The data are in ``origins/``: a file for each preset, and ``shared.toml`` for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from cohorts.forms.toml_file import read_programme_table
from cohorts.programme.by_path import Values, values_of
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.words.texts import Texts, texts
from cohorts.words.vocabulary import spoken

SHARED = "shared"


class Origin(BaseModel):
    """What is said of some values, in every language.

    ``of``: patterns of paths. A part of a path may be ``*``, and a pattern covers all that stands
    under it: ``rules.at_most`` covers ``rules.at_most.most``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: tuple[str, ...] = Field(min_length=1)
    nl: str = Field(min_length=1)
    en: str = Field(min_length=1)

    @property
    def said(self) -> Texts:
        """The text in every language."""
        return texts(nl=self.nl, en=self.en)


class Origins(BaseModel):
    """``told``: what the inventory says; ``assumed``: what it does not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1]
    told: tuple[Origin, ...] = ()
    assumed: tuple[Origin, ...] = ()


def covering(path: str, origins: Origins) -> list[Origin]:
    """Those that cover a value most exactly: one, unless there is none or two say the same path."""
    fitting = [
        (_exactness(pattern), origin)
        for origin in (*origins.told, *origins.assumed)
        for pattern in origin.of
        if _covers(pattern, path)
    ]
    most = max((exact for exact, _ in fitting), default=(0, 0))
    return [origin for exact, origin in fitting if exact == most]


def _covers(pattern: str, path: str) -> bool:
    asked, parts = pattern.split("."), path.split(".")
    pairs = zip(asked, parts, strict=False)
    return len(asked) <= len(parts) and all(one in ("*", part) for one, part in pairs)


def _exactness(pattern: str) -> tuple[int, int]:
    """How many parts it has, and how many of them are named."""
    parts = pattern.split(".")
    return len(parts), sum(part != "*" for part in parts)


@cache
def origins_of(preset: str) -> Origins:
    """Those of a preset; of the shared ones what its own file does not say itself.

    Raises FileNotFoundError where it is no preset.
    """
    own = _read(preset)
    said = {pattern for origin in (*own.told, *own.assumed) for pattern in origin.of}
    left = (
        origin.model_copy(update={"of": tuple(p for p in origin.of if p not in said)})
        for origin in _read(SHARED).assumed
    )
    return own.model_copy(update={"assumed": (*own.assumed, *(one for one in left if one.of))})


def _read(name: str) -> Origins:
    text = (files("cohorts.programme") / "origins" / f"{name}.toml").read_text("utf-8")
    return read_programme_table(text, f"{name}.toml", Origins)


@cache
def values_by_origin(preset: str) -> Mapping[Origin, Mapping[str, object]]:
    """Origin → the values that it covers; one that covers nothing is not in it."""
    origins, values = origins_of(preset), values_of(load_programme(preset), stated=True)
    found: dict[Origin, dict[str, object]] = {}
    for path, value in values.items():
        for origin in covering(path, origins):
            found.setdefault(origin, {})[path] = value
    order = (*origins.told, *origins.assumed)
    return {origin: found[origin] for origin in order if origin in found}


def told_in(programme: Programme) -> tuple[Texts, ...]:
    """What the inventory says of a preset; of another programme it says nothing."""
    return _said(programme, values_of(programme), assumed=False)


def assumed_in(programme: Programme, in_use: Values | None = None) -> tuple[Texts, ...]:
    """What is assumed in a preset; of another programme nothing is.

    ``in_use``: the values that count, where some were replaced. Who replaced a value assumes
    nothing: an assumption is said as long as its values are still those of the preset. It is said
    in the words of the programme: what all presets share says ``groep``.
    """
    found = _said(programme, in_use or values_of(programme), assumed=True)
    with programme.in_own_words():
        return tuple({of: spoken(text, of) for of, text in said.items()} for said in found)


def _said(programme: Programme, in_use: Values, *, assumed: bool) -> tuple[Texts, ...]:
    if programme.name not in presets():
        return ()
    origins = origins_of(programme.name)
    asked = origins.assumed if assumed else origins.told
    covered = values_by_origin(programme.name)
    return tuple(o.said for o in asked if o in covered and all(_still(o, covered[o], in_use)))


def _still(origin: Origin, values: Values, in_use: Values) -> Iterator[bool]:
    """For each pattern: whether a value it covers is still the one of the preset."""
    for pattern in origin.of:
        of_it = [path for path in values if _covers(pattern, path)]
        if of_it:
            yield any(in_use.get(path) == values[path] for path in of_it)
