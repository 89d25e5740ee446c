"""Damage inside a workbook: its parts changed and packed again, so that the archive is whole."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from benchmarks.mutated.in_bytes import IN_BYTES
from benchmarks.mutated.odd import ODD

Dice = random.Random
PARTS = re.compile(
    r"(xl/worksheets/[^/]*\.xml|xl/sharedStrings\.xml|xl/workbook\.xml|xl/styles\.xml|content\.xml)$"
)
PLACES = (
    "A0",
    "XFD1048576",
    "A1048577",
    "ZZZZZ1",
    "A99999999999",
    "1",
    "A",
    "",
    "A-1",
    "a1",
    "$A$1",
)
NUMBERS = (
    "",
    "0",
    "-1",
    "1e400",
    "nan",
    "9" * 40,
    "99999999",
    "1.5",
    "x",
    "4294967296",
    "1e308",
    "60",
)
BOMB = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
DOCTYPES = (
    f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{BOMB}]>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
)
SNIPPETS = {
    "</sheetData>": (
        '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '</sheetData><mergeCells><mergeCell ref="B3:A1"/><mergeCell ref=""/></mergeCells>',
        '</sheetData><autoFilter ref="A1:ZZ99999999"/>',
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
        '<row><c><v>1</v></c></row><row><c t="s"><v>99999</v></c></row></sheetData>',
        '<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
        "</sheetData></sheetData>",
        "",
    ),
    "<sheetData>": ("<sheetData/>", "<sheetData><sheetData>", '<sheetData><row r="1" hidden="1"/>'),
    "</sst>": ("<si/></sst>", "<si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>", ""),
    "<sheet ": ('<sheet state="hidden" ', '<sheet state="veryHidden" ', '<sheet name="" ', ""),
    "<workbookPr": ('<workbookPr date1904="1"', '<workbookPr date1904="x"', ""),
}
ATTRIBUTES = (
    (r'\br="[^"]*"', [f'r="{p}"' for p in PLACES] + ["", 'r="A1" r="B1"']),
    (r'\bt="\w+"', [f't="{t}"' for t in ("s", "e", "b", "d", "str", "inlineStr", "n", "z", "")]),
    (r'\bs="\d+"', [f's="{n}"' for n in NUMBERS]),
    (r"<v>[^<]*</v>", [f"<v>{n}</v>" for n in NUMBERS] + ["", "<v/>", "<v>#N/A</v>"]),
    (r'(?:unique)?[cC]ount="\d+"', [f'count="{n}"' for n in NUMBERS]),
    (r'<dimension ref="[^"]*"/>', ['<dimension ref="A1:XFD1048576"/>', '<dimension ref="x"/>', ""]),
    (r'<row r="\d+"', ['<row r="1" hidden="1"', '<row r="1048577"', '<row r="0"', "<row"]),
    (r'numFmtId="\d+"', [f'numFmtId="{n}"' for n in (*NUMBERS, "14", "9", "10", "22")]),
    (r'formatCode="[^"]*"', ['formatCode="0%"', 'formatCode="[$-413]d\\-mmm"', 'formatCode=""']),
    (r'r:id="[^"]*"', ['r:id="rId99"', 'r:id=""']),
    (r"<t>[^<]*</t>", ["<t/>", "<t> </t>", f"<t>{'x' * 60_000}</t>", "<t>&#0;</t>"]),
    (r"<c ", ['<c hidden="1" ', "<x ", "<c  "]),
    (r"<c r=\"[^\"]*\"[^>]*>", ["<c><f>1/0</f>", '<c t="e"><v>#REF!</v>']),
    (r'number-(?:columns|rows)-repeated="\d+"', [f'number-rows-repeated="{n}"' for n in NUMBERS]),
    (r"<table:table-cell", ['<table:table-cell table:number-columns-repeated="16384"', "<table:x"]),
    (r"<table:table-row", ['<table:table-row table:number-rows-repeated="1048576"', "<table:x"]),
    (r'office:value-type="\w+"', [f'office:value-type="{t}"' for t in ("float", "date", "x")]),
    (r"<text:p>", ["<text:p/><text:p>", '<text:p><text:s text:c="99999999"/>', ""]),
)  # fmt: skip


def in_part(change: Callable[[Dice, str], str]) -> Callable[[Dice, bytes], bytes]:
    """The change of the text of one part as one of the workbook."""

    def mutated(dice: Dice, data: bytes) -> bytes:
        parts = _parts(data)
        if names := [n for n in parts if PARTS.search(n)]:
            name = dice.choice(names)
            text = parts[name].decode("utf-8", errors="surrogateescape")
            parts[name] = change(dice, text).encode("utf-8", errors="surrogateescape")
        return packed(parts) if parts else data

    mutated.__name__ = change.__name__
    return mutated


def _parts(data: bytes) -> dict[str, bytes]:
    """Nothing for what is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {e.filename: archive.read(e) for e in archive.infolist()}
    except Exception:  # noqa: BLE001 - a broken archive can raise nearly anything
        return {}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def attributes(dice: Dice, text: str) -> str:
    """Places, kinds, styles and values that no spreadsheet writes."""
    for _ in range(dice.choice([1, 1, 2, 5])):
        pattern, others = dice.choice(ATTRIBUTES)
        found = list(re.finditer(pattern, text))
        if found:
            one = dice.choice(found)
            text = text[: one.start()] + dice.choice(others) + text[one.end() :]
    return text


def everywhere(dice: Dice, text: str) -> str:
    """The same in every cell: no places at all, no kinds, other styles."""
    pattern, others = dice.choice(ATTRIBUTES)
    other = dice.choice([o for o in others if len(o) < 100] or [""])
    return re.sub(pattern, lambda _: other, text)


def snippets(dice: Dice, text: str) -> str:
    """Merged cells over everything, filters, a cell in the last corner, sheets that are hidden."""
    if known := [s for s in SNIPPETS if s in text]:
        chosen = dice.choice(known)
        text = text.replace(chosen, dice.choice(SNIPPETS[chosen]), 1)
    return text


def odd_texts(dice: Dice, text: str) -> str:
    """Values that no form gives."""
    for _ in range(dice.randint(1, 4)):
        found = list(re.finditer(r">([^<>]+)<", text))
        if found:
            one = dice.choice(found)
            told = escape(dice.choice(ODD))
            text = text[: one.start(1)] + told + text[one.end(1) :]
    return text


def entities(dice: Dice, text: str) -> str:
    """Entities that grow, or look elsewhere."""
    text = re.sub(r"(<\?xml[^>]*\?>)?", lambda m: m[0] + dice.choice(DOCTYPES), text, count=1)
    return re.sub(r">([^<>]+)<", ">&a11;&e;<", text, count=dice.choice([1, 3]))


def broken_xml(dice: Dice, text: str) -> str:
    """Tags that do not close, or stop half-way."""
    at = dice.randrange(len(text) + 1)
    return dice.choice([text[:at], text[:at] + "<", text[:at] + "</x>" + text[at:], "", text * 2])


def in_part_bytes(dice: Dice, data: bytes) -> bytes:
    """Any damage, to one part."""
    parts = _parts(data)
    if not parts:
        return data
    name = dice.choice(list(parts))
    parts[name] = dice.choice(IN_BYTES)(dice, parts[name])
    return packed(parts)


def parts_moved(dice: Dice, data: bytes) -> bytes:
    """A part that is gone, called otherwise, or another's."""
    parts = _parts(data)
    if len(parts) < 2:
        return data
    one, other = dice.sample(list(parts), 2)
    content = parts.pop(one)
    if dice.random() < 0.6:
        parts[dice.choice([other, one.upper(), f"../{one}", "xl/vbaProject.bin", "x" * 300])] = (
            content
        )
    return packed(parts)


IN_ZIP = (
    *(in_part(change) for change in (attributes, attributes, everywhere, snippets, odd_texts)),
    *(in_part(change) for change in (entities, broken_xml)),
    *(in_part_bytes, parts_moved),
)
