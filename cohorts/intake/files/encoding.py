"""Bytes as text: UTF-8, UTF-16 with or without its mark, else windows-1252."""

from __future__ import annotations

import codecs

LOOKED_AT = 4_000


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return data.decode("utf-32", errors="replace"), "UTF-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    if unmarked := _unmarked(data[:LOOKED_AT]):
        return data.decode(unmarked, errors="replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "windows-1252"


def _unmarked(data: bytes) -> str | None:
    """UTF-16 that lost its mark: every other byte of plain text is zero."""
    half = len(data) // 2
    zeros = (data[0::2].count(0), data[1::2].count(0))
    if zeros[1] > 0.8 * half and not zeros[0]:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > 0.8 * half and not zeros[1] else None
