"""Letters in the organiser's own document as one zip, and one of nobody to look at first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.letter_files import file_of
from cohorts.reports.letters.word_letters import KINDS, Filled, filling, kind_of, values_of
from cohorts.rounds.packed import pack
from cohorts.rounds.posting.kept_templates import TemplateKind, TemplateValue
from cohorts.rounds.posting.template_fields import TemplateField, fields_read
from cohorts.words import Language, say

MOST_TOGETHER = 200_000_000
"""Bytes of all letters: they are made in memory."""
Own = Mapping[TemplateKind, TemplateValue]


def word_zip(
    sender: Sender, letters: Sequence[Letter], language: Language, own: Own, at: str
) -> bytes:
    """Those for which there is a document, with the numbers that they have among all.

    ``at``: the moment of which the day stands in them. Raises what :func:`check_weight` does, and
    InputError for a document that came from elsewhere and is not taken here.
    """
    check_weight(letters, own)
    kinds = {number: kind_of(one, [*own]) for number, one in enumerate(letters, 1)}
    begun = {kind: _begun(own[kind]) for kind in {*kinds.values()} if kind is not None}
    files = {}
    for number, one in enumerate(letters, 1):
        kind = kinds[number]
        if kind is not None:
            filled, fields = begun[kind]
            name = file_of(number, one, language, "docx")
            values = values_of(one, sender, language, at, whole=TemplateField.LETTER in fields)
            files[name] = filled.letter(values)
    return pack(files)


def check_weight(letters: Sequence[Letter], own: Own) -> None:
    """Raises InputError where they would be too large together."""
    used = [kind for one in letters if (kind := kind_of(one, [*own])) is not None]
    if sum(len(own[kind].content) for kind in used) > MOST_TOGETHER:
        facts = {"count": len(used), "most": MOST_TOGETHER // 1_000_000}
        raise InputError(Problem("template.too_heavy", "", facts))


def example(content: bytes, kind: TemplateKind, sender: Sender, language: Language) -> bytes:
    """Of somebody who does not exist, and says so. Raises what :func:`fields_read` raises."""
    document, fields = fields_read(content, "")
    outcome = next((of for of, own in KINDS.items() if own is kind), Outcome.NOT_PLACED)
    letter = _made_up(outcome, language)
    whole = TemplateField.LETTER in fields
    return filling(document).letter(values_of(letter, sender, language, NEVER, whole=whole))


NEVER = "2000-01-01T12:00:00.000Z"
"""The day of a letter to nobody."""


def _begun(value: TemplateValue) -> tuple[Filled, frozenset[TemplateField]]:
    document, fields = fields_read(value.content, value.name)
    return filling(document), fields


def _made_up(outcome: Outcome, language: Language) -> Letter:
    def t(key: str) -> str:
        return say(f"template.example_{key}", language)

    who = Applicant(id=ApplicantId("0"), name=t("person"), company=t("company"), place=t("place"))
    if outcome in {Outcome.PLACED, Outcome.GOES_ON}:
        return Letter(who, outcome, group=t("group") if outcome is Outcome.PLACED else "")
    return Letter(who, outcome, reason=t("reason"), referrals=(t("referral"),))
