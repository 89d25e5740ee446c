"""Browsers of people that are lent from one test to the next.

A page of Streamlit's takes a second to load and to compile; whoever was there before has that by
them. Between two tests a browser forgets who was logged in and what its pages kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext

FORGOTTEN = "local_storage,indexeddb,service_workers,cache_storage,websql"
"""What a page may keep; not what it fetched."""


@dataclass(eq=False)
class Contexts:
    """Each kind of person's browser by its options, as ``Browser.new_context`` takes them."""

    browser: Browser
    _idle: dict[str, list[BrowserContext]] = field(default_factory=dict)
    _lent: dict[BrowserContext, str] = field(default_factory=dict)

    def lent(self, **options: Any) -> BrowserContext:
        """One that nobody uses now, as new."""
        idle = self._idle.setdefault(str(options), [])
        context = idle.pop() if idle else self.browser.new_context(**options)
        self._lent[context] = str(options)
        return context

    def given_back(self, context: BrowserContext, origin: str) -> None:
        """Whoever was there is gone; ``origin``: whose pages were open."""
        context.set_offline(False)
        context.clear_cookies()
        page = context.new_page()
        context.new_cdp_session(page).send(
            "Storage.clearDataForOrigin", {"origin": origin, "storageTypes": FORGOTTEN}
        )
        for one in context.pages:
            one.close()
        self._idle[self._lent.pop(context)].append(context)
