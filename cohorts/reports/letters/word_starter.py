"""A blank document to begin with: our letter, with a field for each sentence of it."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.shared import Cm, Pt

from cohorts.rounds.packed import NO_DATE
from cohorts.rounds.posting.template_fields import TemplateField, name_of
from cohorts.words import Language

F = TemplateField
TO = (F.NAME, F.COMPANY, F.PLACE)
LINES = (
    *(F.SALUTATION, F.APPLICATION, F.DECISION, F.REASON, F.REFERRAL, F.HELP),
    *(F.REMEDY, F.GREETING),
)
MARGIN, SIZE = Cm(2.5), Pt(11)
LETTERING = "Calibri"


def starter(language: Language) -> bytes:
    """On A4; the same bytes each time."""

    def field(one: TemplateField) -> str:
        return f"«{name_of(one, language)}»"

    made = Document()
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    usual = made.styles["Normal"]
    usual.font.name, usual.font.size = LETTERING, SIZE
    for one in TO:
        made.add_paragraph(field(one)).paragraph_format.space_after = Pt(0)
    made.add_paragraph(field(F.DATE)).paragraph_format.space_before = Pt(24)
    made.add_paragraph().add_run(field(F.SUBJECT)).bold = True
    for one in LINES:
        made.add_paragraph(field(one))
    below = page.footer.paragraphs[0].add_run(field(F.REFERENCE))
    below.font.size = Pt(8)
    made.core_properties.author = made.core_properties.comments = ""
    made.core_properties.created = made.core_properties.modified = datetime(*NO_DATE)  # noqa: DTZ001 - a document's own have none
    made.core_properties.language = language.value
    out = io.BytesIO()
    made.save(out)
    return _undated(out.getvalue())


def _undated(content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w") as archive:
        for one in made.infolist():
            entry = zipfile.ZipInfo(one.filename, NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, made.read(one.filename))
    return out.getvalue()
