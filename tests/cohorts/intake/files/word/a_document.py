"""Documents made for a test, and all text of one that was filled."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"'
TYPES = "[Content_Types].xml"
LINKS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def document(*texts: str, raw: str = "", head: str = "", foot: str = "", cell: str = "") -> bytes:
    """``raw``: paragraphs in WordprocessingML, at the end."""
    made = Document()
    for text in texts:
        made.add_paragraph(text)
    if cell:
        made.add_table(1, 1).cell(0, 0).text = cell
    if head:
        made.sections[0].header.paragraphs[0].text = head
    if foot:
        made.sections[0].footer.paragraphs[0].text = foot
    body: Any = made.element.body
    for one in parse_xml(f"<w:body {SPACES}>{raw}</w:body>"):
        body.insert(len(body) - 1, one)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def run(text: str, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def complex_field(instruction: str, shown: str) -> str:
    """A field of Word as Word writes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown, bold=True)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """With a text in a part replaced by another."""
    parts = parts_of(content)
    assert old.encode() in parts[part]
    return zipped(parts | {part: parts[part].replace(old.encode(), new.encode())})


def linked(content: bytes, kind: str, target: str, mode: str = "External") -> bytes:
    """With a link from the document to something."""
    one = f'<Relationship Id="x9" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return changed(content, LINKS, "</Relationships>", f"{one}</Relationships>")


def paragraphs(content: bytes) -> list[str]:
    """Of all parts, in order of these: a tab and a line break as signs."""
    found = []
    for name, part in sorted(parts_of(content).items()):
        if name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(part)
            found += [_text(one) for one in root.iter(f"{{{W}}}p")]
    return found


def _text(paragraph: Any) -> str:
    signs = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    inner = [
        one for one in paragraph.iter() if next(one.iterancestors(f"{{{W}}}p"), None) is paragraph
    ]
    return "".join(
        (one.text or "") if one.tag == f"{{{W}}}t" else signs.get(one.tag, "") for one in inner
    )
