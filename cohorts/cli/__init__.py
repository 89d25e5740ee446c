"""The command line: ``cohorts``, one file per command."""
