"""Every address that the server answers itself, asked as somebody: the bytes that they get.

None is named here either: they are the routes of the site. The pages of Streamlit show what these
acts give to who looks, see every_look.py; a test of the house keeps them from the store.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from urllib.parse import urlencode

import pytest
from starlette.routing import Route

from cohorts.pages import web
from cohorts.pages.web.routes import routes
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.actor import Actor
from cohorts.store.store import Store
from tests.cohorts.pages.ballot.browsing import browser
from tests.cohorts.rounds.balloting.a_committee import Committee
from tests.cohorts.rounds.looks.every_look import nothing_kept

NAMED = re.compile(r"\{\w+\}")


def _modules() -> Iterator[ModuleType]:
    """Those that ask which store it is."""
    for info in pkgutil.walk_packages(web.__path__, f"{web.__name__}."):
        if hasattr(module := import_module(info.name), "store"):
            yield module


MODULES = tuple(_modules())


def every_address(here: Committee, who: Actor) -> dict[str, str]:
    """Method and path → status, place and body of the answer; a post says nothing."""
    client = browser()
    with here.store.writing() as connection:
        client.cookies["cohorts"] = new_login(connection, who.key)
    query = urlencode({"language": "nl", "ronde": here.round, "stap": here.stage})
    found = {}
    with _served_from(here.store):
        for method, path in _asked():
            with nothing_kept():
                cookies = dict(client.cookies)
                address = f"{NAMED.sub('x', path)}?{query}"
                told = client.get(address) if method == "GET" else client.post(address)
                client.cookies = cookies
            found[f"{method} {path}"] = repr((told.status, told.headers.get("location"), told.body))
    return found


def _asked() -> Iterator[tuple[str, str]]:
    for one in routes():
        assert isinstance(one, Route)
        for method in sorted((one.methods or {"GET"}) - {"HEAD"}):
            yield method, one.path


@contextmanager
def _served_from(store: Store) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in MODULES:
            patch.setattr(module, "store", lambda: store)
        yield
