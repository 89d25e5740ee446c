"""All sentences of a language, by key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from cohorts.words.language import Language


@cache
def sentences(language: Language) -> Mapping[str, str]:
    """All sentences of a language: ``"<file>.<key>"`` → template for ``str.format``."""
    found: dict[str, str] = {}
    folder = files("cohorts.words") / language.value
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            subject = file.name.removesuffix(".toml")
            found |= {f"{subject}.{key}": str(text) for key, text in table.items()}
    return found
