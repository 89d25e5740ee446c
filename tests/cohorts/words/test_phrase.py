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
