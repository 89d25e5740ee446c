"""PostgreSQL's own tools: ``pg_dump`` there, ``pg_restore`` back."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from cohorts.errors import Problem, StoreError
from cohorts.intake.whole import made_in
from cohorts.store.place import made, named
from cohorts.store.trying import trying

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian keeps the tools of each release, the newest of which reads every older server."""


@dataclass(frozen=True)
class PostgresMeans:
    """Of the database at a URL."""

    url: str

    def write(self, file: Path) -> None:
        """In PostgreSQL's own format, which it compresses."""
        made(file)
        _run("pg_dump", self.url, "--format=custom", f"--file={file}")

    @contextmanager
    def trial(self, file: Path) -> Iterator[str]:
        """A database beside it on the same server, for which the right to make one is needed.

        One at a time: what is left of one whose program was killed goes first.
        """
        with trying(self.url) as there:
            _load(there, file)
            yield there

    def put_back(self, trial: str) -> None:
        """In one transaction."""
        with made_in(Path(tempfile.gettempdir())) as folder:
            file = folder / "copy"
            PostgresMeans(trial).write(file)
            _load(self.url, file)


def _load(url: str, file: Path) -> None:
    whole = ("--single-transaction", "--clean", "--if-exists", "--no-owner", "--no-privileges")
    _run("pg_restore", url, *whole, str(file))


def _run(tool: str, url: str, *options: str) -> None:
    """A tool reads the password where no list of processes shows it."""
    found = shutil.which(tool) or next(
        (str(path) for path in sorted(DEBIAN.glob(f"*/bin/{tool}"), reverse=True)), None
    )
    if found is None:
        raise StoreError(Problem("store.no_tool", named(url), {"tool": tool}))
    parsed = make_url(url)
    secret = {"PGPASSWORD": str(parsed.password)} if parsed.password else {}
    bare = parsed.set(drivername="postgresql", password=None).render_as_string()
    ended = subprocess.run(  # noqa: S603 - the database's own program
        [found, f"--dbname={bare}", "--no-password", *options],
        check=False,
        env=os.environ | secret,
        stdin=subprocess.DEVNULL,
        # what it says may quote somebody's answers
        capture_output=not os.environ.get("COHORTS_DEBUG"),
    )
    if ended.returncode != 0:
        raise StoreError(Problem("store.tool_failed", named(url), {"tool": tool}))
