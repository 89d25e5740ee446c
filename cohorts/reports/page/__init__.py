"""``report.html``: one self-contained page."""

from cohorts.reports.page.render import page

__all__ = ["page"]
