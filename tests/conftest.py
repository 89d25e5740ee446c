"""How all tests are run, wherever they stand."""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import settings

from tests.dealt import dealt

SELDOM = (100_000, 50, 50)
"""So many new objects, and so many turns, before what is no longer used is looked for."""

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # how long something takes is no test of it: machines are busy


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait, for a server, a browser, another process."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(trylast=True)  # what is left out is out by then
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where more processes run the tests, what takes long begins first in each."""
    processes = getattr(config, "workerinput", {}).get("workercount", 1)
    if processes > 1:
        items[:] = dealt(items, processes)


def pytest_collection_finish() -> None:
    """What was collected stays till the end: going through it again and again is for nothing."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
