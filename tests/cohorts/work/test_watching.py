"""Whoever works and whoever watches, in the same moment; and one that is halted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from threading import Thread
from typing import Any
from unittest.mock import MagicMock

import pytest

from cohorts.rounds.jobs.job import Progress
from cohorts.work import queue, work
from cohorts.work.queue import ended
from cohorts.work.work import Work

SLEEPS = [sys.executable, "-S", "-c", "import time; time.sleep(60)"]


def test_stopped_in_the_moment_that_something_is_found_both_are_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow(one: Progress, **changed: Any) -> Progress:
        time.sleep(0.05)
        return replace(one, **changed)

    monkeypatch.setattr(work, "replace", slow)
    job = Work(MagicMock(), MagicMock(), 60)
    both = {"cut": "stop", "share": 0.5}
    saying = [Thread(target=job.says, kwargs={name: value}) for name, value in both.items()]
    for one in saying:
        one.start()
    for one in saying:
        one.join()
    assert (job.progress.cut, job.progress.share) == ("stop", 0.5)


def test_one_that_is_halted_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where it says nothing: not one that waits long."""
    monkeypatch.setattr(queue, "PAUSE", 0.01)
    with subprocess.Popen(SLEEPS) as child:
        os.kill(child.pid, signal.SIGSTOP)
        said = [str(number) for number in range(20)]

        def beat() -> str:
            return said.pop() if said else "0"

        assert ended(child, beat, 0.05) == -signal.SIGKILL
        assert not said
