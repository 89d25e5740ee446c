"""Under a path of another site, whether the proxy takes it off or leaves it on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx2
import pytest
from playwright.sync_api import expect

from tests.cohorts.pages.a_proxy import proxied
from tests.cohorts.pages.ballot.seats import Seat, seat
from tests.cohorts.pages.driving import NAME, PASSWORD, PHONE, WIDE, Look, Site, serving
from tests.cohorts.rounds.balloting.a_committee import yes_plan

PATH, ELSEWHERE = "/cohorts", "https://example.org"
ADDRESS = re.compile(r'(?:href|src|action|data-stand|data-answer|data-help)="(/[^"]*)"')
INSIDE = re.compile(r'url\("?([^")]+)')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("under")
    with serving(folder, environment=lambda _: {"COHORTS_ADDRESS": f"{ELSEWHERE}{PATH}"}) as site:
        yield site


@pytest.fixture(scope="module", params=["", PATH], ids=["left on", "taken off"])
def root(site: Site, request: pytest.FixtureRequest) -> Iterator[str]:
    with proxied(site.port, request.param) as port:
        yield f"http://localhost:{port}{PATH}"


@pytest.fixture(scope="module")
def judge(site: Site, root: str) -> Seat:
    return seat(site, yes_plan(), f"Lid van {root}")


def asked(root: str, path: str, token: str = "") -> httpx2.Response:
    cookies = {"cohorts": token} if token else {}
    with httpx2.Client(cookies=cookies, headers={"Connection": "close"}, timeout=30) as line:
        return line.get(f"{root}{path}")


def test_each_address_stands_under_it(site: Site, judge: Seat, root: str) -> None:
    ballot = f"/stembiljet?language=nl&ronde={judge.round}"
    pages = {
        "/login?language=nl": "",
        "/password?language=nl": site.token,
        "/nergens": "",
        "/stem/abc?language=nl": "",
        ballot: judge.token,
        ballot.replace("?", "/niet-gelezen?"): judge.token,
    }
    for path, token in pages.items():
        page = asked(root, path, token).text
        found = ADDRESS.findall(page)
        assert found, path
        assert all(one.startswith(f"{PATH}/") for one in found), (path, found)
        assert f"{PATH}{PATH}" not in page
    assert asked(root, "/health").status_code == 200


def test_what_a_page_fetches_is_there(root: str, site: Site) -> None:
    page = asked(root, "/rondes?language=nl", site.token).text
    host = root.removesuffix(PATH)
    files = {one for one in ADDRESS.findall(page) if "/shell/" in one}
    assert len(files) > 3
    for one in files:
        assert asked(host, one).status_code == 200
    for one in INSIDE.findall(asked(root, "/shell/shell.css").text):
        assert asked(root, f"/shell/{one}").status_code == 200


def test_a_login_is_for_that_path_alone(root: str) -> None:
    origin = root.removesuffix(PATH)
    fields = {"name": NAME, "password": PASSWORD}
    back = "/login?language=nl&terug=/cohorts/privacy%3Fronde%3D5"
    headers = {"Origin": origin, "Connection": "close"}
    answer = httpx2.post(f"{root}{back}", data=fields, headers=headers)
    assert answer.headers["location"] == f"{PATH}/privacy?ronde=5"
    assert f"; Path={PATH};" in answer.headers["set-cookie"]
    assert "Secure" in answer.headers["set-cookie"]


def test_pages_lead_to_each_other(site: Site, look: Look, root: str) -> None:
    round_ = site.new_round("Onder een pad")
    page = look(WIDE, f"{root}/rondes?language=nl")
    page.locator(".stHtml a.row", has_text="Onder een pad").first.click()
    expect(page).to_have_url(re.compile(re.escape(f"{root}/wat-nu?") + f".*{round_}"))
    expect(page.locator("h1").first).to_have_text("Wat nu")
    page.reload()
    look.settle(page)
    page.locator(".stHtml a", has_text="Aanmeldingen").first.click()
    expect(page).to_have_url(re.compile(re.escape(f"{root}/aanmeldingen?")))
    expect(page.locator("h1").first).to_have_text("Wie heeft zich aangemeld?")
    out = page.locator(".head a", has_text="Uitloggen")
    expect(out).to_have_attribute("href", f"{PATH}/logout?language=nl")


def test_a_ballot_keeps_what_is_judged(judge: Seat, look: Look, root: str) -> None:
    query = f"language=nl&ronde={judge.round}"
    page = look(PHONE, f"{root}/stembiljet?{query}", token=judge.token)
    page.goto(f"{page.url.split('#')[0]}#dossier-1")
    page.locator("#d1-yes").click()
    look.until(page, lambda: _judged(judge) == 1)


def _judged(judge: Seat) -> int:
    return sum(one.vote is not None for one in judge.kept.dossiers)
