"""A program of the pages in a process of its own that need not import anything any more.

Streamlit and what draws a page take two seconds to import; of each file of tests it would be anew.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.cohorts.cli.run import ROOT

FORKED = get_context("forkserver")
FORKED.set_forkserver_preload(["tests.cohorts.pages.beforehand"])
AS_IT_IS = "from runpy import run_module; run_module('cohorts.pages', run_name='__main__')"


@contextmanager
def forked(
    port: int, log: Path, environment: Mapping[str, str], program: str = AS_IT_IS
) -> Iterator[BaseProcess]:
    """``python -c program port``, until the block ends: then its input is closed.

    ``environment``: beside that of the tests. ``log``: where what it writes goes.
    """
    its, ours = FORKED.Pipe(duplex=False)
    everything = {**os.environ, **environment}
    process = FORKED.Process(target=_run, args=(program, port, str(log), everything, its))
    process.start()
    its.close()
    try:
        yield process
    finally:
        ours.close()
        process.join(10)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


def _run(program: str, port: int, log: str, environment: dict[str, str], its: Connection) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    sys.argv = ["-c", str(port)]
    with open(log, "ab") as written:  # noqa: PTH123 - as little as can be
        for stream in (1, 2):
            os.dup2(written.fileno(), stream)
    os.dup2(its.fileno(), 0)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - for as long as it runs
    exec(program, {"__name__": "__main__"})  # noqa: S102 - a program of our own
