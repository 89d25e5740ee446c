"""Writes files whole: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_whole(contents: Mapping[Path, str]) -> None:
    """Each text is written beside its place, and moved there when all are written.

    What is no plain file (a pipe, a terminal) is written to as it is. Raises OSError.
    """
    moves: list[tuple[Path, Path]] = []
    try:
        for path, text in contents.items():
            plain = path.is_file() or not path.exists()
            beside = path.with_name(f".{path.name}.part") if plain else path
            if plain:
                moves.append((beside, path))
            beside.write_text(text, encoding="utf-8", newline="")
        for beside, path in moves:
            beside.replace(path)
    finally:
        for beside, _ in moves:
            beside.unlink(missing_ok=True)
