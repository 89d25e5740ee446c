"""Compiles the kernels once per machine, into the user's cache directory.

The folder's name is a hash of the search's sources and of the compiler's version, so that stale
code is never loaded and a read-only installation works; also where no such folder can be made.
"""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import llvmlite
import numba
import numpy as np
import platformdirs

Function = TypeVar("Function", bound=Callable[..., Any])
SEARCH = Path(__file__).parent.parent
SOURCES = [
    *SEARCH.rglob("*.py"),
    *(SEARCH.parent / "lowered").rglob("*.py"),
    *(SEARCH.parent / "pairing" / "rotation").rglob("*.py"),
    *(SEARCH.parent / "pairing" / "reading").rglob("*.py"),
    SEARCH.parent / "quantise.py",
]
"""Whatever is compiled, and whatever it takes its numbers from."""


@cache
def cache_folder() -> Path | None:
    """Where compiled kernels live; None where nothing can be kept, and all is compiled anew."""
    digest = hashlib.sha256()
    for source in sorted(SOURCES):
        digest.update(source.read_bytes())
    made_with = (numba.__version__, llvmlite.__version__, platform.python_version())
    digest.update(repr((made_with, platform.machine(), str(SEARCH))).encode())
    folders = (root / f"kernels-{digest.hexdigest()[:16]}" for root in _roots())
    return next(filter(_can_write, folders), None)


def _roots() -> Iterator[Path]:
    """What the environment names, then the user's own; a user without a home has none."""
    if named := os.environ.get("NUMBA_CACHE_DIR"):
        yield Path(named).absolute()
    with suppress(RuntimeError):
        yield Path(platformdirs.user_cache_dir("cohorts"))


def _can_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def is_warm(kernel: str = "anneal.anneal") -> bool:
    """Whether a compiled ``file.function`` is there; if not, the first search compiles for a while.

    Without a name: that of groups.
    """
    folder = cache_folder()
    return folder is not None and any(folder.rglob(f"{kernel}-*.nbi"))


CACHED = cache_folder() is not None
if CACHED:
    numba.config.CACHE_DIR = str(cache_folder())  # type: ignore[attr-defined]  # set at run time

numba.config.OPT = type(numba.config.OPT)(1)  # type: ignore[attr-defined]  # set at run time
"""How hard the compiler tries: for the usual 3 it takes longer, and the kernels are no faster."""


def _options(*, keep: bool) -> dict[str, Any]:
    """``_nrt``: no counting of who refers to an array, which costs more than most prices do.

    Whoever calls holds them all; so compiled code makes no array, it is given those it fills.
    """
    return {"nogil": True, "error_model": "numpy", "_nrt": False, "cache": keep}


def compiled(function: Function) -> Function:
    """``function`` compiled without the interpreter's lock, cached where that is possible."""
    return cast("Function", numba.njit(**_options(keep=CACHED))(function))


def inlined(function: Function) -> Function:
    """``function`` compiled into whatever compiled code calls it; Python cannot call it.

    For what is small or has one caller: a call hands on two arrays in some twenty words.
    """
    options = _options(keep=False) | {
        "forceinline": True,
        "no_cpython_wrapper": True,
        "no_cfunc_wrapper": True,
    }
    return cast("Function", numba.njit(**options)(function))


def constant(value: int) -> int:
    """A number that compiled code may hand on to a function.

    Of numpy's own type: a plain one would have that function compiled once more for it alone.
    """
    return cast("int", np.int64(value))
