"""A PostgreSQL server for the tests: one for all their processes, gone with the first of them.

Debian's binaries, in a folder for the time being, reached by a socket in it. Started by whoever is
first as ``python -m tests.cohorts.store.postgres_server FOLDER PROCESS``.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from filelock import FileLock

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
USER = "postgres"
"""As whom it runs where we are root, which it refuses to be."""
READY, REFUSED = "ready", "refused"
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",  # a test that outlives the machine is no test
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}
PATIENCE = 60.0
ROOT = Path(__file__).parents[3]
STARTED: list[subprocess.Popen[bytes]] = []
"""Held, because it outlives whoever started it."""


def reason() -> str:
    """Why none can be started here; empty where one can."""
    if not BINARIES:
        return "no PostgreSQL under /usr/lib/postgresql, and none at COHORTS_TEST_POSTGRES"
    if os.getuid() == 0 and USER not in {user.pw_name for user in pwd.getpwall()}:
        return f"PostgreSQL does not run as root, and there is no user {USER}"
    return ""


def url(shared: Path, process: int) -> str:
    """Of the one server; ``shared``: a folder that all the tests' processes know.

    It ends when ``process`` does. Raises RuntimeError with its log where it does not start.
    """
    note = shared / "postgres"
    with FileLock(shared / "postgres.lock"):
        if not note.exists():
            note.write_text(_start(process), encoding="utf-8")
    folder = Path(note.read_text("utf-8"))
    if not (folder / READY).exists():
        raise RuntimeError((folder / "log").read_text("utf-8"))
    return f"postgresql+psycopg://{USER}@/postgres?host={folder}"


def _start(process: int) -> str:
    folder = Path(tempfile.mkdtemp(prefix="cohorts-pg-"))  # a socket's path is short
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.cohorts.store.postgres_server", folder, str(process)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    STARTED.append(server)
    until = time.monotonic() + PATIENCE
    while not any((folder / name).exists() for name in (READY, REFUSED)):
        if time.monotonic() > until:
            break
        time.sleep(0.02)
    return str(folder)


def serve(folder: Path, process: int) -> None:
    """Makes and runs it until ``process`` is gone."""
    as_whom = {"user": USER, "group": USER, "extra_groups": []} if os.getuid() == 0 else {}
    if as_whom:
        shutil.chown(folder, USER, USER)
    data, bin_ = folder / "data", BINARIES[-1]
    os.chdir(folder)
    init = [bin_ / "initdb", "-D", data, "-U", USER, "-A", "trust", "--no-sync", "-E", "UTF8"]
    options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    run = [bin_ / "postgres", "-D", data, "-k", folder, *options]
    try:
        subprocess.run([*init, "--locale=C"], check=True, **as_whom)  # type: ignore[call-overload]  # whom to be, or nobody else
        server = subprocess.Popen(run, **as_whom)  # type: ignore[call-overload]  # as above
    except (OSError, subprocess.CalledProcessError):
        (folder / REFUSED).touch()
        raise
    while not (folder / ".s.PGSQL.5432").exists() and server.poll() is None:
        time.sleep(0.02)
    (folder / (REFUSED if server.poll() is not None else READY)).touch()
    while server.poll() is None and _lives(process):
        time.sleep(0.5)
    server.send_signal(signal.SIGINT)
    server.wait()
    shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
