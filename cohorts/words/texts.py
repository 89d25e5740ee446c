"""A text that stands beside the code it belongs to, in every language."""

from __future__ import annotations

from collections.abc import Mapping

from cohorts.words.language import Language

Texts = Mapping[Language, str]


def texts(*, nl: str, en: str) -> Texts:
    """One text in every language."""
    return {Language.NL: nl, Language.EN: en}
