"""The settings hold however the server is started, and no page takes the name of another module."""

from __future__ import annotations

import sys
from pathlib import Path

from streamlit import config

from cohorts.pages import server
from tests.cohorts.pages.own_loop import done

PAGES = Path(server.__file__).parent


def test_the_settings_hold_from_the_start() -> None:
    async def begin() -> dict[str, object]:
        async with server._settled(server.app):
            return {name: config.get_option(name) for name in server.SETTINGS}

    assert done(begin()) == server.SETTINGS
    assert not server.SETTINGS["browser.gatherUsageStats"]
    assert server.SETTINGS["client.showErrorDetails"] == "none"


def test_no_page_is_called_as_a_module_of_python() -> None:
    """Streamlit puts their folder on the path: ``numbers`` there would hide Python's own."""
    names = {file.stem for file in PAGES.glob("*.py")} - {"__init__", "__main__"}
    assert names.isdisjoint(sys.stdlib_module_names)


def test_no_folder_of_settings_is_needed() -> None:
    assert not (PAGES.parents[1] / ".streamlit").exists()
