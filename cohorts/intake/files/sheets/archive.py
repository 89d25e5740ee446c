"""The parts of a workbook, unpacked and counted: what the file states of itself is not trusted."""

from __future__ import annotations

import io
import zipfile

from cohorts.intake.limits import MOST_ENTRIES, MOST_UNPACKED, TooMuch, unpacks_too_large

BINARY = "xl/workbook.bin"
"""What tells a workbook whose cells are no text (.xlsb)."""


class Archive:
    """Parts by name, capitals aside, as the programs that write them differ in that."""

    def __init__(self, data: bytes) -> None:
        """Raises TooMuch, and what a damaged archive raises (see ``DAMAGED``)."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_UNPACKED:
                raise unpacks_too_large()
            self._parts: dict[str, bytes] = {}
            left = MOST_UNPACKED
            for entry in entries:
                with archive.open(entry) as part:
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise unpacks_too_large()
                if entry.filename.lower().endswith((".xml", ".rels")):
                    self._parts[entry.filename.lower().replace("\\", "/")] = content
            if BINARY in {entry.filename.lower() for entry in entries}:
                raise TooMuch("intake.old_workbook")

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def part(self, name: str) -> bytes:
        """The content of a part. Raises KeyError."""
        return self._parts[name.lower()]
