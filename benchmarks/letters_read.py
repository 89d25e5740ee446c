"""Letters read by whoever did not make them: is each right, and does it tell of nobody else?

What is held against them is the file of answers as it was handed in, and the proposal of the
dossier as the audit has it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from docx import Document
from docx.document import Document as WordDocument

NAME, COMPANY = "Naam", "Bedrijfsnaam"
OWN = (NAME, COMPANY, "E-mail", "KvK nummer", "Mailadres contactpersoon")
"""Columns of the form that say who somebody is."""
SHORTEST = 4
"""A name of fewer signs stands in any text."""
KINDS = {"unconfirmed": "U hebt nog niet gezegd dat u meedoet."}
"""Where the letter has a sentence of its own for what the audit calls by a status."""
PLACED, NOT_PLACED = "U doet mee. U zit in {group}.", "U bent deze keer niet geplaatst."
ELSEWHERE = "Hier kunt u misschien wel terecht"
NOWHERE = "geen ander programma"


class _Text(HTMLParser):
    """The words of a page, a line for each element."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, _: Sequence[tuple[str, str | None]]) -> None:
        self._silent = tag == "style"

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._silent:
            self.lines.append(" ".join(data.split()))


def pages_of(made: bytes) -> Mapping[str, tuple[str, ...]]:
    """File → the lines of the letter in it."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist():
            if name.endswith(".html"):
                reader = _Text()
                reader.feed(archive.read(name).decode("utf-8"))
                found[name] = tuple(reader.lines)
    return found


def documents_of(made: bytes) -> Mapping[str, tuple[str, ...]]:
    """File → the lines of the letter in it, of documents of Word."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {
            name: tuple(_paragraphs(Document(io.BytesIO(archive.read(name)))))
            for name in archive.namelist()
        }


def _paragraphs(document: WordDocument) -> Iterator[str]:
    for one in (*document.paragraphs, *document.sections[0].footer.paragraphs):
        if one.text.strip():
            yield " ".join(one.text.split())


@dataclass(frozen=True)
class People:
    """``said``: id → what stands in the file of answers; ``audit``: the proposal of the dossier."""

    said: Mapping[str, Mapping[str, Any]]
    audit: Mapping[str, Any]

    def faults(self, lines: Sequence[str]) -> Iterator[str]:
        """What is wrong with a letter; nothing where it is right."""
        # the page's title and the address stand before the salutation
        greeting = next((line for line in lines if line.startswith("Beste ")), "")
        to = [
            who
            for who, one in self.said.items()
            if greeting == f"Beste {one[NAME]}," and str(one[COMPANY]) in lines
        ]
        if not to:
            yield f"to nobody we know: {greeting}"
            return
        text = " ".join(lines)
        # who answered twice has two ids: it is right where it is right of one of them
        each = [[*self._of(who, text)] for who in to]
        yield from min(each, key=len)
        yield from self._of_others(set(to), text)

    def _of(self, who: str, text: str) -> Iterator[str]:
        groups = [one["name"] for one in self.audit["groups"] if who in one["members"]]
        out = [one for one in self.audit["not_placed"] if one["id"] == who]
        if not groups and not out:
            yield f"{who}: the audit knows nothing of them"
        for group in groups:
            if PLACED.format(group=group) not in text:
                yield f"{who}: not told of {group}"
            if NOT_PLACED in text or "De reden:" in text:
                yield f"{who}: told to have no place"
        for one in out:
            yield from self._without(who, one, text)

    @staticmethod
    def _without(who: str, out: Mapping[str, Any], text: str) -> Iterator[str]:
        if NOT_PLACED not in text or "U doet mee" in text:
            yield f"{who}: not told to have no place"
        reason = KINDS.get(out["kind"]) or out.get("told") or out["reason"]
        if f"De reden: {reason}" not in text:
            yield f"{who}: another reason than {reason}"
        for place in out["referrals"]:
            if NOWHERE not in place and place not in text:
                yield f"{who}: not told of {place}"
        if ELSEWHERE in text and not out["referrals"]:
            yield f"{who}: sent where the audit sends nobody"

    def _of_others(self, to: set[str], text: str) -> Iterator[str]:
        """Nobody else's name, company, number or address, unless it is theirs as well."""
        own = " ".join(str(self.said[who][column]) for who in to for column in OWN).casefold()
        here = text.casefold()
        for who, one in self.said.items():
            for column in OWN:
                value = str(one[column]).casefold()
                if who in to or len(value) < SHORTEST or value in own or value not in here:
                    continue
                if re.search(rf"(?<!\w){re.escape(value)}(?!\w)", here):
                    yield f"tells of {who}: {column}"
