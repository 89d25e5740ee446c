"""The command line: ``cohorts``, one file per command."""

from __future__ import annotations

import sys

from cohorts.uninterrupted import uninterrupted

__all__ = ["main"]


def main() -> None:
    """Runs the program and ends with its exit code; never with a traceback.

    Its parts are fetched here, so that whoever stops it meanwhile is answered as at any time.
    """
    try:
        with uninterrupted():
            from cohorts.cli import app  # noqa: PLC0415 - half of a second of imports
    except KeyboardInterrupt:
        sys.exit(app.stopped(sys.argv[1:]))
    app.main()
