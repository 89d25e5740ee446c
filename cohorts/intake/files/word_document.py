"""A document of somebody's own that letters are filled into (docx), read where it does no harm."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from cohorts.errors import InputError, Problem
from cohorts.intake.files.apart import LOCKED, OLD, GaveUp, answer_of
from cohorts.intake.limits import MEMORY, SECONDS

READER = "cohorts.intake.files.word.marked"
MOST_BYTES = 3_000_000
"""Of one document: each letter holds it whole."""


@dataclass(frozen=True)
class Hole:
    """Where the value of a field comes. ``name``: as it was written.

    ``before``, ``after``: of a paragraph that holds it alone, which is there for each paragraph of
    the value; ``stays``: also where there is none.
    """

    name: str
    before: str = ""
    after: str = ""
    stays: bool = True

    @property
    def alone(self) -> bool:
        """Whether it is a paragraph of its own."""
        return bool(self.before)


@dataclass(frozen=True)
class Part:
    """``prefix``: of the elements of WordprocessingML in it."""

    name: str
    prefix: str
    pieces: tuple[str | Hole, ...]


@dataclass(frozen=True, eq=False)
class Document:
    """``fields``: as they were written, in order. ``text``: all that can be read in it.

    ``others``: the parts that are the same in each letter.
    """

    fields: tuple[str, ...]
    text: str
    parts: tuple[Part, ...]
    others: Mapping[str, bytes]


def read_document(data: bytes, file: str) -> Document:
    """What it is made of; ``file``: how a person calls it.

    Raises InputError for what is no such document, is damaged or locked, runs something, reaches
    outside itself, or is too large.
    """
    if len(data) > MOST_BYTES:
        raise InputError(Problem("template.too_large", file, {"most": MOST_BYTES // 1_000_000}))
    if data.startswith(OLD):
        raise InputError(Problem("template.locked" if LOCKED in data else "template.old", file))
    try:
        told = answer_of(READER, data)
    except GaveUp:
        told = {"code": "template.gave_up"}
    if "code" in told:
        facts = {"seconds": SECONDS, "memory": MEMORY // 1_000_000} | told.get("facts", {})
        raise InputError(Problem(told["code"], file, facts))
    parts = (
        Part(name, prefix, tuple(p if isinstance(p, str) else Hole(*p) for p in pieces))
        for name, prefix, pieces in told["parts"]
    )
    others = {name: base64.b64decode(content) for name, content in told["others"].items()}
    return Document(tuple(told["fields"]), told["text"], tuple(parts), others)
