"""A page or a workbook as blocks of text: what a reader takes in at once."""

from __future__ import annotations

import io
from collections.abc import Iterator

from openpyxl import load_workbook

from tests.cohorts.reports.page_tree import Node, tree

BLOCKS = {
    "p", "li", "td", "th", "h1", "h2", "h3", "h4", "dt", "dd", "summary", "footer", "div",
    "section", "ul", "dl", "table", "tr", "tbody", "thead", "figure", "main", "header", "nav",
    "details", "body", "html", "style", "svg", "title",
}  # fmt: skip
SILENT = {"style", "svg", "script", "head"}
SENTENCES = {"p", "dd"}
"""Elements that hold whole sentences: there each ends with a full stop."""


def of_page(html: str) -> Iterator[tuple[str, str]]:
    """(element, text) of every block on a page, in order; figures and style aside."""
    yield from _inside(tree(html))


def _inside(node: Node) -> Iterator[tuple[str, str]]:
    if node.tag in SILENT or "strip" in node.attributes.get("class", ""):
        return
    own: list[str] = []
    for child in node.inside:
        if isinstance(child, str):
            own.append(child)
        elif child.tag in BLOCKS or child.tag == "br" or _is_a_day(child):
            yield from _said(node, own)
            own = []
            yield from _inside(child)
        elif "does" in child.attributes.get("class", ""):
            own.append(" ")  # what somebody wrote of what they do
        elif child.tag not in SILENT:
            own.append(_flat(child))
    yield from _said(node, own)


def _is_a_day(node: Node) -> bool:
    """A day and what is on it: a line of its own on a screen, a part of a list on paper."""
    return "day" in node.attributes.get("class", "").split()


def _flat(node: Node) -> str:
    """Text of an element within a line; what is beside it in a table of figures is apart."""
    inside = (c if isinstance(c, str) else _flat(c) for c in node.inside)
    return " " if node.tag in SILENT else "".join(inside)


def _said(node: Node, parts: list[str]) -> Iterator[tuple[str, str]]:
    if text := " ".join("".join(parts).split()):
        soft = "names" in node.attributes.get("class", "")
        yield ("names" if soft else node.tag), text


def of_workbook(content: bytes) -> Iterator[tuple[str, str]]:
    """(sheet and column, text) of every cell that holds text."""
    book = load_workbook(io.BytesIO(content), read_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            for cell in row:
                if isinstance(cell, str):
                    yield f"sheet {sheet.title}", cell
