"""Whoever reads letters sees what is wrong with one."""

from __future__ import annotations

import pytest

from benchmarks.letters_read import NOT_PLACED, PLACED, People

JO = {
    "Naam": "Jo Vos",
    "Bedrijfsnaam": "Anker BV",
    "E-mail": "jo@anker.nl",
    "KvK nummer": "12345678",
    "Mailadres contactpersoon": "jo@anker.nl",
}
MO = JO | {"Naam": "Mo Bos", "Bedrijfsnaam": "Berk & Zoon", "E-mail": "mo@berk.nl"}
LEFT = {"id": "2", "kind": "not_placed", "reason": "Vol.", "told": "Er waren 8 plaatsen."}
AUDIT = {
    "groups": [{"name": "Groep 1: Zorg", "members": ["1"]}],
    "not_placed": [LEFT | {"referrals": ["Rabo Start: voor starters"]}],
}
PEOPLE = People({"1": JO, "2": MO}, AUDIT)
TO_JO = ("Anker BV", "Beste Jo Vos,", PLACED.format(group="Groep 1: Zorg"))
TO_MO = (
    "Berk & Zoon",
    "Beste Mo Bos,",
    NOT_PLACED,
    "De reden: Er waren 8 plaatsen.",
    "Hier kunt u misschien wel terecht. Rabo Start: voor starters",
)


def test_a_right_letter_is_right() -> None:
    assert [*PEOPLE.faults(TO_JO), *PEOPLE.faults(TO_MO)] == []


@pytest.mark.parametrize(
    "wrong",
    [
        (*TO_JO, "Berk & Zoon wilde liever niet."),
        (*TO_JO, "Bel mo@berk.nl"),
        (TO_JO[0], "Beste Mo Bos,", TO_JO[2]),
        (*TO_JO[:2], PLACED.format(group="Groep 2")),
        (*TO_JO, "De reden: Vol."),
        (*TO_MO[:3], "De reden: Het lot besliste.", TO_MO[4]),
        TO_MO[:4],
        (*TO_MO[:2], TO_JO[2]),
    ],
)
def test_what_is_wrong_is_found(wrong: tuple[str, ...]) -> None:
    assert [*PEOPLE.faults(wrong)]
