"""``uitnodigingen.csv``: who is invited at which personal address, for a mail merge."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from cohorts.words import Language, say
from cohorts.words.export_gate import gate

COLUMNS = ("name", "organisation", "email", "address")


@dataclass(frozen=True)
class Invitation:
    """``address``: personal; whoever has it comes in as this member."""

    name: str
    organisation: str
    email: str
    address: str


def invitations_csv(invitations: Iterable[Invitation], language: Language) -> bytes:
    """UTF-8 with BOM and ``;``: so that Excel and Word open it as it is. Through the gate."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([say(f"members.column_{name}", language) for name in COLUMNS])
    writer.writerows([gate(getattr(one, name)) for name in COLUMNS] for one in invitations)
    return out.getvalue().encode("utf-8-sig")
