"""All that can be read in one part of a document, seen or not: each letter holds it."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.intake.files.word.marking import BREAKS, Element, W

TEXTS = {f"{W}t", f"{W}delText", f"{W}instrText"}
"""Also what was struck out while changes were tracked, and what a field of Word is asked."""
OF_PICTURES = ("descr", "title")


def legible(root: Element) -> Iterator[str]:
    """A text for each paragraph, with white space where a line breaks; and what pictures show."""
    for paragraph in root.iter(f"{W}p"):
        yield "".join(
            (one.text or "") if one.tag in TEXTS else " " for one in paragraph.iter(*TEXTS, *BREAKS)
        )
    for one in root.iter("{*}docPr"):
        yield from filter(None, map(one.get, OF_PICTURES))
