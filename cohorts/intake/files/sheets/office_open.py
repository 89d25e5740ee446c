"""The sheets of an ``.xlsx``, looked at: ECMA-376, part 1, 18.2 (workbook) and 18.8 (styles)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cohorts.intake.files.sheets.appearance import Look, local, parse
from cohorts.intake.files.sheets.archive import Archive
from cohorts.intake.files.sheets.formats import Format, format_of
from cohorts.intake.files.sheets.worksheet import look_at
from cohorts.intake.limits import LONGEST_CELL, MOST_TEXT

Attributes = Mapping[str, str]
WORKBOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STYLES, TEXTS = "xl/styles.xml", "xl/sharedstrings.xml"
BUILT_IN = {9: "0%", 10: "0.00%"}


def look_at_office_open(archive: Archive) -> Callable[[str], Look]:
    """What tells of a sheet, by its name, what it shows.

    It and this raise TooMuch, KeyError, ValueError and ExpatError.
    """
    parts, formats, lengths = _sheets(archive), _formats(archive), _lengths(archive)

    def look(name: str) -> Look:
        content = archive.part(parts[name])
        found = look_at(content, formats, [])
        longest = max(lengths, default=0)
        if longest > LONGEST_CELL or found.pointers * longest > MOST_TEXT:
            look_at(content, formats, lengths)
        return found

    return look


def _sheets(archive: Archive) -> dict[str, str]:
    """Sheet → its part, for the sheets that hold cells."""
    links: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def link(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship":
            links[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: Attributes) -> None:
        if local(name) == "sheet":
            key = next((value for key, value in attributes.items() if local(key) == "id"), "")
            sheets[attributes.get("name", "")] = links.get(key, "")

    parse(archive.part(LINKS), link)
    parse(archive.part(WORKBOOK), sheet)
    placed = {name: t.lstrip("/") for name, t in sheets.items()}
    return {
        name: target if target.lower().startswith("xl/") else f"xl/{target}"
        for name, target in placed.items()
        if "worksheets/" in target.lower() or "sheet" in target.lower()
    }


def _formats(archive: Archive) -> dict[str, Format]:
    """Number of a style → its format, for those that change what is seen."""
    codes = dict(BUILT_IN)
    numbers: list[int] = []
    above: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind == "numFmt":
            codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif kind == "xf" and above[-1] == "cellXfs":
            numbers.append(int(attributes.get("numFmtId", 0)))
        above.append(kind)

    if STYLES not in archive:
        return {}
    parse(archive.part(STYLES), start, lambda _name: above.pop())
    found = ((str(i), format_of(codes.get(number, ""))) for i, number in enumerate(numbers))
    return {number: one for number, one in found if one is not None}


def _lengths(archive: Archive) -> list[int]:
    """How long the texts are that cells point at."""
    lengths: list[int] = []

    def start(name: str, _attributes: Attributes) -> None:
        if local(name) == "si":
            lengths.append(0)

    def text(signs: str) -> None:
        if lengths:
            lengths[-1] += len(signs)

    if TEXTS in archive:
        parse(archive.part(TEXTS), start, text=text)
    return lengths
