"""The server of the pages: all its settings stand here, so that no folder of settings is needed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from cohorts.errors import CohortsError
from cohorts.pages.faults import told_in_words
from cohorts.pages.kept import store
from cohorts.pages.page_list import LEAVES
from cohorts.pages.web.broken import Broken
from cohorts.pages.web.headers import Headers
from cohorts.pages.web.own_line import OwnLine
from cohorts.pages.web.prefix import Prefix
from cohorts.pages.web.routes import routes
from cohorts.pages.web.unknown import Unknown
from cohorts.pages.whole_runs import runs_are_whole
from cohorts.work.awake import awake

SETTINGS: dict[str, Any] = {
    "server.headless": True,
    "server.maxUploadSize": 10,
    # whoever changes the code starts the program again: half-reloaded modules mix two versions
    "server.fileWatcherType": "none",
    # after every look at how far a search is; going through the engines' objects takes it a core
    "runner.postScriptGC": False,
    # no second run beside one that is not done yet: pages/whole_runs.py
    "runner.fastReruns": False,
    "browser.gatherUsageStats": False,
    # what went wrong may quote somebody's answers
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    # what Streamlit says of a fault quotes it; our own line in the log does not: pages/faults.py
    "logger.level": "critical",
    "logger.enableRich": False,
    "logger.hideWelcomeMessage": True,
    "theme.font": "'Fira Sans', 'Segoe UI', 'Noto Sans', sans-serif",
    "theme.headingFont": "'Fira Sans', 'Segoe UI', 'Noto Sans', sans-serif",
    "theme.light.primaryColor": "#154273",
    "theme.light.backgroundColor": "#fbfbfa",
    "theme.light.secondaryBackgroundColor": "#f0f1f3",
    "theme.light.textColor": "#1b1b1b",
    "theme.light.baseRadius": "small",
    "theme.dark.primaryColor": "#8fb8ff",
    "theme.dark.backgroundColor": "#15181c",
    "theme.dark.secondaryBackgroundColor": "#1e2227",
    "theme.dark.textColor": "#ececec",
    "theme.dark.baseRadius": "small",
}


def _imported() -> None:
    """What pages are drawn with, so that the first who looks at each need not wait for it."""
    for leaf in LEAVES:
        _ = leaf.draw
    import_module("pandas")  # Streamlit's, for a component like the board


@asynccontextmanager
async def _settled(_: st.App) -> AsyncIterator[None]:
    """The settings hold however the server is started: also by ``streamlit run app.py``."""
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    runs_are_whole()
    with suppress(CohortsError):  # a store that cannot be opened is told of on the page
        awake(store())
    Thread(target=_imported, daemon=True).start()
    yield


app = st.App(
    Path(__file__).with_name("main.py"),
    lifespan=_settled,
    routes=routes(),
    middleware=[Middleware(one) for one in (Prefix, Headers, Broken, OwnLine, Unknown)],
    on_script_error=told_in_words,
)


def serve(port: int) -> None:
    """Answers on this machine alone, until it is told to stop. Raises SystemExit then."""
    app.run(config={**SETTINGS, "server.address": "localhost", "server.port": port})


__all__ = ["app", "serve"]
