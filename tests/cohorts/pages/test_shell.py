"""What is round every page, in a real browser: head, steps, focus, language, doors, headers."""

from __future__ import annotations

import http.client
import re

import pytest
from playwright.sync_api import expect

from cohorts.pages.current_user import COOKIE
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.log_in import log_in
from cohorts.rounds.accounts.logged_in import log_out, who
from cohorts.rounds.accounts.revoke import revoke
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.rounds.people.add_somebody import add_somebody
from cohorts.rounds.roles import Role
from tests.cohorts.pages.driving import FOUR, NAME, PASSWORD, PHONE, RUNS, WIDE, Look, Run, Site

ENGLISH = FOUR[2]
LONG = "<b>Najaar</b> *2026* $x$ [link](http://elders.nl) " + "lang" * 12


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_page_stands_within_its_shell(site: Site, look: Look, run: Run) -> None:
    page = look(run, site.url("now", site.new_round(LONG), run))
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("h1")).to_have_css("font-family", re.compile("Fira Sans"))
    shown = page.locator(".head .round b")
    expect(shown).to_have_text(LONG)
    assert page.locator(".head nav li.now:visible, .head summary:visible").count() == 1
    look.check(page, "now-first")


def test_steps_lead_to_their_page_at_its_top_and_back_works(site: Site, look: Look) -> None:
    round_ = site.sample_round()
    page = look(WIDE, site.url("now", round_))
    done = page.locator(".head .steps li.done")
    expect(done).to_have_count(1)  # a list beside the people is no composing yet
    expect(done).to_contain_text("Aanmeldingen")
    loads = page.evaluate("window.stays = true")
    page.locator(".head .steps").get_by_role("link", name="Samenstellen").click()
    expect(page.locator(".head .steps li.now")).to_contain_text("Samenstellen")
    expect(page.locator("[class*=st-key-page_composing] h1")).to_be_focused()
    assert loads
    assert page.evaluate("window.stays"), "a step loads nothing anew"
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    expect(page).to_have_title(re.compile("Samenstellen"))
    assert f"ronde={round_}" in page.url
    page.go_back()
    expect(page.locator("[class*=st-key-page_now] h1")).to_be_focused()
    page.reload()
    expect(page.locator("[class*=st-key-page_now] h1")).to_be_focused()


def test_the_other_language_is_another_address_of_the_same_page(site: Site, look: Look) -> None:
    round_ = site.new_round()
    page = look(WIDE, site.url("now", round_))
    page.locator(".head").get_by_role("link", name="English").click()
    expect(page.locator(".head .saved")).to_contain_text("Saved")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert f"ronde={round_}" in page.url


def test_a_phone_has_the_steps_behind_one_button(site: Site, look: Look) -> None:
    page = look(PHONE, site.url("now", site.new_round()))
    page.locator(".head summary").click()
    page.locator(".head details").get_by_role("link", name="Samenstellen").click()
    expect(page.locator("[class*=st-key-page_composing] h1")).to_be_focused()
    expect(page.locator(".head details")).not_to_have_attribute("open", "")


def test_another_s_round_and_none_are_refused_in_the_same_words(site: Site, look: Look) -> None:
    """A guessed address tells nothing, not even whether there is such a round."""
    theirs = site.new_round("Geheime ronde")
    token = _stranger(site)
    said = []
    for round_ in (theirs, "0" * 16, "'; drop table round --", "<script>1</script>"):
        page = look(WIDE, site.url("applicants", None, ronde=round_), token=token)
        expect(page.locator("h1")).to_have_text("Deze ronde is er voor u niet")
        said.append(page.locator("[data-testid=stMain]").inner_text())
        assert "Geheime" not in page.content()
    assert len(set(said)) == 1
    look.check(page, "refused")


def _stranger(site: Site) -> str:
    """Somebody of the staff who has a role in no round, and is logged in."""
    link = add_person(site.store, site.actor, "Een ander")
    assert link is not None
    token = spend_link(site.store, link)
    assert token is not None
    return token


def test_a_login_that_ends_leads_to_the_door_and_back_to_where_one_was(
    site: Site, look: Look
) -> None:
    round_ = site.new_round()
    token = log_in(site.store, NAME, PASSWORD)
    assert token is not None
    page = look(WIDE, site.url("now", round_), token=token)
    log_out(site.store, token)
    page.locator(".head .steps").get_by_role("link", name="Samenstellen").click()
    expect(page.locator("h1")).to_have_text("Inloggen")
    expect(page.get_by_role("alert")).to_contain_text("is niet bewaard")
    page.get_by_label("Uw naam").fill(NAME)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.locator("[class*=st-key-page_composing] h1")).to_be_focused()
    assert f"ronde={round_}" in page.url


def test_before_anything_is_drawn_it_says_what_comes(site: Site, look: Look) -> None:
    page = look(ENGLISH, site.url("rounds", None, ENGLISH))
    coming = page.get_by_text("this page is on its way")
    expect(coming).to_be_hidden()
    page.route("**/static/js/**", lambda route: route.abort())
    page.reload()
    expect(coming).to_be_visible()
    expect(page.locator(".coming .room")).to_have_text("Rounds")
    page.goto("about:blank")  # nothing is fetched any more
    look.faults.clear()  # that nothing could be


def test_what_is_refused_before_the_page_is_drawn_leaves_a_way_on(site: Site, look: Look) -> None:
    round_ = site.new_round()
    person = add_somebody(site.store, site.actor, round_, {"name": "Dora Wit"})
    link = add_person(site.store, site.actor, "Kort erbij", round_, Role.ORGANISER)
    token = spend_link(site.store, link or "")
    guest = who(site.store, token or "")
    assert guest is not None
    page = look(WIDE, site.url("applicants", round_, persoon=person), token=token)
    revoke(site.store, site.actor, guest.key, round_)
    page.locator(f".st-key-card_{person}_place input").fill("Goor")
    page.keyboard.press("Tab")
    page.get_by_role("link", name="Laad deze bladzijde opnieuw").click()
    expect(page.locator("h1")).to_have_text("Deze ronde is er voor u niet")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_the_door_is_a_page_too(site: Site, look: Look, run: Run) -> None:
    page = look(run, f"{site.root}/login?language={run.language}", token="")
    look.check(page, "login")


def test_one_s_own_password_is_chosen_behind_one_s_name(site: Site, look: Look) -> None:
    link = add_person(site.store, site.actor, "Els Bos")
    assert link is not None
    page = look(PHONE, site.url("rounds", run=PHONE), token=spend_link(site.store, link))
    page.get_by_role("link", name="Els Bos").click()
    look.check(page, "password")
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button").click()
    expect(page.locator("h1")).to_have_text("Uw wachtwoord is bewaard")


def test_what_breaks_by_a_fault_of_ours_is_told_in_words_with_a_number(
    broken_site: Site, look: Look
) -> None:
    page = look(WIDE, broken_site.url("rounds"), token=broken_site.token, heading=False)
    expect(page.get_by_text("Er ging iets mis dat wij niet voorzagen")).to_be_visible()
    number = re.search(r"dit nummer door: (\w{8})", page.locator("body").inner_text())
    assert number
    assert "Jan de Vries" not in page.content()
    logged = broken_site.log.read_text("utf-8")
    assert number[1] in logged
    assert "ValueError" in logged
    assert "Jan de Vries" not in logged


def _asked(site: Site, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
    line = http.client.HTTPConnection("localhost", site.port, timeout=20)
    line.request(method, path, headers=headers)
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer


@pytest.mark.parametrize(
    "path", ["/", "/rondes", "/login", "/shell/shell.js", "/_stcore/health", "/nergens/iets"]
)
def test_every_answer_has_the_headers(site: Site, path: str) -> None:
    answer = _asked(site, "GET", path)
    policy = answer.getheader("content-security-policy") or ""
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert "unsafe-eval" not in policy.replace("wasm-unsafe-eval", "")
    assert answer.getheader("x-content-type-options") == "nosniff"
    assert answer.getheader("referrer-policy") == "same-origin"
    assert "noindex" in (answer.getheader("x-robots-tag") or "")


def test_nothing_is_shown_to_who_is_not_logged_in(site: Site) -> None:
    for path in ("/rondes", "/wat-nu", "/bord"):
        answer = _asked(site, "GET", path)
        assert answer.status == 303
        assert (answer.getheader("location") or "").startswith("/login?")
    assert _asked(site, "GET", "/health").status == 200
    assert _asked(site, "GET", "/nergens").status == 404
    assert _asked(site, "GET", "/shell/..%2f..%2fserver.py").status == 404


NOBODYS = ("/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/x", "/static/x", "/media/x")


@pytest.mark.parametrize("path", NOBODYS)
def test_of_streamlits_addresses_only_those_answer_that_a_page_asks(site: Site, path: str) -> None:
    answer = _asked(site, "GET", path)
    assert answer.status == 404
    assert answer.getheader("content-type") == "text/html; charset=utf-8"
    assert _asked(site, "POST", "/_stcore/agent/interact").status == 404


def test_a_file_that_was_made_is_for_who_is_logged_in(site: Site) -> None:
    kind = "text/plain; charset=utf-8"  # what Streamlit answers of its own accord
    answer = _asked(site, "GET", "/media/x", Cookie=f"{COOKIE}={site.token}")
    assert answer.getheader("content-type") == kind
    assert answer.getheader("cache-control") == "no-store"


def test_another_site_logs_nobody_in_or_out(site: Site) -> None:
    elsewhere = {"Origin": "https://elders.nl", "Content-Type": "application/x-www-form-urlencoded"}
    assert _asked(site, "POST", "/login", **elsewhere).status == 403
    cookie = {"Cookie": f"{COOKIE}={site.token}"}
    away = {"Sec-Fetch-Site": "cross-site"}
    assert _asked(site, "GET", "/logout", **cookie, **away).status == 403
    assert _asked(site, "GET", "/rondes", **cookie).status == 200


@pytest.mark.parametrize(
    "back", ["https://elders.nl", "//elders.nl/rondes", "/\\elders.nl", "/enter/x", "rondes"]
)
def test_after_logging_in_one_goes_to_a_page_of_ours(site: Site, back: str) -> None:
    link = add_person(site.store, site.actor, f"Naar {back}")
    answer = _asked(site, "GET", f"/enter/{link}?terug={back.replace(chr(92), '%5C')}")
    assert answer.getheader("location") == "/rondes?language=nl"
    cookie = answer.getheader("set-cookie") or ""
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()


def test_a_personal_address_works_once_and_a_look_ahead_spends_nothing(site: Site) -> None:
    link = add_person(site.store, site.actor, "Met een adres")
    assert _asked(site, "HEAD", f"/enter/{link}").status == 405
    assert _asked(site, "GET", f"/enter/{link}").status == 303
    assert _asked(site, "GET", f"/enter/{link}").status == 410


def test_whoever_is_back_in_before_the_old_page_is_told_what_was_lost(site: Site) -> None:
    answer = _asked(site, "GET", "/login?uit=ja&terug=/bord", Cookie=f"{COOKIE}={site.token}")
    assert answer.status == 200
    answer = _asked(site, "GET", "/login?terug=/bord", Cookie=f"{COOKIE}={site.token}")
    assert answer.getheader("location") == "/bord"


def test_who_may_only_read_is_told_so_and_is_offered_nothing_to_change(
    site: Site, look: Look
) -> None:
    round_ = site.new_round()
    person = add_somebody(site.store, site.actor, round_, {"name": "Dora Wit"})
    link = add_person(site.store, site.actor, "Kijkt mee", round_, Role.AUDITOR)
    token = spend_link(site.store, link or "")
    page = look(WIDE, site.url("applicants", round_, persoon=person), token=token)
    expect(page.get_by_text("U kunt deze ronde lezen.")).to_be_visible()
    expect(page.locator(f".st-key-card_{person}_place input")).to_be_disabled()
    expect(page.get_by_role("button", name="Haal uit de ronde")).to_have_count(0)
    page.locator(".head").get_by_role("link", name="Rondes").click()
    expect(page.locator("h1")).to_have_text("Uw rondes")
    expect(page.get_by_role("button", name="Meer")).to_have_count(0)
    look.check(page, "reads-only")


def test_what_is_asked_is_read_and_not_changed_by_who_may_only_read(site: Site, look: Look) -> None:
    round_ = site.new_round()
    link = add_person(site.store, site.actor, "Leest mee", round_, Role.AUDITOR)
    page = look(WIDE, site.url("composing", round_), token=spend_link(site.store, link or ""))
    asked = page.locator(".st-key-page_composing")
    expect(asked.get_by_text("Groepen van 8 tot 12")).to_be_visible()
    expect(asked.get_by_text("Een regel toevoegen")).to_have_count(0)
    for fold in asked.locator("summary").all():
        fold.click()
    look.settle(page)
    expect(asked.locator("input:enabled, textarea:enabled, .stButton")).to_have_count(0)


def test_no_other_page_opens_the_line_on_which_a_page_is_drawn(site: Site) -> None:
    line = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Cookie": f"{COOKIE}={site.token}",
    }
    for other in ("https://elders.nl", f"http://localhost:{site.port + 1}", "null"):
        assert _asked(site, "GET", "/_stcore/stream", Origin=other, **line).status == 403
