"""Letters by person: in the language that was chosen, as somebody wrote them, with the remedy."""

from __future__ import annotations

from datetime import date, time

import pytest

from cohorts.errors import InputError
from cohorts.programme.frozen import deciding, frozen
from cohorts.reports.letters.letter import Outcome
from cohorts.reports.letters.letter_files import letter_page, letter_zip
from cohorts.reports.letters.of_decision import letter_to
from cohorts.reports.letters.own_reason import names_any
from cohorts.reports.letters.post import Post, letter_as_kept, post_of
from cohorts.reports.page.cards import card_of
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.posting.contact import set_contact
from cohorts.rounds.posting.first_meeting import (
    FirstMeeting,
    first_meeting_of,
    set_first_meeting,
)
from cohorts.rounds.posting.remedy import LONGEST, remedy_in, remedy_of, set_remedy
from cohorts.rounds.posting.reserve_list import has_reserve_list, set_reserve_list
from cohorts.rounds.posting.write_letter import write_letter
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.changing.two_groups import two_groups
from tests.cohorts.rounds.deciding.decided_round import Decided, files_of, proposed_round

NL, EN = Language.NL, Language.EN
AT = "2026-11-28T23:30:00.000Z"
HOSTILE = "Dag <b>{{ 7*7 }}</b> =cmd"


@pytest.fixture
def here(store: Store) -> Decided:
    made = proposed_round(store, "kennissessie")
    made.decide()
    return made


def post(here: Decided) -> Post:
    return post_of(*here.of, None, NL)


def test_one_is_in_english_and_one_as_it_was_written(here: Decided) -> None:
    before = post(here)
    first, second, third = sorted(before.letters)[:3]
    write_letter(*here.of, before.about, first, language=EN)
    write_letter(*here.of, before.about, second, language=NL, text=HOSTILE)
    made = post(here)
    greeting = {language: say("letter.ask", language) for language in Language}
    assert greeting[EN] in made.written(first).text
    assert greeting[NL] not in made.written(first).text
    assert made.letters[first].below(made.sender) in made.written(first).text
    assert made.written(second).text == f"{HOSTILE}\n\n{made.sender.below}"
    assert made.written(third) == before.written(third)
    page = letter_page(made.sender, made.letters[first], NL, AT)
    assert '<html lang="en">' in page
    assert "<b>" not in letter_page(made.sender, made.letters[second], NL, AT)
    files = files_of(letter_zip(made.sender, [made.letters[second]], NL, AT))
    assert any(b"7*7" in content for content in files.values())


def test_who_calls_hears_what_somebody_wrote_to_them(here: Decided) -> None:
    before = post(here)
    first, second = sorted(before.letters)[:2]
    write_letter(*here.of, before.about, first, language=NL, text="Zelf.\n\nGeschreven.")
    written = letter_as_kept(*here.of, first, before.letters[first])
    assert written.news(before.sender, EN) == ("Zelf.", "Geschreven.")
    made = letter_as_kept(*here.of, second, before.letters[second])
    assert made == before.letters[second]
    assert set(made.news(before.sender, NL)) < set(made.paragraphs(before.sender, NL))
    reopen_decision(*here.of, here.decisions[-1].key, reason="anders")
    here.decide()
    assert letter_as_kept(*here.of, first, before.letters[first]) == before.letters[first]


def test_each_letter_says_what_who_does_not_agree_can_do(here: Decided) -> None:
    assert remedy_of(*here.of).said[NL] == say("letter.ask", NL)
    assert remedy_of(*here.of).to_ask
    set_remedy(*here.of, {NL: "U kunt binnen zes weken bezwaar maken.", EN: ""})
    made = post(here)
    assert all("zes weken bezwaar" in made.written(who).text for who in made.letters)
    assert remedy_of(*here.of).said[EN] == say("letter.ask", EN)
    with pytest.raises(InputError):
        set_remedy(*here.of, {NL: "x" * (LONGEST + 1)})
    set_remedy(*here.of, {})
    assert "zes weken" not in post(here).written(next(iter(made.letters))).text


def test_a_question_can_be_put_where_the_round_or_else_its_programme_says(here: Decided) -> None:
    set_contact(*here.of, " 038 123\u200b 45 67. ")
    found = remedy_of(*here.of)
    assert (found.contact, found.to_ask) == ("038 123 45 67", False)
    assert found.said[NL].endswith("Bel of schrijf ons: 038 123 45 67.")
    made = post(here)
    assert all("ons: 038 123 45 67." in made.written(who).text for who in made.letters)
    with pytest.raises(InputError):
        set_contact(*here.of, "x" * 201)
    programme = asked_of(*here.of).programme
    own = programme.model_copy(
        update={"contact": "bureau@voorbeeld.nl", "remedy": {NL: "Maak bezwaar.", EN: "Object."}}
    )
    of_round, nobodys = own.model_copy(update={"contact": ""}), say("letter.ask", NL)
    with here.store.reading() as connection:
        assert remedy_in(connection, here.of[2], own).said[NL].endswith("038 123 45 67.")
    set_contact(*here.of, "")
    with here.store.reading() as connection:
        said = remedy_in(connection, here.of[2], own).said[NL]
        assert said.startswith("Maak bezwaar. ")
        assert said.endswith("ons: bureau@voorbeeld.nl.")
        alone = remedy_in(connection, here.of[2], of_round)
        assert (alone.said[NL], alone.to_ask) == ("Maak bezwaar.", False)
        assert remedy_in(connection, here.of[2], programme).said[NL] == nobodys
    assert deciding(frozen(own)) == deciding(frozen(programme))


def test_who_waits_on_a_reserve_list_hears_so_from_everybody(store: Store) -> None:
    here = two_groups(store)
    before = dict(post(here).letters)
    assert Outcome.RESERVE not in {one.outcome for one in before.values()}
    assert not has_reserve_list(*here.of)
    set_reserve_list(*here.of, there=True)
    waits = {who for who, one in post(here).letters.items() if one.outcome is Outcome.RESERVE}
    assert waits
    for who in waits:
        assert before[who].outcome is Outcome.NOT_PLACED
        found = letter_to(*here.of, who, NL)  # as whoever calls hears it
        assert found is not None
        assert found[1] == post(here).letters[who]
    set_reserve_list(*here.of, there=False)
    assert dict(post(here).letters) == before


def test_it_goes_where_they_can_be_written_to_now(here: Decided) -> None:
    people = people_of(*here.of).who
    addressed = sorted(who for who in post(here).letters if people[who].email)
    first, second, third = addressed[:3]
    mend(*here.of, first, {"email": "verbeterd@voorbeeld.nl"})
    assert post(here).letters[first].email == "verbeterd@voorbeeld.nl"
    mend(*here.of, second, {"email": "Verbeterd@voorbeeld.nl"})
    assert set(post(here).shared["verbeterd@voorbeeld.nl"]) == {first, second}
    mend(*here.of, third, {"consent": "nee"})
    assert post(here).letters[third].email == ""
    assert letter_to(*here.of, third, NL) == (post(here).sender, post(here).letters[third])


def test_who_is_placed_hears_when_and_where_their_group_meets_first(here: Decided) -> None:
    """The session is the only meeting of this programme, on the first day, all together."""
    later = say("letter.first_later", NL)
    placed = [who for who, one in post(here).letters.items() if one.outcome is Outcome.PLACED]
    assert all(later in post(here).written(who).text for who in placed)
    set_first_meeting(*here.of, FirstMeeting(date(2026, 10, 5), time(13, 30), " De  Kar "))
    assert first_meeting_of(*here.of) == FirstMeeting(date(2026, 10, 5), time(13, 30), "De Kar")
    made = post(here)
    hours = made.letters[placed[0]].first.split("13:30–")[1].split(".")[0]
    assert hours > "13:30"
    when = f"maandag 5 oktober 2026, 13:30–{hours}. De plaats is: De Kar"
    for who, one in made.letters.items():
        text = made.written(who).text
        assert (f"De eerste bijeenkomst is op {when}." in text) is (who in placed)
        assert later not in text
        assert one.first == (when if who in placed else "")
    with pytest.raises(InputError):
        set_first_meeting(*here.of, FirstMeeting(date(2026, 10, 5), None, "x" * 201))
    set_first_meeting(*here.of, None)
    assert later in post(here).written(placed[0]).text


@pytest.mark.parametrize("language", Language)
def test_who_is_placed_hears_why_their_group_fits_and_nothing_of_another(
    here: Decided, language: Language
) -> None:
    """By the weightiest reason that the report gives, of those that tell of nobody."""
    proposal = proposal_of(*here.of, here.decisions[-1].proposal)
    made = post_of(*here.of, None, language)
    told = 0
    for number, members in proposal.composition.groups.items():
        card = card_of(proposal, number, None, language)
        ids = {a.id for a in members}
        letters = [one for one in made.letters.values() if one.to.id in ids]
        (reason,) = {one.reason for one in letters}
        assert reason in card.together
        assert not names_any(reason, members)
        told += bool(reason)
        said = say("letter.why_group", language, reason=reason)
        for one in letters:
            assert (said in one.paragraphs(made.sender, language)) is bool(reason)
    assert told
