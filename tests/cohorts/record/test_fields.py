"""Which fields a proposal has, by the version of its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from cohorts.composing.inputs import INPUTS
from cohorts.record.document import ProposalDocument
from cohorts.record.meaning import MEANING_VERSION
from cohorts.record.parts import Part

FIELDS = {
    5: """
.admitted .admitted[].id .admitted[].reason .admitted[].said
.answer .bound .by_hand .checked .effort .findings .findings[].amounts .findings[].here
.findings[].missing .findings[].random .findings[].rule .findings[].title .frozen_programme .gap
.groups .groups[].choices .groups[].findings .groups[].findings[].amounts
.groups[].findings[].broken .groups[].findings[].facts .groups[].findings[].people
.groups[].findings[].quality .groups[].findings[].rule .groups[].findings[].sentence
.groups[].findings[].verdict .groups[].members .groups[].name .groups[].number .input_sha256
.language .meaning_version .not_placed .not_placed[].causes .not_placed[].causes[].facts
.not_placed[].causes[].groups .not_placed[].causes[].kind .not_placed[].causes[].people
.not_placed[].causes[].rule .not_placed[].id .not_placed[].kind .not_placed[].reason
.not_placed[].referrals .not_placed[].since .not_placed[].told .overrides .overrides[].breach
.overrides[].by .overrides[].person .overrides[].reason .places .programme .remarks
.remarks[].code .remarks[].column .remarks[].fault .remarks[].remedy .remarks[].row
.remarks[].value .repaired .repaired.anew .repaired.before .repaired.moved_before
.repaired.options .repaired.options[].better .repaired.options[].gain .repaired.options[].level
.repaired.options[].moved .repaired.options[].placed .repaired.options[].unwilling
.repaired.options[].worse .repaired.proven .repaired.rather_not .repaired.stay .repaired.taken
.reproducible .schema_version .score .score.alike .score.groups_off .score.hard
.score.lot .score.not_placed .score.soft .score.standing .score.unit .score.worst .seconds .seed
.settings .settings.count_from .settings.gone .settings.groups .settings.keep .settings.not_on
.settings.on .settings.pins
.settings.size .smaller .smaller[].group
.smaller[].reason .smaller[].size .standing .standing.floor .standing.margin .standing.mode
.standing.proven
.standing.reached .status .story .story[].alike .story[].done .story[].soft .story[].worst
.versions .weights
"""
}
"""Of the newest version only: every proposal that names it is held to have them all."""


def fields(model: type[Part], here: str = "") -> Iterator[str]:
    """The kinds of place of every field of the document, by its models."""
    for name, field in model.model_fields.items():
        inner = [
            one
            for one in (field.annotation, *get_args(field.annotation))
            if isinstance(one, type) and issubclass(one, Part)
        ]
        many = "[]" if str(field.annotation).startswith("list") else ""
        yield f"{here}.{name}"
        for one in inner:
            yield from fields(one, f"{here}.{name}{many}")


def test_a_field_comes_and_goes_with_a_new_version() -> None:
    """Whoever adds one: a proposal that was made yesterday lacks it, and would be refused.

    So raise MEANING_VERSION where a release has the present one, and write here what it has then.
    """
    settings = (f".{one.stated}" for one in INPUTS.values() if one.setting)
    assert FIELDS.keys() == {MEANING_VERSION}
    assert sorted({*fields(ProposalDocument), *settings}) == FIELDS[MEANING_VERSION].split()
