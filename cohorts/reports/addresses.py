"""Addresses of a group, to copy: as a file, and as one line for the head of a letter."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from urllib.parse import quote

from cohorts.people.applicant import Applicant
from cohorts.words.export_gate import gate


def address(applicant: Applicant) -> str:
    """Where somebody can be written to; empty where it is not known, or they said no."""
    return "" if applicant.consent is False else (applicant.email or "")


def address_line(members: Sequence[Applicant]) -> str:
    """Every known address once, as a mail program takes them."""
    return ", ".join(_known(members))


def mail_link(members: Sequence[Applicant]) -> str:
    """A ``mailto:`` to all of them; empty where no address is known."""
    known = ",".join(quote(one, safe="@") for one in _known(members))
    return f"mailto:{known}" if known else ""


def addresses_csv(members: Sequence[Applicant]) -> str:
    """``company,name,email``; UTF-8 without BOM, LF; everybody, also without an address."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["company", "name", "email"])
    for a in members:
        writer.writerow([gate(a.company or ""), gate(a.name or ""), gate(address(a))])
    return out.getvalue()


def _known(members: Sequence[Applicant]) -> list[str]:
    return list(dict.fromkeys(filter(None, map(address, members))))
