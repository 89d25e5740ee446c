"""Files as one zip: the same files give the same bytes; and out of a zip that others made."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from cohorts.errors import InputError, Problem

NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can state."""
OURS_ALONE = 0o600 << 16
UNIX = 3
MOST_BYTES = 300_000_000
"""Of the zip, and of everything in it."""
MOST_FILES = 5_000
PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
LOCKED = 1


def pack(files: Mapping[str, bytes]) -> bytes:
    """By name, without dates, stored as they are: what compresses them differs per machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.create_system, entry.external_attr = UNIX, OURS_ALONE
            archive.writestr(entry, files[name])
    return out.getvalue()


def unpack(content: bytes, place: str) -> dict[str, bytes]:
    """Name → content. Nothing is written, so a name leads nowhere.

    Raises InputError: what is no zip, or damaged, locked, too large, or has a name twice.
    """
    if len(content) > MOST_BYTES:
        raise InputError(Problem("zip.too_large", place, {"most": MOST_BYTES // 1_000_000}))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check(entries, place)
            return {entry.filename: _read(archive, entry, place) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise InputError(Problem("zip.unreadable", place)) from None


def _check(entries: list[zipfile.ZipInfo], place: str) -> None:
    """Before anything is unpacked."""
    names = [entry.filename for entry in entries]
    if len(names) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise InputError(Problem("zip.too_large", place, {"most": MOST_BYTES // 1_000_000}))
    odd = any(e.compress_type not in PACKED or e.flag_bits & LOCKED for e in entries)
    if odd or len(set(names)) < len(names):
        raise InputError(Problem("zip.unreadable", place))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str) -> bytes:
    """No more than its head states, which was added up already."""
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise InputError(Problem("zip.unreadable", place))
    return content
