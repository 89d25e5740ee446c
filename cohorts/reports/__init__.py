"""One file per document: groups.csv, proposal.json, proposal.xlsx, report.html."""

from cohorts.reports.write import write_reports

__all__ = ["write_reports"]
