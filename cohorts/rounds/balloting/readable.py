"""What a member reads of an applicant: what they answered, and nothing to reach them by.

Left out: e-mail, telephone, address, trade register number, birth year and anything like these
under a header of the form's own; when the form was filled in and when somebody can come; who put
them forward; and which companies and relatives they name, for a dossier may not tell of an
applicant whom the member may not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.people.applicant import Applicant

FIELDS = (
    "company",
    "name",
    "place",
    "province",
    "activity",
    "offer",
    "customers",
    "founded",
    "fte",
    "turnover",
    "profit",
    "life_phase",
    "question",
    "themes",
    "ambition_text",
    "ambition",
    "experience",
    "role",
)
"""Fields that are shown, in this order; any other is not."""
PRIVATE = re.compile(
    r"e-?mail|telef|phone|mobiel|mobile|\btel\b|gsm|whatsapp|geboorte|birth|leeftijd|\bage\b|adres"
    r"|address|straat|street|huisnummer|postcode|postal|\bzip\b|\bbsn\b|burgerservice|iban|bank"
    r"|rekening|geslacht|gender|\bsex\b|nationali|linkedin|website|\burl\b|\bkvk\b|handelsregister"
    r"|partner|familie|family|concurren|competit|leverancier|supplier|afnemer|buyer"
    r"|ip-?adres|toestemming|consent|beschikbaar|availab",
    re.IGNORECASE,
)
"""A header of the form's own that asks such a thing."""
OF_THE_FORM = re.compile(
    r"begintijd|starttijd|start time|tijd van voltooi|completion time|laatst gewijzigd"
    r"|laatste wijziging|last modifi|tijdstempel|timestamp",
    re.IGNORECASE,
)
"""A header under which the form itself writes when it was filled in: no answer to judge."""
REACHES = re.compile(r"[^\s@]+@[^\s@]+\.\w+|(?<![\w.,])(?:\+|00)?\d(?:[ \-()]?\d){8,}(?![\w.,]\d)")
"""An address or a telephone number within a text."""
MOMENT = re.compile(r"(?:(?:19|20)\d\d-[01]\d-[0-3]\d|[0-3]?\d-[01]?\d-(?:19|20)\d\d)(?: \d\d?)?")
"""A day, perhaps with the hour: as many digits as a telephone number."""
HIDDEN = "…"


@dataclass(frozen=True)
class Answer:
    """``field``: a field of an applicant, or a header of the form. ``value``: number or text."""

    field: str
    value: float | str


def readable(applicant: Applicant) -> Iterator[Answer]:
    """Each answer that is there, fields first, then the form's own in their order."""
    for field in FIELDS:
        value = applicant.number(field) if field in NUMBERS else applicant.text(field)
        if value is not None:
            yield Answer(field, value if isinstance(value, float) else without_reach(value))
    for header, text in applicant.extra.items():
        if text.strip() and not PRIVATE.search(header) and not OF_THE_FORM.search(header):
            yield Answer(header, without_reach(text))


NUMBERS = frozenset({"founded", "fte", "turnover", "profit", "ambition", "experience"})


def without_reach(text: str) -> str:
    """The text, with a sign where it gave an e-mail address or a telephone number."""
    return REACHES.sub(lambda found: found[0] if MOMENT.fullmatch(found[0]) else HIDDEN, text)
