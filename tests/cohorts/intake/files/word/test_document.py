"""Fields are found wherever they stand; what could do harm is refused in words."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.errors import InputError
from cohorts.intake.files.word.marked import answer
from cohorts.intake.files.word_document import MOST_BYTES, read_document
from cohorts.words import Language, explain
from tests.cohorts.intake.files.word.a_document import (
    OFFICE,
    TYPES,
    changed,
    complex_field,
    document,
    linked,
    parts_of,
    run,
    zipped,
)

PLAIN = document("Beste «naam»")
MAIN = "word/document.xml"
IN_A_BOX = (
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"<w:p>{run('«pla')}{run('ats»')}</w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
DOCUMENT = "wordprocessingml.document.main+xml"


def fields(content: bytes) -> list[str]:
    told = answer(content)
    assert "code" not in told, told
    return list(told["fields"])


def refused(content: bytes, file: str = "brief.docx") -> str:
    """The code, after its sentences were read in both languages."""
    with pytest.raises(InputError) as error:
        read_document(content, file)
    (problem,) = error.value.problems
    assert problem.place == file
    for language in Language:
        assert all("{" not in said.replace("{ { } }", "") for said in explain(problem, language))
    return problem.code


def test_in_the_text_a_table_a_header_a_footer_and_a_box() -> None:
    made = document(
        "Aan «Naam» van << bedrijf >>",
        raw=IN_A_BOX,
        head="«datum»",
        foot="Kenmerk: «kenmerk»",
        cell="«reden»",
    )
    found = read_document(made, "brief.docx")
    assert sorted(found.fields) == sorted(
        ["Naam", "bedrijf", "plaats", "datum", "kenmerk", "reden"]
    )
    assert "Aan «Naam»" in found.text
    assert {part.name for part in found.parts} == {
        MAIN,
        "word/header1.xml",
        "word/footer1.xml",
    }


def test_fields_of_word_itself() -> None:
    raw = (
        f"<w:p>{run('Beste ')}{complex_field('MERGEFIELD Naam', '«Naam»')}{run(',')}</w:p>"
        f'<w:p><w:fldSimple w:instr=" MERGEFIELD &quot;bedrijf&quot; \\* MERGEFORMAT ">'
        f"{run('«bedrijf»')}</w:fldSimple></w:p>"
        f"<w:p>{complex_field('PAGE', '1')}</w:p>"
    )
    told = answer(document(raw=raw))
    assert told["fields"] == ["Naam", "bedrijf"]
    (part,) = told["parts"]
    text = "".join(piece for piece in part[2] if isinstance(piece, str))
    assert "MERGEFIELD" not in text
    assert " PAGE " in text


def test_a_quotation_is_no_field() -> None:
    assert fields(document("«Wat een mooie dag, zei hij. Toen ging hij weg.» «naam»")) == ["naam"]


@settings(max_examples=30, deadline=None)
@given(cuts=st.sets(st.integers(1, 24), max_size=8), bold=st.booleans())
def test_however_word_cut_the_text(cuts: set[int], bold: bool) -> None:
    text = "x «naam» «be drijf»«groep»y"
    ends = [0, *sorted(cuts), len(text)]
    pieces = [text[a:b] for a, b in pairwise(ends)]
    raw = "".join(run(piece, bold and at % 2 == 0) for at, piece in enumerate(pieces))
    told = answer(document(raw=f"<w:p>{raw}</w:p>"))
    assert told["fields"] == ["naam", "be drijf", "groep"]
    (part,) = told["parts"]
    holes = [piece for piece in part[2] if not isinstance(piece, str)]
    assert holes == [["naam"], ["be drijf"], ["groep"]]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(TYPES, DOCUMENT)
        archive.writestr(MAIN, bytes(160_000_000))
    return out.getvalue()


def within() -> bytes:
    inner = complex_field("MERGEFIELD naam", "x")
    start = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return document(raw=f"<w:p>{start}{inner}{end}</w:p>")


ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document '
HOSTILE = {
    "not a zip": (b"%PDF-1.7", "template.no_document"),
    "nothing": (b"", "template.no_document"),
    "another zip": (zipped({"brief.txt": b"x"}), "template.no_document"),
    "before 2007": (b"\xd0\xcf\x11\xe0 WordDocument", "template.old"),
    "a password": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "template.locked",
    ),
    "too large": (b"PK" + bytes(MOST_BYTES), "template.too_large"),
    "a bomb": (bomb(), "template.too_large_unpacked"),
    "cut off": (PLAIN[: len(PLAIN) // 2], "template.no_document"),
    "no XML": (zipped(parts_of(PLAIN) | {MAIN: b"<w:document"}), "template.broken"),
    "an entity": (changed(PLAIN, MAIN, "<w:document ", ENTITY), "template.broken"),
    "macros": (
        changed(PLAIN, TYPES, DOCUMENT, "ms-word.document.macroEnabled.main+xml"),
        "template.runs",
    ),
    "a macro": (zipped(parts_of(PLAIN) | {"word/vbaProject.bin": b"x"}), "template.runs"),
    "a template of word": (
        changed(PLAIN, TYPES, DOCUMENT, "wordprocessingml.template.main+xml"),
        "template.dotx",
    ),
    "a picture elsewhere": (
        linked(PLAIN, "image", "http://x.example/a.png"),
        "template.reaches_out",
    ),
    "a file elsewhere": (linked(PLAIN, "hyperlink", "file:///c:/x.exe"), "template.reaches_out"),
    "an object": (linked(PLAIN, "oleObject", "http://x.example/a"), "template.runs"),
    "another document": (linked(PLAIN, "subDocument", "x.docx"), "template.reaches_out"),
    "a field that starts": (
        document(raw=f"<w:p>{complex_field('DDEAUTO c:/cmd.exe', 'x')}</w:p>"),
        "template.reaches_out",
    ),
    "a field that fetches": (
        document(raw='<w:p><w:fldSimple w:instr="INCLUDETEXT http://x"/></w:p>'),
        "template.reaches_out",
    ),
    "a field in a field": (within(), "template.within"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_could_do_harm_is_refused(name: str) -> None:
    content, code = HOSTILE[name]
    assert refused(content) == code


def test_what_word_left_behind_is_left_out() -> None:
    """A link to a website stays."""
    made = linked(PLAIN, "hyperlink", "https://www.voorbeeld.nl")
    source = '<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge></w:settings>'
    made = changed(made, "word/settings.xml", "</w:settings>", source)
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="x1" Type="{OFFICE}/mailMergeSource" Target="file:///c:/a.xlsx" '
        'TargetMode="External"/></Relationships>'
    )
    parts = parts_of(made) | {"word/_rels/settings.xml.rels": links.encode()}
    found = read_document(zipped(parts), "brief.docx")
    assert b"mailMerge" not in b"".join(found.others.values())
    assert b"c:/a.xlsx" not in b"".join(found.others.values())
    assert b"www.voorbeeld.nl" in b"".join(found.others.values())


def test_a_prefix_of_its_own_and_nothing_that_is_not_reached() -> None:
    made = document("«naam»")
    parts = parts_of(made)
    parts[MAIN] = (
        parts[MAIN]
        .replace(b"xmlns:w=", b"xmlns:q=")
        .replace(b"<w:", b"<q:")
        .replace(b"</w:", b"</q:")
    ).replace(b" w:", b" q:")
    found = read_document(zipped(parts | {"word/evil.bin": b"evil"}), "brief.docx")
    assert [part.prefix for part in found.parts] == ["q:"]
    assert "word/evil.bin" not in found.others


def test_what_nobody_sees_is_read_as_well() -> None:
    """Every letter would hold it: struck out, over two lines, with a picture."""
    gone = '<w:del w:id="1"><w:r><w:delText>Beste Jan de Boer</w:delText></w:r></w:del>'
    lines = "<w:r><w:t>Piet</w:t><w:br/><w:t>de Groot</w:t></w:r>"
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    shown = f'<w:r><x:docPr xmlns:x="{space}" id="1" name="a" descr="Foto van Kees Smit"/></w:r>'
    text = read_document(document("«naam»", raw=f"<w:p>{gone}{lines}{shown}</w:p>"), "").text
    for name in ("Beste Jan de Boer", "Piet de Groot", "Foto van Kees Smit"):
        assert name in text


def test_a_comment_is_no_field() -> None:
    raw = f"<w:p>{run('«naam»')}<!-- <?cohorts-field 6e61616d?> --></w:p>"
    (part,) = read_document(document(raw=raw), "").parts
    assert [one.name for one in part.pieces if not isinstance(one, str)] == ["naam"]
