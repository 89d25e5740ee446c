"""Logging in and out: plain pages, which need no script."""
