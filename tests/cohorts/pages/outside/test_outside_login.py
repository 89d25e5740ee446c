"""Logging in by an organisation, with a real provider: who comes in, who does not, and as whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TypeAlias
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Route, expect
from sqlalchemy import select

from cohorts.rounds.accounts.account_named import key_named
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.know_outside import know_outside
from cohorts.rounds.accounts.revoke import revoke
from cohorts.store.keys import AccountKey
from cohorts.store.tables import login
from tests.cohorts.pages.a_proxy import proxied
from tests.cohorts.pages.contexts import Contexts
from tests.cohorts.pages.driving import NAME, PASSWORD, PHONE, WIDE, Look, Site, serving
from tests.cohorts.pages.outside.a_provider import (
    SECRET,
    Provider,
    Visitor,
    environment,
    impostor,
    provided,
)

Visit: TypeAlias = Callable[[str], Visitor]


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with provided() as provider:
        yield provider


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, provider: Provider) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("outside")
    with serving(folder, environment=lambda port: environment(provider.issuer, port)) as site:
        yield site


@pytest.fixture
def visit() -> Iterator[Visit]:
    """Somebody more at that address, with a browser of their own."""
    with ExitStack() as visitors:
        yield lambda root: visitors.enter_context(Visitor.at(root))


def known(site: Site, name: str) -> AccountKey:
    """Somebody with an account and an address."""
    add_person(site.store, site.actor, name)
    whose = key_named(site.store, name)
    know_outside(site.store, site.actor, whose, f"{name}@bureau.nl")
    return whose


def logins(site: Site, whose: AccountKey) -> int:
    with site.store.reading() as connection:
        return len(connection.execute(select(login).where(login.c.account == whose)).all())


def test_the_address_binds_and_then_the_subject_counts(
    site: Site, provider: Provider, visit: Visit
) -> None:
    mia = known(site, "mia")
    provider.knows("sub-mia", email="Mia@Bureau.nl", email_verified=True)
    visitor = visit(site.root)
    at = visitor.comes_as("sub-mia", "/privacy?language=nl&ronde=5")
    assert at.url.path == "/privacy"
    assert at.url.query == b"language=nl&ronde=5"
    provider.knows("sub-mia", email="mia@elders.nl", email_verified=False)
    assert visit(site.root).comes_as("sub-mia").url.path == "/rondes"
    assert logins(site, mia) == 2
    provider.knows("sub-thief", email="mia@bureau.nl", email_verified=True)
    refused = visit(site.root).comes_as("sub-thief")
    assert "hoort hier al een andere inlog" in refused.text
    assert logins(site, mia) == 2
    # out, and what is told of it
    out = visitor.line.get(f"{site.root}/logout?language=nl")
    assert "U bent hier uitgelogd" in out.text
    assert visitor.line.get(f"{site.root}/rondes").url.path == "/login"
    assert logins(site, mia) == 1


def test_who_is_unknown_or_unverified_is_told_what_to_do(
    site: Site, provider: Provider, visit: Visit
) -> None:
    ton = known(site, "ton")
    provider.knows("sub-ton", email="ton@bureau.nl", email_verified=False)
    assert "bevestigt niet" in visit(site.root).comes_as("sub-ton").text
    provider.knows("sub-ton", email="ton@bureau.nl")
    assert "bevestigt niet" in visit(site.root).comes_as("sub-ton").text
    provider.knows("sub-who", email="wie@bureau.nl", email_verified=True)
    visitor = visit(site.root)
    assert "Vraag de beheerder om u toe te voegen" in visitor.comes_as("sub-who").text
    assert visitor.line.get(f"{site.root}/rondes").url.path == "/login"
    assert logins(site, ton) == 0


def test_who_is_revoked_is_out_in_open_pages_too(
    site: Site, provider: Provider, visit: Visit
) -> None:
    bob = known(site, "bob")
    provider.knows("sub-bob", email="bob@bureau.nl", email_verified=True)
    visitor = visit(site.root)
    assert visitor.comes_as("sub-bob").url.path == "/rondes"
    revoke(site.store, site.actor, bob)
    assert visitor.line.get(f"{site.root}/rondes").url.path == "/login"
    assert "nog geen toegang" in visitor.comes_as("sub-bob").text


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example/rondes", "/login"])
def test_it_leads_nowhere_but_to_a_page(
    site: Site, provider: Provider, back: str, visit: Visit
) -> None:
    known(site, f"zoe{len(back)}")
    provider.knows(f"sub{len(back)}", email=f"zoe{len(back)}@bureau.nl", email_verified=True)
    at = visit(site.root).comes_as(f"sub{len(back)}", back)
    assert (at.url.host, at.url.path) == ("localhost", "/rondes")


def test_an_answer_to_somebody_else_is_refused(
    site: Site, provider: Provider, visit: Visit
) -> None:
    visitor = visit(site.root)
    page = visitor.asks()
    visitor.line.follow_redirects = False
    answer = visitor.line.post(page.url, data={"sub": "sub-mia"}).headers["location"]
    assert answer.startswith(f"{site.root}/login/outside/back?")
    stranger = visit(site.root)
    assert "niet gelukt" in stranger.line.get(answer).text
    for whose in (visitor, stranger):
        whose.line.follow_redirects = True
        denied = whose.line.post(whose.asks().url, data={"action": "deny"})
        assert "niet gelukt" in denied.text
    assert provider


def test_what_is_asked_is_guarded(site: Site, visit: Visit) -> None:
    query = parse_qs(urlsplit(str(visit(site.root).asks().url)).query)
    assert query["redirect_uri"] == [f"{site.root}/login/outside/back"]
    assert query["code_challenge_method"] == ["S256"]
    assert all(query[name][0] for name in ("state", "nonce", "code_challenge"))
    written = site.log.read_text("utf-8")
    assert SECRET not in written + str(query)
    assert "bureau.nl" not in written


def test_another_issuer_is_nobody(
    tmp_path: Path, site: Site, provider: Provider, visit: Visit
) -> None:
    with (
        impostor(provider) as issuer,
        serving(tmp_path, environment=lambda port: environment(issuer, port)) as other,
    ):
        assert "niet gelukt" in visit(other.root).asks().text
    assert site


def test_only_outside_leaves_a_password_for_the_machine_itself(
    tmp_path: Path, provider: Provider, visit: Visit
) -> None:
    def only(port: int) -> dict[str, str]:
        return environment(provider.issuer, port) | {"COHORTS_OIDC_ONLY": "yes"}

    fields = {"name": NAME, "password": PASSWORD}
    with serving(tmp_path, environment=only) as site, proxied(site.port) as port:
        elsewhere = f"http://localhost:{port}"
        token = add_person(site.store, site.actor, "Jo")
        line = visit(site.root).line
        line.headers["connection"] = "close"  # the proxy speaks at the head of a line alone
        door = line.get(f"{elsewhere}/login?language=nl").text
        assert "Log in met Gemeente Voorbeeld" in door
        assert "password" not in door
        there = {"Origin": elsewhere}
        assert line.post(f"{elsewhere}/login", data=fields, headers=there).status_code == 403
        sent = line.get(f"{elsewhere}/enter/{token}?language=nl")
        assert "met een wachtwoord of een persoonlijk adres kan het niet" in sent.text
        here = {"Origin": site.root}
        line.post(f"{site.root}/login", data=fields, headers=here)
        assert line.get(f"{site.root}/rondes").url.path == "/rondes"
        assert visit(site.root).line.get(f"{site.root}/enter/{token}").url.path == "/rondes"


def test_in_a_browser(site: Site, look: Look, contexts: Contexts, provider: Provider) -> None:
    for run in (WIDE, PHONE):
        look.check(look(run, f"{site.root}/login?language=nl", token=""), "outside-door")
    known(site, "eva")
    provider.knows("sub-eva", email="eva@bureau.nl", email_verified=True)
    # the page of the provider is not one of ours: what it fetches elsewhere is no fault
    with closing(contexts.browser.new_context()) as context:
        context.route("https://**", _none)
        page = context.new_page()
        page.goto(f"{site.root}/login?language=nl&terug=/rondes?language=nl")
        page.get_by_role("link", name="Log in met Gemeente Voorbeeld").click()
        page.get_by_placeholder("sub").fill("sub-eva")
        page.get_by_role("button", name="Authorize", exact=True).click()
        expect(page).to_have_url(f"{site.root}/rondes?language=nl")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        kept = {cookie["name"] for cookie in context.cookies(site.root)}
        assert kept - {"_streamlit_xsrf"} == {"cohorts"}


def _none(route: Route) -> None:
    route.abort()
