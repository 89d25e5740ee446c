"""One gate for every cell that leaves: what a spreadsheet would run is made text.

A sign counts in whatever form: a spreadsheet takes ``＝`` (of double width) for ``=``, and passes
over white space and signs that nobody sees.
"""

from __future__ import annotations

import unicodedata

DANGEROUS = frozenset("=+-@\u2212")
"""The last is the minus sign, which spreadsheets read as a hyphen."""
BREAKS = frozenset("\t\r\n")
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"})
"""Categories of signs that take no room, or only room."""
GATE = "'"


def gate(value: object) -> object:
    """Text that a spreadsheet acts on gets ``'`` before it; numbers stay."""
    return f"{GATE}{value}" if isinstance(value, str) and _acts(value) else value


def ungate(text: str) -> str:
    """What was written through the gate, as it was."""
    return text[1:] if text.startswith(GATE) and _acts(text) else text


def _acts(text: str) -> bool:
    """Whether it begins with what a spreadsheet acts on, behind any number of our own ``'``.

    So what stands behind one gets one more, and ``ungate`` takes away just that one.
    """
    bare = text.lstrip(GATE)
    for sign in bare:
        if sign in BREAKS:
            return True
        if unicodedata.category(sign) not in UNSEEN:
            plain = unicodedata.normalize("NFKC", sign)[:1]
            return plain in DANGEROUS
    return False
