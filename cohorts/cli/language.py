"""Which language the program speaks."""

from __future__ import annotations

import os

from cohorts.words import Language


def spoken(language: Language | None) -> Language:
    """The language asked for, else the machine's; Dutch where that says nothing."""
    if language is not None:
        return language
    return Language.EN if os.environ.get("LANG", "").lower().startswith("en") else Language.NL


def language_of(arguments: list[str]) -> Language:
    """The language before the arguments are understood: for help, and for what is wrong in them."""
    for here, following in zip(arguments, [*arguments[1:], ""], strict=True):
        given = following if here == "--language" else here.removeprefix("--language=")
        if given in set(Language):
            return Language(given)
    return spoken(None)
