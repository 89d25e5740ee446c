"""One command in a process of its own, forked from this one, in which everything is warm."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from cohorts.cli import main

MOST_SECONDS = 20.0
"""Of a machine that does nothing else: on a busier one a second counts for what it gives."""
MOST_ADDRESSES = 8 << 30
"""Bytes of address space: what asks for more is refused by the system, not by our patience."""
UNCAUGHT = 99


@dataclass(frozen=True)
class Ran:
    """How a command ended.

    ``code`` < 0: by that signal; ``megabytes``: the most held at once, by it or a child;
    ``left``: whether a child of it still ran afterwards; ``hung``: whether it had to be ended.
    """

    code: int
    seconds: float
    megabytes: float
    out: str
    err: str
    left: bool
    hung: bool = False


def ran(arguments: list[str], folder: Path) -> Ran:
    """The command, run in ``folder``; it is ended after twenty seconds of a quiet machine."""
    out, err = folder / "stdout", folder / "stderr"
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        _run(arguments, folder, out, err)
    status, used, hung = _awaited(child, began)
    seconds = time.perf_counter() - began
    left = _ended(child)
    said, told = (path.read_text("utf-8", errors="replace") for path in (out, err))
    code = os.waitstatus_to_exitcode(status)
    return Ran(code, seconds, used.ru_maxrss / 1024, said, told, left, hung)


def _run(arguments: list[str], folder: Path, out: Path, err: Path) -> None:
    """In the child: never returns."""
    code = UNCAUGHT
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for number, path in ((1, out), (2, err)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
        os.chdir(folder)
        os.environ["COHORTS_DEBUG"] = "1"
        sys.argv = ["cohorts", *arguments]
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001 - whatever came through is what we look for
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _awaited(child: int, began: float) -> tuple[int, resource.struct_rusage, bool]:
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return status, used, False
        if (time.perf_counter() - began) / _busy() > MOST_SECONDS:
            os.killpg(child, signal.SIGKILL)
            _, status, used = os.wait4(child, 0)
            return status, used, True
        time.sleep(0.001)


def _busy() -> float:
    """How many processes want each core, at least 1."""
    return max(os.getloadavg()[0] / (os.cpu_count() or 1), 1.0)


def _ended(group: int) -> bool:
    """Whether anything of the group still ran; it does no longer."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def warmed(commands: list[list[str]]) -> None:
    """Runs commands here, unheard, so that what they load and compile is there for every child."""
    kept = [os.dup(number) for number in (1, 2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(nowhere, number)
    try:
        for command in commands:
            sys.argv = ["cohorts", *command]
            try:
                main()
            except SystemExit:
                sys.stdout.flush()
    finally:
        for number, was in zip((1, 2), kept, strict=True):
            os.dup2(was, number)
            os.close(was)
