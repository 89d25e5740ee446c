"""The pages of the documentation, and what stands in them: fenced blocks, headings and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (?P<title>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the options behind it, and where its body stands."""

    language: str
    options: Mapping[str, str]
    body: str
    start: int
    line: int

    @property
    def end(self) -> int:
        """The offset behind the body."""
        return self.start + len(self.body)


@dataclass(frozen=True)
class Page:
    """One page, by its path from the root of the repository."""

    path: str

    def __str__(self) -> str:
        return self.path

    @cached_property
    def text(self) -> str:
        """What stands in the file."""
        return (ROOT / self.path).read_text("utf-8")

    @property
    def blocks(self) -> Iterator[Block]:
        """The fenced blocks, in order; ``a=b`` behind the language is an option."""
        for found in FENCE.finditer(self.text):
            language, *words = found["info"].split() or [""]
            options = {name: value for name, _, value in (word.partition("=") for word in words)}
            start = found.start("body")
            yield Block(language, options, found["body"], start, self.text.count("\n", 0, start))

    @property
    def prose(self) -> str:
        """The text without its blocks."""
        return FENCE.sub("", self.text)

    @property
    def links(self) -> list[str]:
        """The targets of all links and pictures."""
        return [found["target"] for found in LINK.finditer(self.prose)]

    @property
    def anchors(self) -> set[str]:
        """What a link may name behind ``#``."""
        return {_slug(found["title"]) for found in HEADING.finditer(self.prose)}


def _slug(title: str) -> str:
    bare = re.sub(r"[^\w\- ]", "", title.strip().lower())
    return bare.replace(" ", "-")


def all_pages() -> tuple[Page, ...]:
    """README, CHANGELOG, the docs and the READMEs of the samples."""
    files = [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        *DOCS.rglob("*.md"),
        *(ROOT / "sample_data").glob("*/README.md"),
    ]
    return tuple(Page(file.relative_to(ROOT).as_posix()) for file in sorted(files))
