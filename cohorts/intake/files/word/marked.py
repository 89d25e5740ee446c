"""What runs in a process of its own: a document in, where its fields are out, both as bytes."""

from __future__ import annotations

import base64
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE
from docx.oxml import parse_xml
from lxml import etree

from cohorts.intake.files.sheets.appearance import parse
from cohorts.intake.files.sheets.archive import Archive
from cohorts.intake.files.word.legible import legible
from cohorts.intake.files.word.marking import SPACE, mark
from cohorts.intake.files.word.reaching import (
    check_fields,
    check_links,
    check_none_left,
    forget_sources,
)
from cohorts.intake.limits import TooMuch, limit_this_process

MOST_XML = 12_000_000
"""Bytes of all text in it, unpacked; a tree of them takes some thirty times as much."""
TYPES = "[Content_Types].xml"
MACROS = ("macroenabled", "vbaproject")
FILLED = {
    CONTENT_TYPE.WML_DOCUMENT_MAIN,
    CONTENT_TYPE.WML_HEADER,
    CONTENT_TYPE.WML_FOOTER,
    CONTENT_TYPE.WML_FOOTNOTES,
    CONTENT_TYPE.WML_ENDNOTES,
}
TEMPLATE = "wordprocessingml.template.main+xml"
AS_PARTS_ARE = {"xml_declaration": True, "encoding": "UTF-8", "standalone": True}
SIGN = re.compile(r"<\?cohorts-(field|block|end) ?([0-9a-f]*)\?>")


def main() -> None:
    """Answers on standard output, whatever the document is."""
    limit_this_process()
    sys.stdout.buffer.write(json.dumps(answer(sys.stdin.buffer.read())).encode())


def answer(data: bytes) -> dict[str, Any]:
    """What was found, or ``code`` and ``facts`` of what is wrong.

    Found: ``fields`` as they were written, ``text`` of all of it, ``parts``: name, prefix and
    pieces of those that hold fields, ``others``: name → content in base64. A piece is a text, or
    ``[field]``, or ``[field, before, after, stays]`` of a paragraph that holds it alone.
    """
    try:
        return _found(data)
    except TooMuch as verdict:
        return {"code": verdict.code, "facts": verdict.facts}
    except MemoryError:
        return {"code": "template.gave_up", "facts": {}}
    except BaseException:  # noqa: BLE001 - whatever a reader makes of a damaged file
        return {"code": "template.broken", "facts": {}}


def _found(data: bytes) -> dict[str, Any]:
    _check_archive(data)
    document = Document(io.BytesIO(data))
    package = document.part.package
    check_links(package)
    forget_sources(document.settings.element)
    fields: list[str] = []
    said: list[str] = []
    filled: dict[str, str] = {}
    for part in package.iter_parts():
        if "wordprocessingml" not in part.content_type:
            continue
        root = part.element if hasattr(part, "element") else parse_xml(part.blob)
        if root.getroottree().docinfo.doctype:
            raise TooMuch("template.broken")
        check_fields(root)
        said += legible(root)
        if part.content_type not in FILLED:
            continue
        found = mark(root)
        check_none_left(root)
        fields += found
        if found:
            prefix = next(key for key, space in root.nsmap.items() if space == SPACE)
            filled[str(part.partname).lstrip("/")] = f"{prefix}:" if prefix else ""
        if not hasattr(part, "element"):
            # a part that the library does not know has no other way to change
            part._blob = etree.tostring(root, **AS_PARTS_ARE)  # noqa: SLF001
    return {"fields": fields, "text": "\n".join(filter(None, said)), **_cut(document, filled)}


def _check_archive(data: bytes) -> None:
    """Raises TooMuch for what is no document, holds macros, or unpacks to too much."""
    try:
        archive = Archive(data)
    except zipfile.BadZipFile:
        raise TooMuch("template.no_document") from None
    except TooMuch:
        raise TooMuch("template.too_large_unpacked", most=MOST_XML // 1_000_000) from None
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = [entry.filename.lower() for entry in packed.infolist()]
    if TYPES.lower() not in names:
        raise TooMuch("template.no_document")
    if len(set(names)) < len(names):
        raise TooMuch("template.broken")
    content = [archive.part(name) for name in names if name.endswith((".xml", ".rels"))]
    if sum(map(len, content)) > MOST_XML:
        raise TooMuch("template.too_large_unpacked", most=MOST_XML // 1_000_000)
    for one in content:
        parse(one, lambda _name, _attributes: None)
    types = archive.part(TYPES).decode(errors="replace").lower()
    if any(sign in types for sign in MACROS) or any("vbaproject" in name for name in names):
        raise TooMuch("template.runs")
    if TEMPLATE in types:
        raise TooMuch("template.dotx")
    if CONTENT_TYPE.WML_DOCUMENT_MAIN.lower() not in types:
        raise TooMuch("template.no_document")


def _cut(document: Any, filled: dict[str, str]) -> dict[str, Any]:
    out = io.BytesIO()
    document.save(out)
    parts, others = [], {}
    with zipfile.ZipFile(out) as packed:
        for name in packed.namelist():
            content = packed.read(name)
            if name in filled:
                parts.append([name, filled[name], list(_pieces(content.decode()))])
            else:
                others[name] = base64.b64encode(content).decode()
    return {"parts": parts, "others": others}


def _pieces(text: str) -> Iterator[object]:
    """Cut at its signs; within a paragraph that holds one field alone, at its begin and end."""
    cut = SIGN.split(text)
    yield cut[0]
    at = 1
    while at < len(cut):
        kind, value, after = cut[at : at + 3]
        if kind == "block":
            _, field, behind = cut[at + 3 : at + 6]
            yield [bytes.fromhex(field).decode(), after, behind, value == "1"]
            at += 6
            after = cut[at + 2]
        else:
            yield [bytes.fromhex(value).decode()]
        yield after
        at += 3
