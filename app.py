"""The screen for whoever starts it with Streamlit itself; ``cohorts screen`` needs no such file."""

from cohorts.pages.server import app

__all__ = ["app"]
