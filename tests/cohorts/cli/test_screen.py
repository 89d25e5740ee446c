"""The command that opens the pages: what it says where it cannot, and that it leaves nothing."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cohorts.cli import screen
from cohorts.words import Language, say
from tests.cohorts.cli.run import ROOT, Run

START = (
    sys.executable,
    "-c",
    "import sys; sys.argv[0] = 'cohorts'; from cohorts.cli import main; main()",
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    port: int,
    *options: str,
    start: tuple[str, ...] = START,
    folder: Path = ROOT,
    language: Language = Language.EN,
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command and the address it names, from the moment that the pages answer.

    ``start`` is the program itself. What it keeps is gone when the block ends.
    """
    with TemporaryDirectory() as kept:
        environment = {n: value for n, value in os.environ.items() if "DISPLAY" not in n}
        url = f"sqlite:///{Path(kept) / 'rounds.sqlite'}"
        with subprocess.Popen(
            [*start, "screen", "--port", str(port), "--language", language.value, *options],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment | {"COHORTS_DATABASE_URL": url},
        ) as command:
            try:
                assert command.stdout is not None
                assert command.stdout.readline().strip() == say("screen.starting", language)
                named = re.search(rf"http://localhost:{port}/\S*", command.stdout.readline())
                assert named
                yield command, named[0]
            finally:
                command.kill()
                command.wait(30)


def until_free(port: int) -> None:
    for _ in range(200):
        if screen.is_free(port):
            return
        time.sleep(0.1)
    pytest.fail("the server stayed behind")


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signals")
def test_ctrl_c_ends_both_without_a_word() -> None:
    port = free_port()
    with started(port) as (command, address):
        assert address == f"http://localhost:{port}/?language=en"
        assert not screen.is_free(port)
        command.send_signal(signal.SIGINT)
        assert command.wait(30) == 0
        assert command.stderr is not None
        assert command.stderr.read() == ""
    until_free(port)


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signals")
def test_the_server_ends_also_where_the_command_is_killed() -> None:
    port = free_port()
    with started(port) as (command, _):
        command.kill()
        command.wait(30)
    until_free(port)


@pytest.mark.parametrize("language", list(Language))
def test_without_the_extra_it_says_how_to_get_it(
    run: Run, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "find_spec", lambda _: None)
    ran = run("screen", "--language", language.value)
    assert ran.code == 2
    assert 'pip install "cohorts[screen]"' in ran.err


def test_a_port_that_is_taken_names_one_that_is_free(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("screen", "--port", str(port), "--language", "en")
    assert ran.code == 2
    named = int(ran.err.split("--port ")[-1].strip(" .\n"))
    assert named > port


@pytest.mark.parametrize("port", ["0", "65536", "veel"])
def test_a_port_that_is_none_is_refused_in_words(run: Run, port: str) -> None:
    ran = run("screen", "--port", port, "--language", "en")
    assert ran.code == 2
    assert "--port" in ran.err
