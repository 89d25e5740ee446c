"""The fields of one part of a document, found and marked: typed in the text, or of Word itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

Element = Any
"""Of lxml, which states no kinds of its own."""
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{SPACE}}}"
KEEP_SPACES = "{http://www.w3.org/XML/1998/namespace}space"
FIELD, BLOCK, END = "cohorts-field", "cohorts-block", "cohorts-end"
TYPED = re.compile(r"(?:«|<<)\s*([^\W_][\w\- ]{0,39}?)\s*(?:»|>>)")
"""``«naam»`` or ``<<naam>>``; what is longer or has other signs in it, is a quotation."""
MERGED = re.compile(r'\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)
BREAKS = {f"{W}tab", f"{W}br", f"{W}cr"}
AROUND = {f"{W}pPr", f"{W}r", f"{W}proofErr"}
IN_A_RUN = {f"{W}rPr", f"{W}lastRenderedPageBreak"}
NUMBERS = re.compile(r"\{[^}]*\}(?:paraId|textId)$")
"""Of a paragraph: no two may have the same."""


def mark(root: Element) -> list[str]:
    """Puts a sign in the place of each field, and gives their names as they were written."""
    etree.strip_elements(root, etree.ProcessingInstruction, etree.Comment, with_tail=False)
    names: list[str] = []
    for paragraph in list(root.iter(f"{W}p")):
        names += _merge_fields(paragraph)
        names += _typed(paragraph)
    for paragraph in list(root.iter(f"{W}p")):
        if _is_one_field(paragraph):
            _as_block(paragraph)
    return names


def own(paragraph: Element) -> Iterator[Element]:
    """Everything within it that is in no text box of its own."""
    for one in paragraph.iterdescendants():
        if next(one.iterancestors(f"{W}p"), None) is paragraph:
            yield one


def sign(name: str) -> Element:
    """What stands for a field until the document is cut there."""
    return etree.ProcessingInstruction(FIELD, name.encode().hex())


def _merge_fields(paragraph: Element) -> Iterator[str]:
    for one in [e for e in own(paragraph) if e.tag == f"{W}fldSimple"]:
        found = MERGED.match(one.get(f"{W}instr", ""))
        if found is not None:
            run = next(one.iter(f"{W}r"), None)
            run = etree.Element(f"{W}r") if run is None else run
            for part in [e for e in run if e.tag != f"{W}rPr"]:
                run.remove(part)
            yield (name := found[1] or found[2])
            run.append(sign(name))
            one.getparent().replace(one, run)
    for parts in list(_complex(paragraph)):
        told = "".join(e.text or "" for e in parts if e.tag == f"{W}instrText")
        found = MERGED.match(told)
        if found is not None:
            yield (name := found[1] or found[2])
            _in_place_of(parts, sign(name))


def _complex(paragraph: Element) -> Iterator[list[Element]]:
    """From begin to end, of each field of Word that holds no other."""
    parts: list[Element] = []
    depth = nested = 0
    for one in own(paragraph):
        if one.getparent().tag != f"{W}r":
            continue
        kind = one.get(f"{W}fldCharType") if one.tag == f"{W}fldChar" else None
        if kind == "begin":
            depth, nested = depth + 1, nested + (depth > 0)
            parts = parts if depth > 1 else []
        if depth:
            parts.append(one)
        if kind == "end" and depth:
            depth -= 1
            if not depth:
                if not nested:
                    yield parts
                nested = 0


def _in_place_of(parts: list[Element], field: Element) -> None:
    """Where its outcome was shown, so that it looks as that did."""
    shown = next((e for e in parts if e.tag == f"{W}t"), parts[0])
    shown.addprevious(field)
    for one in parts:
        if one.tag != f"{W}rPr":
            one.getparent().remove(one)


def _typed(paragraph: Element) -> list[str]:
    """A field may be written in pieces, as Word cuts a text where somebody corrected it."""
    texts: list[tuple[int, Element]] = []
    whole = ""
    for one in own(paragraph):
        if one.tag == f"{W}t":
            texts.append((len(whole), one))
            whole += one.text or ""
        elif one.tag in BREAKS or one.tag is etree.ProcessingInstruction:
            whole += "\n"
    found = list(TYPED.finditer(whole))
    for one in reversed(found):  # from the end, so that what comes before keeps its place
        _cut(texts, one.start(), one.end(), sign(one[1]))
    return [one[1] for one in found]


def _cut(texts: list[tuple[int, Element]], start: int, end: int, field: Element) -> None:
    touched = [(at, one) for at, one in texts if at < end and at + len(one.text or "") > start]
    first_at, first = touched[0]
    last_at, last = touched[-1]
    before, after = (first.text or "")[: start - first_at], (last.text or "")[end - last_at :]
    for _, one in touched:
        one.text = ""
    first.addnext(field)
    if first is last:
        rest = etree.Element(f"{W}t")
        field.addnext(rest)
        last = rest
    for one, text in ((first, before), (last, after)):
        one.text = text
        one.set(KEEP_SPACES, "preserve")


def _is_one_field(paragraph: Element) -> bool:
    """Whether it holds a field and nothing else: then it goes where there is nothing to fill in."""
    if any(one.tag not in AROUND for one in paragraph):
        return False
    if next(paragraph.iter(f"{W}sectPr"), None) is not None:
        return False
    inside = [e for run in paragraph.iterchildren(f"{W}r") for e in run if e.tag not in IN_A_RUN]
    fields = [e for e in inside if e.tag is etree.ProcessingInstruction]
    return len(fields) == 1 and all(
        e.tag == f"{W}t" and not e.text for e in inside if e is not fields[0]
    )


def _as_block(paragraph: Element) -> None:
    """Marked from begin to end; "1" where something must stay, for a cell may not be empty."""
    for name in [name for name in paragraph.attrib if NUMBERS.match(name)]:
        del paragraph.attrib[name]
    parent = paragraph.getparent()
    others = sum(one.tag == f"{W}p" for one in parent) > 1
    alone = parent.tag != f"{W}body" and (not others or paragraph.getnext() is None)
    paragraph.addprevious(etree.ProcessingInstruction(BLOCK, "1" if alone else "0"))
    paragraph.addnext(etree.ProcessingInstruction(END, ""))
