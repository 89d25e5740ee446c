"""Behind a proxy as the documentation sets one up: pages are drawn, logins go over TLS alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.cohorts.pages.a_proxy import proxied
from tests.cohorts.pages.driving import NAME, PASSWORD, WIDE, Look, Site


def cookie_at(port: int) -> str:
    """As the browser is given it for a name and a password."""
    line = HTTPConnection("localhost", port, timeout=20)
    form = urlencode({"name": NAME, "password": PASSWORD})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": f"http://localhost:{port}",
        "Connection": "close",
    }
    line.request("POST", "/login?language=nl", form, headers)
    answer = line.getresponse()
    answer.read()
    line.close()
    assert answer.status == 303
    return (answer.getheader("set-cookie") or "").lower()


@pytest.fixture(scope="module")
def port(site: Site) -> Iterator[int]:
    with proxied(site.port) as port:
        yield port


def test_pages_are_drawn(site: Site, look: Look, port: int) -> None:
    round_ = site.new_round("Achter een proxy")
    page = look(WIDE, replace(site, port=port).url("now", round_, WIDE))
    expect(page.get_by_text("Achter een proxy").first).to_be_visible()


def test_a_login_goes_over_tls_alone(site: Site, port: int) -> None:
    assert "secure" in cookie_at(port)
    assert "secure" not in cookie_at(site.port)  # nobody speaks TLS with one's own machine
