"""A word with a hyphen in it (Jan-Willem, 's-Hertogenbosch) stays on one line where it fits."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

HYPHENATED = re.compile(r"\S+-\S+")


def whole_words(text: str) -> Markup:
    """``text`` as markup: a browser breaks behind a hyphen, and no style of a line forbids that.

    The signs stay those of the data, for whoever copies them.
    """
    parts, at = [], 0
    for found in HYPHENATED.finditer(text):
        parts += [escape(text[at : found.start()]), _whole(found.group())]
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def _whole(word: str) -> Markup:
    return Markup('<span class="whole">{}</span>').format(word)
