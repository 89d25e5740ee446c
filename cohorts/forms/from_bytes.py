"""What is at hand as bytes, read by whoever reads files."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Read = TypeVar("Read")
UNUSABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff/\\]")
"""What no name of a file may hold, on some system or other."""
LONGEST = 80


def from_bytes(name: str, content: bytes, read: Callable[[Path], Read]) -> Read:
    """``read`` of a file with this content; its name is only what messages call it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file_name(name)
        path.write_bytes(content)
        return read(path)


def file_name(name: str) -> str:
    """A name that any system takes: the last folder's, and not longer than it can be."""
    bare = UNUSABLE.sub("", name.replace("\\", "/").rpartition("/")[2]).strip(". ")
    return bare[-LONGEST:].encode()[-LONGEST * 2 :].decode(errors="ignore") or "file"
