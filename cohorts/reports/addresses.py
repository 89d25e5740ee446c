"""Addresses of a group, to copy: as a file, and as one line for the head of a letter."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from urllib.parse import quote

from cohorts.people.applicant import Applicant
from cohorts.round.remark import NOBODY_AGREED
from cohorts.round.round import Round
from cohorts.words.export_gate import gate


def consent_was_asked(round_: Round) -> bool:
    """Whether it was asked of anybody who applied, also where nobody's answer is known."""
    everybody = (*round_.applicants, *(aside.applicant for aside in round_.set_aside))
    known = any(a.consent is not None for a in everybody)
    return known or any(remark.code == NOBODY_AGREED for remark in round_.remarks)


def address(applicant: Applicant, *, asked: bool = False) -> str:
    """Where somebody can be written to; where consent was ``asked``, only after a plain yes."""
    agreed = applicant.consent or (applicant.consent is None and not asked)
    return (applicant.email or "") if agreed else ""


def address_line(members: Sequence[Applicant], *, asked: bool = False) -> str:
    """Every known address once, as a mail program takes them."""
    return ", ".join(_known(members, asked))


def mail_link(members: Sequence[Applicant], *, asked: bool = False) -> str:
    """A ``mailto:`` to all of them; empty where no address is known."""
    known = ",".join(quote(one, safe="@") for one in _known(members, asked))
    return f"mailto:{known}" if known else ""


def addresses_csv(members: Sequence[Applicant], *, asked: bool = False) -> str:
    """``company,name,email``; UTF-8 without BOM, LF; everybody, also without an address."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["company", "name", "email"])
    for a in members:
        writer.writerow([gate(a.company or ""), gate(a.name or ""), gate(address(a, asked=asked))])
    return out.getvalue()


def _known(members: Sequence[Applicant], asked: bool) -> list[str]:
    return list(dict.fromkeys(filter(None, (address(a, asked=asked) for a in members))))
