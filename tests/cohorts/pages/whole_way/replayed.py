"""A dossier, recomputed by the command in an empty folder."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.cohorts.pages.whole_way.hands import files_in


def replayed(dossier: bytes, folder: Path) -> tuple[int, str]:
    """The exit code, and what it says; nothing but the dossier stands beside it."""
    folder.mkdir()
    (folder / "dossier.zip").write_bytes(dossier)
    command = Path(sys.executable).with_name("cohorts")
    done = subprocess.run(
        [str(command), "replay", "dossier.zip", "--language", "nl"],
        cwd=folder,
        env={"PATH": ""},
        capture_output=True,
        check=False,
    )
    assert not done.stderr, done.stderr.decode()
    assert [one.name for one in folder.iterdir()] == ["dossier.zip"]
    return done.returncode, done.stdout.decode()


def with_another_byte(dossier: bytes, file: str, was: bytes, becomes: bytes) -> bytes:
    """The same zip, but for one place in one file of it."""
    files = files_in(dossier)
    assert was in files[file]
    out = io.BytesIO()
    with ZipFile(out, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content.replace(was, becomes, 1) if name == file else content)
    return out.getvalue()
