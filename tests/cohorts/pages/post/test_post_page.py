"""The page Brieven in a real browser: to whom, read, sent once, said of who may have it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.deciding.told_of import How, told_of
from cohorts.rounds.judging.stage_head import StageKey
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.posting.about import About, about_decision, about_stage
from cohorts.rounds.posting.kept_templates import kept_templates
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.rounds.posting.template_fields import fields_read
from cohorts.rounds.posting.write_letter import write_letter
from cohorts.rounds.roles import Role
from cohorts.store.keys import Key, RoundKey
from cohorts.words import Language, explain, say
from tests.cohorts.intake.files.word.a_document import document, paragraphs
from tests.cohorts.pages.driving import PHONE, RUNS, WIDE, Look, Run, Site, unlocked
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import Committee
from tests.cohorts.rounds.deciding.decided_round import files_of
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of
from tests.cohorts.rounds.posting.a_mail_server import Mailbox
from tests.cohorts.rounds.staff import joined

HOSTILE = "=cmd <b>{{ 7*7 }}</b> $x$"
PEOPLE = f"""id,company,name,fte,question,email
a1,Bakkerij De Kandelaar,{HOSTILE},6,personeel vinden,info@kandelaar.nl
a2,Smederij Harmelink,Bert Harmelink,4,offertes die blijven liggen,bert@harmelink.nl
a3,Kapper & Zn,Cor de Vries,5,klanten,INFO@kandelaar.nl
a4,Drukkerij Vier,Dora Vier,5,prijzen,
a5,Vijf Fietsen,Eef Vijf,5,ruimte,eef@vijf.nl
a6,Zes Tuinen,Fie Zes,5,personeel,fie@zes.nl
a7,Zeven Daken,Gé Zeven,5,offertes,ge@zeven.nl
a8,Acht Auto's,Han Acht,5,klanten,han@acht.nl
a9,Negen Bomen,Ine Negen,5,prijzen,ine@negen.nl
"""
SHARE, ALONE = 2, 6
OWN = document("Briefpapier van het bureau", "«aanhef»", "«besluit»", "«groet»", foot="«kenmerk»")
OWN_RUNS = (WIDE, pytest.param(Run("en", 390, "light"), marks=pytest.mark.again))


@dataclass(frozen=True)
class Posting:
    """The page of a round that is decided."""

    site: Site
    round: RoundKey
    about: About
    page: Page
    run: Run

    def said(self, key: str, **facts: object) -> str:
        return say(f"page_post.{key}", Language(self.run.language), **facts)

    def button(self, key: str, **facts: object) -> Locator:
        return self.page.get_by_role("button", name=self.said(key, **facts), exact=True)

    def states(self) -> list[State]:
        found = mail_states(self.site.store, self.site.actor, self.round, self.about)
        return [one.state for one in found.by_person.values()]


def alone(site: Site, round_: RoundKey) -> Committee:
    """Nobody judges: who organises composes."""
    return Committee(site.store, site.actor, round_, StageKey(Key("")), {})


@pytest.fixture
def posting(site: Site, look: Look, run: Run) -> Posting:
    round_ = site.new_round(f"Ronde {run}", "move2social")
    take_in(site.store, site.actor, round_, PEOPLE.encode())
    about = about_decision(composed_of(alone(site, round_)))
    return Posting(site, round_, about, look(run, site.url("post", round_, run)), run)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_letters_are_read_and_sent_once(posting: Posting, look: Look, box: Mailbox) -> None:
    page, before = posting.page, len(box.letters)
    expect(page.locator(".to-post h3")).to_have_count(9)
    expect(page.get_by_text(posting.said("contact_needed"))).to_be_visible()
    contact = page.get_by_label(posting.said("contact"))
    contact.fill("Anna de Wit, 074 123 45 67.")
    contact.press("Tab")
    look.settle(page)
    posting.button("keep_contact").click()
    expect(page.get_by_text(posting.said("contact_needed"))).to_have_count(0)
    look.settle(page)
    row = page.locator("[class*=st-key-row_]", has_text="=cmd")
    expect(row).to_contain_text(HOSTILE)
    expect(row.locator(".warn")).to_contain_text("Kapper & Zn")
    row.get_by_role("button", name=posting.said("read")).click()
    expect(row.locator(".a-letter")).to_contain_text(HOSTILE)
    expect(row.locator(".a-letter")).not_to_contain_text("Harmelink")
    expect(row.locator(".a-letter")).to_contain_text(": Anna de Wit, 074 123 45 67.")
    row.get_by_text(posting.said("write"), exact=True).click()
    text = row.get_by_role("textbox")
    text.fill("Dag =cmd <b>*vet*</b>.\n\nTot ziens.")
    text.press("Tab")
    look.settle(page)
    row.get_by_role("button", name=posting.said("keep_text")).click()
    expect(row.locator(".mark.warn")).to_have_text(posting.said("mark_written"))
    expect(row.locator(".a-letter")).to_contain_text("Dag =cmd <b>*vet*</b>.")
    look.check(page, "post")
    of, marks = (posting.site.store, posting.site.actor, posting.round), page.locator(".mark.warn")
    other = next(who for who, a in people_of(*of).who.items() if a.id == "a9")
    write_letter(*of, posting.about, other, language=Language.NL, text="Ongezien.")
    posting.button("do_send", count=ALONE).click()
    expect(marks).to_have_count(2)
    look.settle(page)
    assert posting.states() == []  # what was pressed is not what would go
    posting.button("do_send", count=ALONE).click()
    look.until(page, lambda: posting.states() == [State.SENT] * ALONE)
    expect(page.locator(".state.sent")).to_have_count(ALONE)
    assert len(box.letters) == before + ALONE
    told = told_of(posting.site.store, posting.site.actor, posting.round)
    assert {one.how for one in told} == {How.EMAIL}
    expect(page.get_by_text(posting.said("after_all"))).to_be_visible()
    look.check(page, "post-sent")
    page.get_by_test_id("stCheckbox").filter(has_text="kandelaar.nl").locator("p").click()
    posting.button("do_send", count=SHARE).click()
    look.until(page, lambda: posting.states() == [State.SENT] * (ALONE + SHARE))
    expect(page.locator(".state.sent")).to_have_count(ALONE + SHARE)
    assert len(box.letters) == before + ALONE + SHARE
    ours = [one for one in box.letters[before:] if "*vet*" in one.get_content()]
    assert [one["To"] for one in ours] == ["info@kandelaar.nl"]


def test_after_a_stage_they_are_files_too(site: Site, look: Look) -> None:
    run, round_ = WIDE, site.new_round("Na een stap", "move2social")
    take_in(site.store, site.actor, round_, PEOPLE.encode())
    here = chosen(site.store, at=(site.actor, round_))
    page = look(run, site.url("post", round_, run))
    posting = Posting(site, round_, about_stage(here.stage), page, run)
    count = len(here.head.candidates)
    with page.expect_download() as got:
        posting.button("print", count=count).click()
    assert Path(got.value.path()).read_text("utf-8").count("<article") == count
    posting.button("take", count=count).click()
    letters = files_of(unlocked(page))
    assert sum(name.endswith(".html") for name in letters) == count
    assert sum(name.endswith(".xlsx") for name in letters) == 1
    look.check(page, "post-after-a-stage")


@pytest.mark.parametrize("run", OWN_RUNS, ids=str)
def test_letters_in_a_template_of_ones_own(posting: Posting, look: Look, tmp_path: Path) -> None:
    page, spoken = posting.page, Language(posting.run.language)
    of = (posting.site.store, posting.site.actor, posting.round)
    look.unfold(page, posting.said("template"))
    for name, content in (("mis.docx", document("«bedrijfsnaam»")), ("brief.docx", OWN)):
        (tmp_path / name).write_bytes(content)
    given = page.locator("input[type=file]")
    given.set_input_files(tmp_path / "mis.docx")
    fault, _ = explain(unknown_field("mis.docx"), spoken)
    expect(page.get_by_test_id("stAlert").filter(has_text="bedrijfsnaam")).to_contain_text(fault)
    assert not kept_templates(*of).by_kind
    given.set_input_files(tmp_path / "brief.docx")
    expect(page.get_by_text(posting.said("template_lacks_reason"))).to_be_visible()
    with page.expect_download() as got:
        posting.button("template_example").click()
    got.value.save_as(tmp_path / "example.docx")
    text = "\n".join(paragraphs((tmp_path / "example.docx").read_bytes()))
    assert say("template.example_person", Language.NL) in text  # as the letters are
    look.check(page, "post-template-tried")
    posting.button("keep_template").click()
    look.until(page, lambda: len(kept_templates(*of).by_kind) == 1)
    kind = say("template.kind_all", spoken)
    expect(posting.button("drop_template", kind=kind)).to_be_visible()
    posting.button("take_word", count=9).click()
    letters = files_of(unlocked(page))
    page.reload()
    page.locator("h1").first.wait_for()
    look.settle(page)
    look.unfold(page, posting.said("template"))
    assert len(letters) == 9
    texts = ["\n".join(paragraphs(content)) for content in letters.values()]
    assert sum(HOSTILE in text for text in texts) == 1
    look.check(page, "post-template-kept")
    posting.button("drop_template", kind=kind).click()
    look.until(page, lambda: not kept_templates(*of).by_kind)
    expect(posting.button("take_word", count=9)).to_have_count(0)


def unknown_field(file: str) -> Problem:
    with pytest.raises(InputError) as error:
        fields_read(document("«bedrijfsnaam»"), file)
    return error.value.problems[0]


def test_before_anything_is_decided(site: Site, look: Look) -> None:
    page = look(PHONE, site.url("post", site.new_round(), PHONE))
    expect(page.get_by_text(say("page_post.nothing", Language.NL))).to_be_visible()
    look.check(page, "post-nothing")


@pytest.mark.parametrize("run", [WIDE], ids=str)
def test_nobody_knows_of_one_and_an_auditor_sends_nothing(
    posting: Posting, look: Look, box: Mailbox
) -> None:
    of = (posting.site.store, posting.site.actor, posting.round)
    box.answers["data"] = "hang up"
    posting.button("do_send", count=ALONE).click()
    look.until(posting.page, lambda: posting.states() == [State.UNSURE] * ALONE)
    box.answers.clear()
    expect(posting.button("arrived")).to_have_count(ALONE)
    look.check(posting.page, "post-unsure")
    posting.button("arrived").first.click()
    look.until(posting.page, lambda: State.SENT in posting.states())
    expect(posting.button("send_again")).to_have_count(ALONE - 1)
    posting.button("send_again").first.click()
    look.until(posting.page, lambda: State.WAITING in posting.states())
    expect(posting.button("do_send", count=1)).to_be_visible()
    auditor = joined(*of[:2], "Controleur", posting.round, Role.AUDITOR)
    token = set_password(posting.site.store, auditor, "een lang wachtwoord")
    page = look(WIDE, posting.site.url("post", posting.round, WIDE), token=token)
    expect(page.locator(".to-post h3")).to_have_count(9)
    expect(page.locator(".st-key-foot").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("button", name=posting.said("arrived"))).to_have_count(0)
