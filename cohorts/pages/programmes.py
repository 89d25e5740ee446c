"""The programmes that come along, read once."""

from __future__ import annotations

from functools import cache

from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.words import Language


@cache
def preset(name: str) -> Programme:
    """By its name. Raises InputError where there is none."""
    return load_programme(name)


def programme_title(name: str, language: Language) -> str:
    """What a reader calls it; one of somebody's own by its name."""
    return str(preset(name).title[language]) if name in presets() else name
