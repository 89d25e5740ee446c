"""New files in the place of others: every one of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path


@dataclass
class Exchange:
    """What is to be put where, and what is to be taken away.

    A file is put there in one step: at any moment the old or the new one stands there, whole.
    """

    steps: list[tuple[Path | None, Path, Path]] = field(default_factory=list)
    """(the new file, or None; its place; where what stands there is kept), all on one disk."""

    def put(self, new: Path, place: Path) -> None:
        """``new`` goes to ``place``; what stood there is kept beside ``new``."""
        self.steps.append((new, place, new.with_name(f"{new.name}.before")))

    def take(self, place: Path, kept: Path) -> None:
        """What stands at ``place`` goes to ``kept``."""
        self.steps.append((None, place, kept))

    def carry_out(self) -> None:
        """All of it. Raises OSError, and then everything is as it was."""
        undo: list[Callable[[], object]] = []
        try:
            for new, place, kept in self.steps:
                if not place.parent.exists():
                    place.parent.mkdir()
                    undo.append(place.parent.rmdir)
                there = _keep(place, kept)
                undo.append(partial(kept.replace, place) if there else partial(_unlink, place))
                if new is None:
                    place.unlink()
                else:
                    new.replace(place)
        except OSError:
            for step in reversed(undo):
                with suppress(OSError):  # the others go back all the same
                    step()
            raise


def _keep(place: Path, kept: Path) -> bool:
    """Keeps what stands at ``place`` also at ``kept``; False where nothing stands there."""
    if not os.path.lexists(place):
        return False
    try:
        os.link(place, kept, follow_symlinks=False)
    except OSError:  # a disk that knows no second name for a file, or no file at all
        shutil.copy2(place, kept, follow_symlinks=False)
    return True


def _unlink(place: Path) -> None:
    place.unlink(missing_ok=True)
