"""What companies do, as far as it can be compared: a class of the register, or a ticked sector."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.people.activity import class_of, dotted, edition_of, title_of
from cohorts.people.applicant import Applicant
from cohorts.people.values import plain
from cohorts.words import Language

NO_SECTOR = frozenset(
    {"anders", "anders, namelijk", "overig", "overige", "diversen", "geen", "onbekend", "n.v.t"}
    | {"other", "others", "various", "none", "unknown", "n/a", "-", "?", "weet ik niet", "nvt"}
    | {"andere sector", "andere branche", "overige sectoren", "other sector", "other, namely"}
    | {"ja", "nee", "yes", "no", "alle", "all"}
)
"""Answers that many tick who have nothing in common."""
OF_CLASS, OF_SECTOR = "sbi", "sector"


@dataclass(frozen=True, order=True)
class Trade:
    """Something that two can both do. ``kind``: OF_CLASS or OF_SECTOR.

    ``edition``: of the class, "" where it is not known: classes of two editions are never compared;
    ``called``: the digits of the class, or the sector as people of the round write it.
    """

    kind: str
    edition: str
    called: str

    @property
    def said(self) -> str:
        """As a fact that :func:`trade_in_words` reads again."""
        return f"{self.kind}:{self.edition}:{self.called}"


def trades_of(a: Applicant, columns: tuple[str, ...]) -> tuple[Trade, ...]:
    """All that is known of what somebody's company does; ``columns``: of ticked sectors.

    A code that does not exist, or is wider than a class, is not known; nor is "other".
    """
    edition = edition_of(a.sbi_version)
    class_ = class_of(a.sbi, edition)
    found = (
        [Trade(OF_CLASS, edition or plain(a.sbi_version or "").replace(":", " "), class_)]
        if class_
        else []
    )
    sectors = {plain(v): v for column in columns for v in a.values(column)}
    found += [Trade(OF_SECTOR, "", v) for key, v in sorted(sectors.items()) if key not in NO_SECTOR]
    return tuple(found)


def trade_in_words(said: str, language: Language) -> str:
    """What the class is called, else its code; or the sector."""
    kind, edition, called = said.split(":", 2)
    if kind == OF_SECTOR:
        return called
    title = title_of(called, edition_of(edition))[language]
    if title[1:2].islower():
        return title[:1].lower() + title[1:]
    return title or f"SBI {dotted(called)}"
