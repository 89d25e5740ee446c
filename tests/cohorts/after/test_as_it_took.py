"""What a group takes stays what it took, by what it is and not by its number."""

from __future__ import annotations

from dataclasses import replace

from cohorts import compose
from cohorts.after.repairing import repair
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.record.document import document
from cohorts.words import Language
from tests.cohorts.after.nine import people, programme

ASKED = programme({"rule": "shared_theme", "weight": 9}, size=(2, 3))
THEMES = {"a1": ("groei", "opvolging"), "a3": ("opvolging",), "c1": ("aankoop", "zorg")}
THEMES["a2"] = THEMES["a1"]
"""Options in alphabetical order: aankoop 0, groei 1, opvolging 2, zorg 3."""


def themed() -> tuple[Applicant, ...]:
    return tuple(replace(a, themes=THEMES.get(a.id, ("zorg",))) for a in people())


def theme(proposal: Proposal, number: int) -> object:
    found = dict(proposal.found_in[number])
    return found["shared_theme"].facts["title"]


def test_the_theme_stays_where_its_number_does_not() -> None:
    """a3 wanted opvolging alone. Without a3, groei would do as well, and comes first; without c1
    nobody names aankoop, so that opvolging is 1, and no longer 2."""
    begun = compose(themed(), ASKED, effort="quick")
    stated = document(begun, Language.NL)
    number = next(g.number for g in stated.groups if {"a1", "a2", "a3"} == set(g.members))
    assert theme(begun, number) == "opvolging"
    gone = [ApplicantId("a3"), ApplicantId("c1")]
    made = repair(stated, themed(), ASKED, effort="quick", gone=gone).options[0]
    assert made.repaired is not None
    assert made.repaired.anew == {}
    assert theme(made, number) == "opvolging"


def test_what_nobody_names_any_more_is_taken_anew_and_told() -> None:
    """Who named it calls it otherwise by now: another number of the same would be another theme."""
    begun = compose(themed(), ASKED, effort="quick")
    stated = document(begun, Language.NL)
    number = next(g.number for g in stated.groups if "a1" in g.members)
    was = theme(begun, number)
    others = tuple(
        replace(a, themes=tuple(t if t != was else "export" for t in a.themes)) for a in themed()
    )
    made = repair(stated, others, ASKED, effort="quick", gone=[ApplicantId("a3")]).options[0]
    assert made.repaired is not None
    assert "shared_theme" in made.repaired.anew[number]
    assert theme(made, number) != was


TRAVEL = programme({"rule": "travel", "weight": 9}, size=(2, 3))
LIVE = {"a1": ("Zwolle", 6.1), "a2": ("Raalte", 6.3), "a3": ("Almelo", 6.6)}


def homes() -> tuple[Applicant, ...]:
    """Three live in a row, the others in Breda."""
    found = []
    for a in people():
        place, longitude = LIVE.get(a.id, ("Breda", 4.8))
        found.append(replace(a, place=place, latitude=52.4, longitude=longitude))
    return tuple(found)


def meets_in(proposal: Proposal, number: int) -> object:
    return dict(proposal.found_in[number])["travel"].facts["place"]


def test_a_group_still_meets_in_the_town_of_whoever_left() -> None:
    """The two that stay have as far to it as they had; nobody has to hear of another place."""
    begun = compose(homes(), TRAVEL, effort="quick")
    stated = document(begun, Language.NL)
    number = next(g.number for g in stated.groups if {"a1", "a2", "a3"} == set(g.members))
    assert meets_in(begun, number) == "Raalte"
    made = repair(stated, homes(), TRAVEL, effort="quick", gone=[ApplicantId("a2")]).options[0]
    assert made.repaired is not None
    assert made.repaired.anew == {}
    assert meets_in(made, number) == "Raalte"


def test_a_town_is_the_same_when_newcomers_move_its_middle() -> None:
    begun = compose(homes(), TRAVEL, effort="quick")
    stated = document(begun, Language.NL)
    came = replace(people(d1=5.0)[-1], place="Raalte", latitude=52.4, longitude=6.35)
    made = repair(
        stated, (*homes(), came), TRAVEL, effort="quick", gone=[ApplicantId("a1")]
    ).options[0]
    assert made.repaired is not None
    assert made.repaired.anew == {}
