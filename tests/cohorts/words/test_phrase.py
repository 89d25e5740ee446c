"""Templates filled with facts, the way people say them."""

from __future__ import annotations

import pytest

from cohorts.words import Language, phrase
from cohorts.words.phrase import quoted


def test_a_phase_is_said_in_words() -> None:
    facts = {"field": "life_phase", "value": "transfer", "values": ("growth (3)", "start (1)")}
    assert phrase("{field}: {value}; {values}", facts, Language.NL) == (
        "fase van het bedrijf: overdracht; groei (3) en start (1)"
    )
    other = {"field": "branche", "value": "transfer"}
    assert phrase("{value}", other, Language.NL) == "transfer"


def test_a_name_that_ends_in_a_full_stop_needs_no_second_one() -> None:
    """Not at the end, nor halfway; what is filled in stays as it is."""
    facts = {"people": ("Anker", "Berk B.V.")}
    assert phrase("{people}. Zij wachten op {people}.", facts, Language.NL) == (
        "Anker en Berk B.V. Zij wachten op Anker en Berk B.V."
    )
    note = {"note": "Klopt dat?", "other": "Top!"}
    assert phrase("{note}. Stemt mee: {other}.", note, Language.NL) == "Klopt dat? Stemt mee: Top!"
    assert phrase("Hij zei: “{note}”. Goed.", note, Language.NL) == "Hij zei: “Klopt dat?” Goed."
    assert phrase("'{people}'.", {"people": "tja.. of zo."}, Language.NL) == "'tja.. of zo.'."


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("fte", "aantal medewerkers"),
        ("omzet", "omzet"),  # a known word, whoever wrote it down
        ("voorbereid", "‘voorbereid’"),
        ("Wat kost u tijd? ", "‘Wat kost u tijd?’"),
    ],
)
def test_a_header_of_an_organiser_stands_in_quotes(field: str, said: str) -> None:
    title = phrase("Vergelijkbaar in {field}", {"field": field}, Language.NL)
    assert title == f"Vergelijkbaar in {said}"
    both = phrase("{fields}.", {"fields": (field, "place")}, Language.NL)
    assert both == f"{said} en plaats."


def test_quotes_within_quotes_are_double() -> None:
    template = "De eis ‘{rule}’ telt."
    rule = "Gelijk in ‘voorbereid’ of ‘thema’s’"
    inner = "Gelijk in “voorbereid” of “thema’s”"
    assert phrase(template, {"rule": rule}, Language.NL) == template.format(rule=inner)
    assert phrase("{rule}.", {"rule": rule}, Language.NL) == f"{rule}."
    assert quoted(rule) == f"‘{inner}’"


def test_a_theme_stands_in_quotes_and_a_subject_of_ours_does_not() -> None:
    for subject, said in (("export", "export"), ("Grote klanten", "‘Grote klanten’")):
        facts = {"subject": subject}
        assert phrase("Zij noemden {subject}.", facts, Language.NL) == f"Zij noemden {said}."
        assert phrase("het woord ‘{subject}’", facts, Language.NL) == f"het woord ‘{subject}’"
