"""Who sits with whom: composing peer groups of entrepreneurs, decided well and explained."""

from cohorts.composing.compose import compose
from cohorts.intake import read_applicants
from cohorts.programme.programme import load_programme
from cohorts.reports import write_reports

__all__ = ["compose", "load_programme", "read_applicants", "write_reports"]
