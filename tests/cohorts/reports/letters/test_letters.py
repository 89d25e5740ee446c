"""Each hears what was decided for them, by the reason that decided, and nothing of anybody else."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from cohorts.errors import RefusedError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.letters.letter import Letter, Outcome, Part, Sender
from cohorts.reports.letters.letter_files import letter_page, letter_zip, letters_page, merge_book
from cohorts.reports.letters.of_decision import letter_to, letters_of_decision
from cohorts.reports.letters.of_stage import letters_of_stage
from cohorts.reports.letters.own_reason import names_any, own_reason
from cohorts.round.left_at import Why
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.asking.give import give
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.rounds.standings.offers_of_help import Helper
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.balloting.a_committee import Committee, yes_plan
from tests.cohorts.rounds.deciding.judged_round import closed, composed_of, tied

AT = "2026-11-28T23:30:00.000Z"
"""The day after in the Netherlands."""
SENDER = Sender("Samen verder", "De stemming", "Kenmerk: 0123")
ANKER = Applicant(id=ApplicantId("a1"), name="Jo Vos", company="Anker BV", place="Zwolle")
BERK = Applicant(id=ApplicantId("a2"), name="Mo Bos", company="Berk & Zoon")
NL, EN = Language.NL, Language.EN


def said(letter: Letter, language: Language = NL) -> str:
    return "\n".join(letter.paragraphs(SENDER, language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("why", Why)
def test_every_reason_is_a_sentence_in_both_languages(why: Why, language: Language) -> None:
    assert own_reason(why, "", "", (), language).endswith(".")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_letter_says_what_became_of_it(outcome: Outcome, language: Language) -> None:
    letter = Letter(ANKER, outcome, group="Groep 2", reason="Het lot besliste.")
    text = said(letter, language)
    facts = {"programme": SENDER.programme, "stage": SENDER.stage, "company": "Anker BV"}
    assert say(f"letter.{outcome.value}", language, group="Groep 2", **facts) in text
    assert "Jo Vos" in text
    assert "{" not in text


def test_what_people_typed_is_told_unless_it_names_somebody_else() -> None:
    told = own_reason(Why.BY_PEOPLE, "wacht al twee jaar", "", [BERK], NL)
    assert "wacht al twee jaar" in told
    hidden = own_reason(Why.BY_PEOPLE, "doet hetzelfde als berk & zoon", "", [BERK], NL)
    assert "zoon" not in hidden
    assert names_any("liever BERK & ZOON", [BERK])
    assert not names_any("liever een ander", [BERK])


def test_a_condition_says_itself_what_it_refuses() -> None:
    assert own_reason(Why.REFUSED, "", "Te klein: 1.", (), NL) == "Te klein: 1."


def test_each_place_to_go_is_a_paragraph_of_its_own() -> None:
    def places(*found: str) -> list[str]:
        one = Letter(ANKER, Outcome.NOT_PLACED, referrals=found)
        return [said for said in one.parts(SENDER, NL)[Part.REFERRAL] if said]

    begin = say("letter.elsewhere", NL, places="").strip()
    assert places("Ga naar Zwolle.") == [f"{begin} Ga naar Zwolle."]
    assert places("Ga naar Zwolle.", "Bel Oost.") == [begin, "Ga naar Zwolle.", "Bel Oost."]


def test_help_that_is_offered_stands_in_it_by_name() -> None:
    helper = Helper("Bea", "De Bank", "een gesprek over geld")
    text = said(Letter(ANKER, Outcome.NOT_PLACED, reason="Vol.", helpers=(helper,)))
    assert "Bea van De Bank" in text
    assert "een gesprek over geld" in text


def test_a_page_runs_nothing_that_somebody_typed() -> None:
    odd = Applicant(id=ApplicantId("a3"), name="<script>alert(1)</script>", company="=1+1")
    letter = Letter(odd, Outcome.PLACED, group="Groep 1")
    assert "<script>" not in letter_page(SENDER, letter, NL, AT)
    assert "<script>" not in letters_page(SENDER, [letter], NL, AT)
    book = openpyxl.load_workbook(io.BytesIO(merge_book(SENDER, [letter], NL)))
    sheet = book.worksheets[0]
    assert sheet["B2"].value == "'=1+1"
    assert sheet["B2"].data_type == "s"


def test_the_day_stands_on_paper_and_all_that_is_printed_is_in_our_letters() -> None:
    letters = [Letter(ANKER, Outcome.PLACED, group="Groep 1"), Letter(ANKER, Outcome.RESERVE)]
    printed = letters_page(SENDER, letters, NL, AT)
    assert printed.count("29 november 2026") == len(letters)
    assert "src: url(data:font/woff2;base64," in printed
    assert "29 November 2026" in letter_page(SENDER, letters[0], Language.EN, AT)


@pytest.mark.parametrize("language", Language)
def test_one_file_each_and_one_workbook(language: Language) -> None:
    letters = [Letter(ANKER, Outcome.PLACED, group="Groep 1"), Letter(ANKER, Outcome.RESERVE)]
    made = letter_zip(SENDER, letters, language, AT)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
    assert len([name for name in names if name.endswith(".html")]) == 2
    assert say("letter.workbook_name", language) in names


def test_a_file_is_called_after_who_gets_it_without_accents() -> None:
    cafe = replace(ANKER, company="Eetcafé De Vierde")
    made = letter_zip(SENDER, [Letter(cafe, Outcome.PLACED)], Language.NL, AT)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert "brief-001-eetcafe-de-vierde.html" in archive.namelist()


def _ids(here: Committee) -> list[str]:
    people = people_of(here.store, here.organiser, here.round)
    return [str(people.who[who].id) for who in here.head.candidates]


def _decided(store: Store) -> Committee:
    """The bank offers three help, of whom the second has a place."""
    here = tied(store, yes_plan(places=4, offers=True))
    for number in (0, 1, 4):
        at = (here.round, here.stage, here.candidate(number))
        offer_help(store, here.members["Bank"], *at, help_=True, note="met plannen")
    closed(here)
    out = {here.candidate(0): Otherwise(on=False, reason="doet al elders mee")}
    here.see_ties()
    go_on(store, here.organiser, here.round, here.stage, otherwise=out)
    return here


def test_after_a_stage_each_hears_why_and_who_is_out_is_offered_help(store: Store) -> None:
    here = _decided(store)
    sender, letters = letters_of_stage(store, here.organiser, here.round, here.stage, NL)
    by_id = {str(one.to.id): one for one in letters}
    ids = _ids(here)
    assert sorted(by_id) == sorted(ids)
    on = {who for who, one in by_id.items() if one.outcome is Outcome.TO_GROUPS}
    assert on == {*ids[1:4]}
    assert "doet al elders mee" in by_id[ids[0]].reason
    assert by_id[ids[5]].reason == say("letter.why_lower", NL)
    assert [h.name for h in by_id[ids[4]].helpers] == ["Bank"]
    assert by_id[ids[1]].helpers == ()  # whoever may still be placed hears it with the decision
    assert sender.stage == "Stemming"
    for one in letters:
        text = " ".join(one.paragraphs(sender, NL))
        others = [o.to.company for o in letters if o is not one and o.to.company]
        assert not [name for name in others if name and name in text]


def test_after_the_decision_help_is_told_to_whom_it_is_for_placed_or_not(store: Store) -> None:
    here = _decided(store)
    composed_of(here)
    _, letters = letters_of_decision(store, here.organiser, here.round, NL)
    by_id, ids = {str(one.to.id): one for one in letters}, _ids(here)
    placed = {who for who, one in by_id.items() if one.outcome is Outcome.PLACED}
    assert placed == {*ids[1:4]}
    assert all(by_id[who].group for who in placed)
    assert [h.name for h in by_id[ids[4]].helpers] == ["Bank"]
    assert by_id[ids[4]].helpers[0].note == "met plannen"
    assert by_id[ids[1]].helpers == (Helper("Bank", "Bank BV", "met plannen"),)
    assert not any(by_id[who].helpers for who in placed - {ids[1]})
    assert "doet al elders mee" in by_id[ids[0]].reason
    assert {one.outcome for one in letters} == {Outcome.PLACED, Outcome.NOT_PLACED}
    give(store, here.organiser, here.round, "gone", [ApplicantId(ids[1])])
    _, since = letters_of_decision(store, here.organiser, here.round, NL)
    assert {str(one.to.id) for one in since} == {*ids} - {ids[1]}


def test_one_person_hears_what_stands_in_their_letter_whatever_other_ties_there_are(
    store: Store,
) -> None:
    here = _decided(store)
    of = (store, here.organiser, here.round)
    assert letter_to(*of, here.candidate(1), NL) is None  # nothing is decided of the round yet
    composed_of(here)
    sender, letters = letters_of_decision(*of, NL)
    people = people_of(*of)
    by_id = {one.to.id: one for one in letters}
    for who, applicant in people.who.items():
        assert letter_to(*of, who, NL) == (sender, by_id.get(applicant.id))
    for one in letters:
        news = one.news(sender, NL)
        assert news == one.paragraphs(sender, NL)[2:-2]
        assert one.reason in " ".join(news)
    add_person(store, here.organiser, "School", here.round, Role.ORGANISER)
    school = (store, here.members["School"], here.round)  # it handles the third
    with pytest.raises(RefusedError):
        letters_of_decision(*school, NL)
    with pytest.raises(RefusedError):
        letter_to(*school, here.candidate(2), NL)
    assert letter_to(*school, here.candidate(1), NL) == letter_to(*of, here.candidate(1), NL)


def test_nobody_gets_a_letter_of_what_is_not_decided(store: Store) -> None:
    here = tied(store)
    with pytest.raises(RefusedError):
        letters_of_stage(store, here.organiser, here.round, here.stage, NL)
    with pytest.raises(RefusedError):
        letters_of_decision(store, here.organiser, here.round, NL)
    member = here.members["Bank"]
    with pytest.raises(RefusedError):
        letters_of_stage(store, member, here.round, here.stage, EN)
