"""What in a document reaches outside it, or runs: nothing of that may go along with a letter."""

from __future__ import annotations

import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from cohorts.intake.files.word.marking import W
from cohorts.intake.limits import TooMuch

WEB = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
LEFT_BY_WORD = ("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData")
"""Links to files on the computer where it was made: harmless, and left out."""
RUNS = ("vbaProject", "wordVbaData", "oleObject", "package", "control", "activeXControlBinary")
BROUGHT = ("aFChunk", "subDocument", "frame", "externalLink")
REACHING = re.compile(
    r"\s*(?:DDE\w*|INCLUDE\w*|LINK|IMPORT|EMBED|RD|DATABASE|MACROBUTTON|HTMLCONTROL)\b",
    re.IGNORECASE,
)


def check_links(package: Any) -> None:
    """Raises TooMuch; leaves out what Word itself left behind."""
    links = [package.rels, *(part.rels for part in package.iter_parts())]
    for rels in links:
        for key, one in list(rels.items()):
            kind = one.reltype.rpartition("/")[2]
            if kind in LEFT_BY_WORD:
                del rels[key]
            elif kind in RUNS:
                raise TooMuch("template.runs")
            elif kind in BROUGHT:
                raise TooMuch("template.reaches_out", what=kind)
            elif one.is_external and not _is_web(one):
                raise TooMuch("template.reaches_out", what=one.target_ref[:80])


def forget_sources(settings: Any) -> None:
    """The elements that named what :func:`check_links` leaves out."""
    for name in ("attachedTemplate", "mailMerge"):
        for one in list(settings.iter(f"{W}{name}")):
            one.getparent().remove(one)


def check_fields(root: Any) -> None:
    """Raises TooMuch for a field of Word that fetches or starts something, or hides what it is."""
    for one in root.iter(f"{W}fldSimple"):
        _check(one.get(f"{W}instr", ""))
    told: list[str] = []
    for one in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = one.get(f"{W}fldCharType")
        if one.tag == f"{W}instrText":
            told = [*told[:-1], told[-1] + (one.text or "")] if told else told
        elif kind == "begin":
            if told and not told[-1].strip():
                raise TooMuch("template.reaches_out", what="{ { } }")
            told.append("")
        elif kind == "end" and told:
            _check(told.pop())
    for text in told:
        _check(text)


def check_none_left(root: Any) -> None:
    """Raises TooMuch for a merge field that stands within another field."""
    asked = [one.get(f"{W}instr", "") for one in root.iter(f"{W}fldSimple")]
    asked += [one.text or "" for one in root.iter(f"{W}instrText")]
    for text in asked:
        if "MERGEFIELD" in text.upper():
            raise TooMuch("template.within", what=" ".join(text.split())[:60])


def _check(text: str) -> None:
    found = REACHING.match(text)
    if found is not None:
        raise TooMuch("template.reaches_out", what=found[0].strip())


def _is_web(link: Any) -> bool:
    return link.reltype == RELATIONSHIP_TYPE.HYPERLINK and bool(WEB.match(link.target_ref))
