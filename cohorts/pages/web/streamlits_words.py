"""The words that are Streamlit's own, and what they are in Dutch.

Both stand in ``words/*/streamlit.toml``; ``{name}`` is a part that is taken over as it stands. A
script in the page (``served/shell.js``) says them in the page's language. What nobody but a
programmer understands has a sentence of ours in ``words/*/instead.toml``, in both languages.
"""

from __future__ import annotations

import json
import re
from functools import cache

from cohorts.words import Language
from cohorts.words.sentences import sentences

SUBJECT, INSTEAD = "streamlit.", "instead."
PART = re.compile(r"\\\{(\w+)\\\}")


@cache
def words_script() -> str:
    """Sets ``cohortsWords``: language → pairs of a pattern of Streamlit's text, and what we say."""
    words = {
        language: [[_pattern(theirs), _filled(theirs, ours)] for theirs, ours in said]
        for language, said in ((one.value, said_instead(one)) for one in Language)
    }
    return f"window.cohortsWords = {json.dumps(words, ensure_ascii=False)};\n"


def said_instead(language: Language) -> list[tuple[str, str]]:
    """(Streamlit's, ours), where they differ; the longest first."""
    theirs, ours = sentences(Language.EN), sentences(language)
    pairs = [
        (text, ours.get(INSTEAD + key.removeprefix(SUBJECT), ours[key]))
        for key, text in theirs.items()
        if key.startswith(SUBJECT)
    ]
    return sorted((pair for pair in pairs if pair[0] != pair[1]), key=lambda pair: -len(pair[0]))


def _pattern(english: str) -> str:
    return f"^{PART.sub('(.+?)', re.escape(english))}$"


def _filled(english: str, dutch: str) -> str:
    """``{size} per file`` → ``$1``: each part by its place in the English text."""
    for number, name in enumerate(re.findall(r"\{(\w+)\}", english), 1):
        dutch = dutch.replace(f"{{{name}}}", f"${number}")
    return dutch
