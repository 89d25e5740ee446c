"""``cohorts screen``: the pages in a browser, served by a process of their own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import LanguageOption
from cohorts.cli.way_in import way_in
from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.outside_provider import outside_provider
from cohorts.words import say

HOST = "localhost"
PORT = 8501
PORTS = 65_535
ALIVE = "/_stcore/health"
"""Answers well also where the database does not: then the pages say what can be done."""
PATIENCE = 5.0
"""Seconds in which the server may end by itself."""
HOUSE = Path(__file__).parents[2]
"""Where the package stands: the server finds it there, and no settings of another program."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("screen")(screen)


def screen(
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", min=1, max=PORTS)] = PORT,
    no_browser: Annotated[bool, typer.Option("--no-browser")] = False,
    sample: Annotated[bool, typer.Option("--sample")] = False,
    language: LanguageOption = None,
) -> None:
    """Open the pages; they answer until Ctrl-C."""
    if find_spec("streamlit") is None:
        raise InputError(Problem("screen.not_installed"))
    outside_provider()  # what is set up by half is told here, and not on a page
    if not is_free(port):
        free = next((other for other in range(port + 1, PORTS) if is_free(other)), PORT)
        facts = {"port": str(port), "free": str(free)}  # a number of a door has no thousands
        raise InputError(Problem("screen.port_taken", "--port", facts))
    spoken_ = spoken(language)
    with suppress(KeyboardInterrupt):  # the way to stop it
        typer.echo(say("screen.starting", spoken_))
        address = way_in(f"http://{HOST}:{port}", spoken_, sample=sample)
        with served(port) as server:
            _until_it_answers(server, port)
            typer.echo(say("screen.open", spoken_, address=address))
            sys.stdout.flush()
            if not no_browser and _has_desktop():
                webbrowser.open(address)
            server.wait()


def is_free(port: int) -> bool:
    """Whether a server may answer there."""
    with socket.socket() as probe, suppress(OSError):
        if os.name != "nt":  # what just ended there is no reason to wait; Windows means another
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, port))
        return True
    return False


@contextmanager
def served(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The server's process; ended with the context, and with this process in any case.

    Ctrl-C is heard by this process alone: the server stops where its input is closed.
    """
    # what a page says where it breaks is for whoever started it: a number, and where in the code
    quiet = None if os.environ.get("COHORTS_DEBUG") else subprocess.DEVNULL
    server = subprocess.Popen(  # noqa: S603 - our own program, with a number
        [sys.executable, "-m", "cohorts.pages", str(port)],
        cwd=HOUSE,
        stdin=subprocess.PIPE,
        stdout=quiet,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    try:
        yield server
    finally:
        if server.stdin is not None:
            server.stdin.close()
        try:
            server.wait(PATIENCE)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            server.kill()
            server.wait()


def _until_it_answers(server: subprocess.Popen[bytes], port: int) -> None:
    """Raises InputError where the server ends before it answers."""
    while server.poll() is None:
        line = HTTPConnection(HOST, port, timeout=1)
        with closing(line), suppress(OSError, HTTPException):
            line.request("GET", ALIVE)
            if line.getresponse().status < 400:  # noqa: PLR2004 - from here on HTTP means a fault
                return
        time.sleep(0.1)
    raise InputError(Problem("screen.failed"))


def _has_desktop() -> bool:
    """Whether there is a browser with a window: one in the terminal would take it over."""
    names = ("DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, names))
