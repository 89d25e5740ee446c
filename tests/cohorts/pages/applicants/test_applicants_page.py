"""The page of applications in a real browser: a file from its drop to the next one, and by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cohorts.pages.applicants import card_input
from cohorts.pages.here import Here
from cohorts.rounds.people.add_somebody import add_somebody
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.dropped_file import dropped_file
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.store.keys import RoundKey
from cohorts.words import Language, say
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site

HEADERS = "id;naam;bedrijf;e-mail;plaats;medewerkers;omzet;KvK nummer;status"
FIRST = (
    "1;Anne Bos;Bos Bouw;anne@bos.nl;Zwolle;twaalf;1.250.000;12345678;bevestigd",
    "2;Ben Vos;Vos Vlees;ben@vos.nl;Almelo;8;n.v.t.;5012219;weet niet",
    "3;Anne Bos;Bos Beton;anne@bos.nl;Zwolle;15;900.000;12345679;waarschijnlijk",
    "4;Dora Wit;Wit Was;dora@wit.nl;Goor;10 - 50;2 mln;87654321;bevestigd",
    "5;Dora Wit;Wit Was;dora@wit.nl;Goor;12;2 mln;87654321;bevestigd",
)
AGAIN = (
    "1;Anne Bos;Bos Bouw;anne@bos.nl;Zwolle;twaalf;1.500.000;12345678;bevestigd",
    *FIRST[2:],
    "9;Eva Ras;Ras Rijst;eva@ras.nl;Deventer;3;1 mln;11112222;bevestigd",
)
HOSTILE = (
    "**vet** [x](javascript:alert(1))",
    "<img src=x onerror=document.title=1>",
    "$\\frac{1}{2}$ ~~weg~~ :red[x]",
    '=HYPERLINK("http://x")',
    "\u202eomgekeerd\u202c",
    "علي بن محمد",
    "x" * 10_000,
    "",
    "# Kop - a | b",
    "{0} %s {facts}",
    "www.slecht.example of ik@slecht.example",
)


MADE_OF_TEXT = ".stMain :is(img, strong em, .katex, a[href^='http'], a[href^='mailto'])"
"""What would be on the page if somebody's text were read as anything but text."""


def a_file(folder: Path, name: str, rows: tuple[str, ...], headers: str = HEADERS) -> Path:
    """To be dropped."""
    file = folder / name
    file.write_text("\n".join((headers, *rows)), "utf-8")
    return file


def dropped(page: Page, look: Look, file: Path) -> None:
    """Given to the page, and read."""
    page.locator("input[type=file]").first.set_input_files(file)
    page.locator(".in-facts").first.wait_for()
    look.settle(page)


def button(page: Page, run: Run, key: str, **facts: object) -> None:
    """Presses the button of that sentence."""
    words = say(f"page_applicants.{key}", Language(run.language), **facts)
    page.get_by_role("button", name=words).first.click()


def kept(site: Site, round_: RoundKey, *rows: str) -> None:
    """A round with these people."""
    here = (site.store, site.actor, round_)
    drop(*here, "aanmeldingen.csv", "\n".join((HEADERS, *rows)).encode())
    confirm(*here)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_file_is_read_mended_and_confirmed(
    site: Site, look: Look, run: Run, tmp_path: Path
) -> None:
    round_ = site.new_round()
    here = (site.store, site.actor, round_)
    page = look(run, site.url("applicants", round_, run))
    look.check(page, "applicants-empty")
    dropped(page, look, a_file(tmp_path, "aanmeldingen.csv", FIRST))
    expect(page.locator("h1")).to_be_focused()
    look.check(page, "applicants-reading")
    assert people_of(*here).version == 0
    cell = page.locator("[class*='st-key-mend_'] input").first
    cell.fill("1.250,5")
    cell.press("Enter")
    expect(page.locator(".cell-note.good")).to_contain_text("250,5")
    button(page, run, "answer_one")
    expect(page.locator(".two-people")).to_have_count(0)
    button(page, run, "confirm", count=3)
    expect(page.locator("table.people tbody tr")).to_have_count(3)
    look.check(page, "applicants-list")
    people = people_of(*here)
    assert [(a.id, a.fte) for a in people.applicants] == [("2", 8.0), ("3", 15.0), ("5", 12.0)]


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_a_card_is_typed_in_and_the_next_file_keeps_it(
    site: Site, look: Look, run: Run, tmp_path: Path
) -> None:
    round_ = site.new_round()
    here = (site.store, site.actor, round_)
    kept(site, round_, *FIRST)
    person = people_of(*here).keys.of[people_of(*here).applicants[0].id]
    page = look(run, site.url("applicants", round_, run))
    page.locator("table.people a").first.click()
    expect(page.locator("h1")).to_have_text("Anne Bos")
    expect(page.locator("h1")).to_be_focused()
    place = page.locator(f".st-key-card_{person}_place input")
    place.fill("Hengelo")
    page.locator(f".st-key-card_{person}_fte input").fill("een heleboel")
    page.keyboard.press("Enter")
    expect(page.locator(".cell-note.fault").first).to_be_visible()
    look.check(page, "applicants-card")
    assert people_of(*here).who[person].place == "Hengelo"
    page.reload()
    expect(place).to_have_value("Hengelo")
    page.go_back()
    expect(page.locator("table.people")).to_be_visible()
    page.locator("summary").filter(
        has_text=say("page_applicants.another_file", Language(run.language))
    ).click()
    dropped(page, look, a_file(tmp_path, "weer.csv", AGAIN))
    look.check(page, "applicants-again")
    button(page, run, "confirm", count=4)
    expect(page.locator("table.people tbody tr")).to_have_count(4)
    one = people_of(*here).who[person]
    assert (one.place, one.fte, one.turnover) == ("Hengelo", None, 1_500_000)


def test_a_wrong_file_changes_nothing(site: Site, look: Look, tmp_path: Path) -> None:
    run, round_ = FOUR[0], site.new_round()
    here = (site.store, site.actor, round_)
    kept(site, round_, *FIRST)
    before = people_of(*here)
    page = look(run, site.url("applicants", round_, run))
    page.locator("summary").filter(has_text="nieuw bestand").click()
    wrong = tmp_path / "plaatje.csv"
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    page.locator("input[type=file]").first.set_input_files(wrong)
    expect(page.get_by_text("Dit is geen tabel")).to_be_visible()
    dropped(page, look, a_file(tmp_path, "ander.csv", ("x;Iemand Anders",), "id;naam"))
    button(page, run, "discard")
    expect(page.locator("table.people")).to_be_visible()
    assert people_of(*here).rows == before.rows
    assert dropped_file(*here) is None


@pytest.mark.parametrize("run", [FOUR[1], FOUR[2]], ids=str)
def test_hostile_names_are_shown_as_text(site: Site, look: Look, run: Run, tmp_path: Path) -> None:
    round_ = site.new_round()
    columns = [f"Kolom {i} <b>*{i}*</b>" for i in range(300)]
    rows = tuple(
        ";".join([str(i), name, name[::-1], f"a{i}@b.nl", name[:300], "veel", *[name[:40]] * 300])
        for i, name in enumerate((one.replace(";", ",").replace('"', "'") for one in HOSTILE), 1)
    )
    headers = ";".join(["id", "naam", "bedrijf", "e-mail", "plaats", "medewerkers", *columns])
    page = look(run, site.url("applicants", round_, run))
    dropped(page, look, a_file(tmp_path, "<b>*x*.csv", rows, headers))
    look.check(page, "applicants-hostile-reading")
    assert page.locator(MADE_OF_TEXT).count() == 0
    button(page, run, "confirm", count=len(HOSTILE))
    expect(page.locator("table.people tbody tr")).to_have_count(len(HOSTILE))
    look.check(page, "applicants-hostile-list")
    assert page.locator(MADE_OF_TEXT).count() == 0
    expect(page.locator("table.people")).to_contain_text(HOSTILE[1])
    page.locator("table.people a").first.click()
    expect(page.locator(".own-columns, h1").first).to_be_visible()
    look.check(page, "applicants-hostile-card")
    assert page.locator(MADE_OF_TEXT).count() == 0
    assert page.title() != "1"


def test_somebody_is_added_withdrawn_and_brought_back(site: Site, look: Look) -> None:
    run, round_ = FOUR[3], site.new_round()
    here = (site.store, site.actor, round_)
    page = look(run, site.url("applicants", round_, run, persoon="nieuw"))
    look.check(page, "applicants-new")
    page.locator(".st-key-new_name input").fill("Dora Wit")
    page.keyboard.press("Tab")
    button(page, run, "new_add")
    expect(page.locator("h1")).to_have_text("Dora Wit")
    assert len(people_of(*here).applicants) == 1
    button(page, run, "withdraw")
    expect(page.get_by_text("does not take part")).to_be_visible()
    look.check(page, "applicants-gone")
    assert len(people_of(*here).applicants) == 0
    button(page, run, "bring_back")
    expect(page.locator(".st-key-withdraw")).to_be_visible()
    assert len(people_of(*here).applicants) == 1


def test_a_second_organiser_who_types_later_is_told(site: Site, look: Look) -> None:
    run, round_ = FOUR[0], site.new_round()
    here = (site.store, site.actor, round_)
    person = add_somebody(*here, {"name": "Dora Wit", "place": "Goor"})
    page = look(run, site.url("applicants", round_, run, persoon=person))
    mend(*here, person, {"place": "Almelo"})
    place = page.locator(f".st-key-card_{person}_place input")
    place.fill("Hengelo")
    place.press("Enter")
    expect(page.get_by_text("Ondertussen veranderd")).to_be_visible()
    expect(place).to_have_value("Almelo")
    assert people_of(*here).who[person].place == "Almelo"


def test_a_press_on_the_card_of_who_was_sought_is_kept(site: Site, look: Look) -> None:
    """What is sought stands in the address of the list, and not in that of the card."""
    run, round_ = FOUR[0], site.new_round()
    here = (site.store, site.actor, round_)
    kept(site, round_, *FIRST)
    page = look(run, site.url("applicants", round_, run))
    search = page.get_by_label(say("page_applicants.search", Language.NL))
    search.fill("beton")
    search.press("Enter")
    row = page.locator("table.people a")
    expect(row).to_have_count(1)
    row.click()
    expect(page.locator("h1")).to_have_text("Anne Bos")
    look.settle(page)
    assert "zoek=" not in page.url
    place = page.locator("[class*='_place'] input")
    place.fill("Hengelo")
    place.press("Enter")
    look.until(page, lambda: "Hengelo" in {one.place for one in people_of(*here).applicants})
    button(page, run, "withdraw")
    look.until(page, lambda: len(people_of(*here).applicants) == len(FIRST) - 1)


def test_whose_address_is_guessed_is_nobody(site: Site, look: Look) -> None:
    round_, other = site.new_round(), site.new_round()
    person = add_somebody(site.store, site.actor, other, {"name": "Geheim Persoon"})
    page = look(FOUR[0], site.url("applicants", round_, FOUR[0], persoon=person))
    expect(page.locator("h1")).to_have_text("Deze persoon is er niet")
    assert "Geheim" not in page.inner_text("body")


def test_two_fields_typed_at_once_are_both_kept(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow computer tells both changes together, each of the card as it stood before."""
    round_ = site.new_round()
    kept(site, round_, *FIRST)
    before = people_of(site.store, site.actor, round_)
    person = before.keys.of[before.applicants[0].id]
    typed = {"a": "Hengelo", "b": "Nieuwe Naam BV"}
    monkeypatch.setattr("streamlit.session_state", typed)
    here = Here(site.store, site.actor, round_, Language.NL)
    for key, column in (("a", "place"), ("b", "company")):
        card_input._changed(here, before, person, column, key)
    one = people_of(site.store, site.actor, round_).who[person]
    assert (one.place, one.company) == ("Hengelo", "Nieuwe Naam BV")
