"""One file per kind of long work, named after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from cohorts.rounds.jobs.job import Kind
from cohorts.work.work import Work


def kinds() -> Mapping[Kind, Callable[[Work], None]]:
    """Kind → what does it; each keeps what it finds, and raises CohortsError where it cannot be."""
    return {kind: import_module(f"{__name__}.{kind.value}_job").do for kind in Kind}
