"""Templates filled with facts, the way people say them."""

from __future__ import annotations

from cohorts.words import Language, phrase


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
    assert phrase("'{people}'.", {"people": "tja.. of zo."}, Language.NL) == "'tja.. of zo.'."
