"""What each server of the pages imports, imported once: those of the tests are forked from it."""

from cohorts.pages.server import _imported

_imported()
