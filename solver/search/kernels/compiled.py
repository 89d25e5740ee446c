"""Compiles the kernels once per machine, into the user's cache directory.

The folder's name is a hash of the kernels' sources and of the compiler's version, so that stale
code is never loaded and a read-only installation works.
"""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import llvmlite
import numba
import platformdirs

Function = TypeVar("Function", bound=Callable[..., Any])
SOURCES = Path(__file__).parent


@cache
def cache_folder() -> Path:
    """Where compiled kernels live."""
    digest = hashlib.sha256()
    for source in sorted([*SOURCES.glob("*.py"), SOURCES.parent / "anneal.py"]):
        digest.update(source.read_bytes())
    made_with = (numba.__version__, llvmlite.__version__, platform.python_version())
    digest.update(repr((made_with, platform.machine(), str(SOURCES))).encode())
    root = os.environ.get("NUMBA_CACHE_DIR") or platformdirs.user_cache_dir("cohorts")
    return Path(root) / f"kernels-{digest.hexdigest()[:16]}"


def _can_write() -> bool:
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(cache_folder(), os.W_OK)


def is_warm() -> bool:
    """Whether compiled kernels are there; if not, the first search compiles for a while."""
    return cache_folder().is_dir() and any(cache_folder().rglob("anneal*.nbi"))


CACHED = _can_write()
if CACHED:
    numba.config.CACHE_DIR = str(cache_folder())  # type: ignore[attr-defined]  # set at run time


def compiled(function: Function) -> Function:
    """``function`` compiled without the interpreter's lock, cached where that is possible."""
    return cast("Function", numba.njit(cache=CACHED, nogil=True, error_model="numpy")(function))
