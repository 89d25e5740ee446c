"""Which language the program speaks."""

from __future__ import annotations

import os
import sys
from itertools import pairwise

from cohorts.words import Language


def spoken(language: Language | None) -> Language:
    """The language a command was asked in, or the program before it; else the machine's."""
    return language or language_of(sys.argv[1:])


def language_of(arguments: list[str]) -> Language:
    """The language before the arguments are understood: for help, and for what is wrong in them.

    Dutch where neither they nor the machine says anything.
    """
    for here, following in pairwise([*arguments, ""]):
        given = following if here == "--language" else here.removeprefix("--language=")
        if given in set(Language):
            return Language(given)
    return Language.EN if os.environ.get("LANG", "").lower().startswith("en") else Language.NL
