"""The command line: ``cohorts``, one file per command."""

from cohorts.cli.app import main

__all__ = ["main"]
