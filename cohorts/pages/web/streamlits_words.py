"""The words that are Streamlit's own, and what they are in Dutch.

Both stand in ``words/*/streamlit.toml``; ``{name}`` is a part that is taken over as it stands. A
script in the page (``served/shell.js``) says them in the page's language.
"""

from __future__ import annotations

import json
import re
from functools import cache

from cohorts.words import Language
from cohorts.words.sentences import sentences

SUBJECT = "streamlit."
PART = re.compile(r"\\\{(\w+)\\\}")


@cache
def words_script() -> str:
    """Sets ``cohortsWords``: pairs of a pattern of the English text, and the Dutch one."""
    pairs = [[_pattern(english), _filled(english, dutch)] for english, dutch in streamlits_words()]
    return f"window.cohortsWords = {json.dumps(pairs, ensure_ascii=False)};\n"


def streamlits_words() -> list[tuple[str, str]]:
    """(English, Dutch); the longest first, so that no part is taken for the whole."""
    english, dutch = sentences(Language.EN), sentences(Language.NL)
    pairs = [(text, dutch[key]) for key, text in english.items() if key.startswith(SUBJECT)]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _pattern(english: str) -> str:
    return f"^{PART.sub('(.+?)', re.escape(english))}$"


def _filled(english: str, dutch: str) -> str:
    """``{size} per file`` → ``$1``: each part by its place in the English text."""
    for number, name in enumerate(re.findall(r"\{(\w+)\}", english), 1):
        dutch = dutch.replace(f"{{{name}}}", f"${number}")
    return dutch
