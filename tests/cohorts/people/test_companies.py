"""People whose labels look alike are told apart, wherever they are named."""

from __future__ import annotations

from dataclasses import replace

from cohorts import compose
from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.prepare import prepare
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.companies import told_apart
from cohorts.reports.outcome import outcome
from cohorts.reports.page.facilitator import facilitator_page
from cohorts.reports.page.participant import participant_page
from cohorts.reports.page.render import page
from cohorts.words import Language
from tests.cohorts.small_round import people, programme

KARTON = "Karton Roer B.V."


def one(number: str, company: str | None, name: str | None = None) -> Applicant:
    return Applicant(id=ApplicantId(number), company=company, name=name)


def labels(*applicants: Applicant) -> list[str]:
    return [a.label for a in told_apart(applicants)]


def test_people_of_one_company_show_their_names_too() -> None:
    three = (one("1", KARTON, "Jan Roer"), one("2", "Karton Roer BV", "Eva Roer"), one("3", "Wit"))
    assert labels(*three) == ["Karton Roer B.V. (Jan Roer)", "Karton Roer BV (Eva Roer)", "Wit"]


def test_a_name_that_is_not_known_or_shared_gives_way_to_the_number() -> None:
    given = (
        one("1", KARTON),
        one("2", KARTON, "Jan"),
        one("3", KARTON, "Jan"),
        one("4", None, "Bo"),
    )
    assert labels(*given, one("5", None, "Bo")) == [
        "Karton Roer B.V. (1)",
        "Karton Roer B.V. (Jan, 2)",
        "Karton Roer B.V. (Jan, 3)",
        "Bo (4)",
        "Bo (5)",
    ]


def test_names_in_other_capitals_do_not_tell_apart() -> None:
    told = labels(one("1", KARTON, "Jan Roer"), one("2", KARTON, "JAN ROER"))
    assert told == ["Karton Roer B.V. (Jan Roer, 1)", "Karton Roer B.V. (JAN ROER, 2)"]


def test_names_that_look_alike_in_another_script_are_told_apart() -> None:
    greek, cyrillic = "\u0391nker", "\u0410\u043d\u043a\u0435\u0440"
    told = labels(one("1", "Anker", "Jan"), one("2", greek, "J\u0430n"), one("3", "Wit"))
    assert told == ["Anker (Jan, 1)", f"{greek} (J\u0430n, 2)", "Wit"]
    assert labels(one("1", "Anker"), one("2", cyrillic)) == ["Anker", cyrillic]  # an н is no n


def test_telling_apart_again_changes_nothing() -> None:
    told = told_apart((one("1", KARTON, "Jan"), one("2", KARTON, "Eva")))
    assert told_apart(told) == told
    assert [a.label for a in told_apart(told[:1])] == [KARTON]


def colleagues() -> tuple[Applicant, ...]:
    """24 people, the first three of one company."""
    return tuple(
        replace(a, company=KARTON, name=f"Roer {i}") if i < 3 else a for i, a in enumerate(people())
    )


def test_everything_that_names_people_profits() -> None:
    asked = programme([{"rule": "comparable", "field": "fte"}, {"rule": "shared_theme"}])
    proposal = compose(colleagues(), asked, effort="quick")
    told = [f"{KARTON} (Roer {i})" for i in range(3)]
    said = "\n".join(outcome(proposal, Language.NL))
    drawn = page(proposal, Language.NL)
    assert all(label in said and label in drawn for label in told)
    placed = {a.label: n for n, members in proposal.composition.groups.items() for a in members}
    for label, number in placed.items():
        if label in told:
            assert label in participant_page(proposal, number, None, Language.NL)
            assert label in facilitator_page(proposal, number, None, Language.NL)


def test_the_fingerprint_is_of_what_was_given() -> None:
    asked = programme([{"rule": "comparable", "field": "fte"}])
    told = prepare(colleagues(), asked)
    bare = replace(told, applicants=tuple(replace(a, told_apart="") for a in told.applicants))
    assert fingerprint(told, asked) == fingerprint(bare, asked)
