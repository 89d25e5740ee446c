"""What is dropped on the page, read by whoever reads files."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Read = TypeVar("Read")


def from_bytes(name: str, content: bytes, read: Callable[[Path], Read]) -> Read:
    """``read`` of a file with this content; its name is only what messages call it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name or "file")
        path.write_bytes(content)
        return read(path)
