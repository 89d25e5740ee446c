"""Where the program writes: streams that may be closed, or know fewer signs than we use."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path


def ready_streams(arguments: list[str]) -> None:
    """Makes both streams take whatever is written: closed ones nothing, narrow ones a ``?``.

    What is for machines is UTF-8, whatever the terminal speaks.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
            setattr(sys, name, nowhere)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if "--json" in arguments and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
