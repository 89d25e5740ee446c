"""Which companies named which as competitor, supplier or customer, when they filled in the form.

Everything is between companies: what one person of a company wrote holds for each of its people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.named_company import Companies, Meant
from cohorts.people.relation import Pair, pair_of
from cohorts.people.values import folded

CompanyPair = tuple[str, str]
"""The signs of two companies, the smaller first."""
BETWEEN = re.compile(
    r"\s+(?:en|and|of|or|und)\s+|[/+&;,\n|\u2022\u00b7]|\s[-\u2013\u2014]\s"
    r"|(?<!\S)(?:\d+[.)]|[a-z]\))\s"
)
"""What stands between names that were not told apart in reading."""
NOBODY = frozenset(
    {"geen", "nvt", "onbekend", "niemand", "weet ik niet", "weet niet", "niet bekend", "geen idee"}
    | {
        "none",
        "nobody",
        "no one",
        "unknown",
        "na",
        "nothing",
        "not known",
        "do not know",
        "no idea",
    }
    | {"diversen", "diverse", "divers", "meerdere", "verschillende", "veel", "velen", "te veel"}
    | {"various", "several", "many", "all", "everyone", "anyone", "others", "other", "too many"}
    | {
        "iedereen",
        "allemaal",
        "anderen",
        "overig",
        "overige",
        "anders",
        "concurrenten",
        "concurrent",
    }
    | {"competitors", "competitor", "collegas", "colleagues", "zie website", "zie boven", "idem"}
    | {"test", "xxx", "xx", "x", "ja", "nee", "yes", "no", "niet", "not"}
)
"""What people fill in who name nobody."""
NAMES_NOBODY = re.compile(
    r"(geen|niet|nog geen|nog niet|weet|no|none|not|don t|we do not|wij hebben geen|er zijn geen"
    r"|te veel|heel veel|zeer veel|too many|a lot of|andere|other|alle|all|diverse|verschillende"
    r"|meerdere|various|several)\b"
)
"""How an answer begins that names nobody, where no company is called so."""


IS_NUMBER = re.compile(r"(?:kvk\b)?[-: nr.]*\d(?:[ .]?\d){7}", re.IGNORECASE)


class Named(StrEnum):
    """As what one company named another: the field of the form."""

    COMPETITOR = "competitors"
    SUPPLIER = "suppliers"
    CUSTOMER = "buyers"


@dataclass(frozen=True)
class Naming:
    """``by`` named ``whom`` (signs of companies), and wrote it so; ``among``: how many it fits."""

    by: str
    whom: str
    written: str
    sure: bool
    among: int = 1


@dataclass(frozen=True)
class Rivalry:
    """What was written of two companies as competitors, in the order of people and names."""

    namings: tuple[Naming, ...]

    @property
    def mutual(self) -> bool:
        """Whether each surely named the other."""
        return len({naming.by for naming in self.namings if naming.sure}) > 1


@dataclass(frozen=True)
class OnForms:
    """``rivals``: by pair of companies. ``partners``: who surely supply or buy, as somebody wrote.

    ``perhaps_partners``: the same, whether or not it is sure. ``unmatched``: what was named as a
    competitor and is nobody here, in small letters → as it was first written, by name.
    """

    companies: Companies
    rivals: Mapping[CompanyPair, Rivalry]
    partners: frozenset[CompanyPair]
    perhaps_partners: frozenset[CompanyPair]
    unmatched: Mapping[str, str]

    def pair_of(self, a: ApplicantId, b: ApplicantId) -> CompanyPair:
        """The companies of two people, in order."""
        one, other = sorted((self.companies.of[a], self.companies.of[b]))
        return one, other

    def people(self, pair: CompanyPair, among: Mapping[ApplicantId, int]) -> list[Pair]:
        """Every two people of whom one is of each company, of those ``among``, in order."""
        one, other = ([a.id for a in self.companies.people[s] if a.id in among] for s in pair)
        return sorted(pair_of(a, b) for a, b in product(one, other))


def on_forms(applicants: Iterable[Applicant]) -> OnForms:
    """What these people wrote of each other's companies. In whatever order they come."""
    everybody = sorted(applicants, key=lambda a: a.id)
    companies = Companies(everybody)
    rivals: dict[CompanyPair, list[Naming]] = {}
    unmatched: dict[str, str] = {}
    for naming in _namings(everybody, companies, Named.COMPETITOR):
        if not naming.whom:
            unmatched.setdefault(folded(naming.written), naming.written)
        else:
            rivals.setdefault(_in_order(naming), []).append(naming)
    partners = [
        naming
        for named in (Named.SUPPLIER, Named.CUSTOMER)
        for naming in _namings(everybody, companies, named)
        if naming.whom
    ]
    return OnForms(
        companies,
        {pair: Rivalry(tuple(dict.fromkeys(found))) for pair, found in sorted(rivals.items())},
        frozenset(_in_order(naming) for naming in partners if naming.sure),
        frozenset(map(_in_order, partners)),
        dict(sorted(unmatched.items())),
    )


def _in_order(naming: Naming) -> CompanyPair:
    one, other = sorted((naming.by, naming.whom))
    return one, other


def _namings(people: Iterable[Applicant], companies: Companies, named: Named) -> Iterator[Naming]:
    """Every company that somebody named, but the own; whom "": a name that is nobody's here."""
    for a in people:
        own = companies.of[a.id]
        for text in getattr(a, named):
            for written, meant in _names_in(text, companies):
                others = [sign for sign in meant.companies if sign != own] if meant else []
                sure = meant is not None and meant.sure
                yield from (Naming(own, sign, written, sure, len(others)) for sign in others)
                if meant is None:
                    yield Naming(own, "", written, sure=False)


def _names_in(text: str, companies: Companies) -> Iterator[tuple[str, Meant | None]]:
    """Each name in one answer, with whom it means; what names nobody is passed over."""
    whole = " ".join(text.split())
    parts = [part.strip() for part in BETWEEN.split(text) if part.strip(" .-")]
    if any(map(IS_NUMBER.fullmatch, parts[1:])):
        # a number behind a name belongs to it, and is no name of its own
        parts = [whole]
    for name in [whole] if len(parts) == 1 or _is_one(whole, parts, companies) else parts:
        meant = companies.meant(name)
        # "geen Gedoe" may be short for a company: what only begins as an answer of nobody is asked
        if companies.is_name(name) or not names_nobody(name) or (meant and not _plainly(name)):
            yield name, meant


def _is_one(whole: str, parts: list[str], companies: Companies) -> bool:
    """Whether an answer is one name: it is one here, or means all that its parts do."""
    if companies.is_name(whole):
        return True
    meant = None if any(map(companies.is_name, parts)) else companies.meant(whole)
    apart = (companies.meant(part) for part in parts)
    return meant is not None and {s for m in apart if m for s in m.companies} <= {*meant.companies}


def names_nobody(text: str) -> bool:
    """Whether it is no name of a company: an answer such as "geen", or without a letter."""
    letters = any(sign.isalpha() for sign in text)
    number = re.fullmatch(r"(kvk )?(\d ?){8}", _said(text))
    begun = NAMES_NOBODY.match(_said(text)) is not None
    return (not letters and not number) or _plainly(text) or begun


def _plainly(text: str) -> bool:
    """Whether all of it says that nobody is meant."""
    return _said(text) in NOBODY


def _said(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text).replace(".", "").replace("'", "")))
