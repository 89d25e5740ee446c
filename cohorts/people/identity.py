"""Whether two applications are of one person: yes, no, or doubtful, and why. Defined once, here.

=========  =========  ===================  ======  ========  =====================
name       e-mail     KvK number, company  place   answer    why
=========  =========  ===================  ======  ========  =====================
fits       info@      any                  any     doubtful  email_other_name
same, fits same       another              any     doubtful  two_companies
same, fits same       any                  any     yes       email_and_name
nearly     same       any                  any     doubtful  email_other_name
other      same       any                  any     no        shared_address
other      any        any                  any     no        other_name
unknown    same       same                 any     yes       email_and_company
unknown    same       unknown, no names    any     yes       only_email
unknown    same       any                  any     doubtful  email_no_name
same       any        same number          any     yes       kvk_and_name
fits …     any        same number          any     doubtful  kvk_other_name
same       any        same name            same    yes       company_and_name
same       not other  same name            unknown yes       company_and_name
same …     any        same name            any     doubtful  company_name_unsure
same       one slip   any                  any     doubtful  email_slip
same       any        any                  same    doubtful  place_and_name
same       unknown    unknown              unknown doubtful  only_name
unknown    any        same number          any     doubtful  kvk_no_name
unknown    any        same name            not     doubtful  company_no_name
                                           other
any        any        any                  any     no        nothing_shared
=========  =========  ===================  ======  ========  =====================

The first line that fits holds. *Name*: :mod:`cohorts.people.person_name`; "same" counts without an
e-mail only where a first name is written out, for "J. Jansen" is the father and the son ("fits …"
and "same …" take in what is less). *E-mail*: :mod:`cohorts.people.address`; one that nobody has
alone (info@) makes one of equal names only, or of one company where no name is known. *Company*:
the same number in the trade register, else the same name without its legal form; beside an e-mail
also a name of which half of the words is the same. Where both years of birth are known and differ,
yes becomes doubtful, and doubtful no.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from cohorts.people.address import is_of_a_desk, nearly_same, plain_address
from cohorts.people.applicant import Applicant
from cohorts.people.companies import plain_name
from cohorts.people.person_name import Alike, PersonName, alike, person_name, plain


class Answer(StrEnum):
    """Whether it is one person."""

    YES = "yes"
    NO = "no"
    DOUBTFUL = "doubtful"


class Same(NamedTuple):
    """The answer and why: the key of a sentence."""

    answer: Answer
    why: str


class Met(StrEnum):
    """How one fact of two people lies; unknown: not known of both."""

    SAME = "same"
    ALIKE = "alike"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Traits:
    """What tells who somebody is; "" is not known."""

    name: PersonName
    address: str = ""
    kvk: str = ""
    company: str = ""
    place: str = ""
    birth_year: int | None = None


def traits(a: Applicant) -> Traits:
    """What tells who this is."""
    return Traits(
        person_name(a.name or ""),
        plain_address(a.email or ""),
        a.kvk or "",
        plain(plain_name(a.company or "")),
        plain(" ".join((a.municipality or a.place or a.postcode or "").split())),
        a.birth_year,
    )


def same(a: Applicant, b: Applicant) -> Same:
    """Whether these are one person, by the table above; the same both ways about."""
    return Same(Answer.YES, "same_row") if a == b else judged(traits(a), traits(b))


def judged(a: Traits, b: Traits) -> Same:
    """The answer of the table, with the years of birth."""
    answer, why = _by_table(a, b)
    if answer is Answer.NO or None in (a.birth_year, b.birth_year) or a.birth_year == b.birth_year:
        return Same(answer, why)
    lower = Answer.DOUBTFUL if answer is Answer.YES else Answer.NO
    return Same(lower, "other_birth_year")


def cannot_be_one(a: Traits, b: Traits) -> bool:
    """Whether they are two by way of a third too: other names, companies or years of birth."""
    other_years = None not in (a.birth_year, b.birth_year) and a.birth_year != b.birth_year
    other_names = alike(a.name, b.name) is Alike.OTHER
    return other_names or other_years or company_met(a, b) is Met.OTHER


def _by_table(a: Traits, b: Traits) -> Same:
    names = alike(a.name, b.name)
    if names is Alike.OTHER:
        shared = a.address and a.address == b.address
        return Same(Answer.NO, "shared_address" if shared else "other_name")
    by_address = a.address and a.address == b.address
    found = _one_address(names, a, b) if by_address else _by_company(names, a, b)
    return found or _by_name(names, a, b) or Same(Answer.NO, "nothing_shared")


def _one_address(names: Alike, a: Traits, b: Traits) -> Same:
    """Two who gave one e-mail address."""
    company = company_met(a, b)
    if names is Alike.NEARLY or (names is Alike.FITS and is_of_a_desk(a.address)):
        return Same(Answer.DOUBTFUL, "email_other_name")
    if names is not Alike.UNKNOWN:
        if company is Met.OTHER:
            return Same(Answer.DOUBTFUL, "two_companies")
        return Same(Answer.YES, "email_and_name")
    nameless = not a.name.words and not b.name.words
    if company in (Met.SAME, Met.ALIKE) and (nameless or not is_of_a_desk(a.address)):
        return Same(Answer.YES, "email_and_company")
    if nameless and company is Met.UNKNOWN:
        return Same(Answer.YES, "only_email")
    return Same(Answer.DOUBTFUL, "email_no_name")


def _by_company(names: Alike, a: Traits, b: Traits) -> Same | None:
    """Two of one company, without one address."""
    sure = names is Alike.SAME and a.name.is_full and b.name.is_full
    place, address = met(a.place, b.place), met(a.address, b.address)
    if met(a.kvk, b.kvk) is Met.SAME:
        if names is Alike.UNKNOWN:
            return Same(Answer.DOUBTFUL, "kvk_no_name")
        sort = (Answer.YES, "kvk_and_name") if sure else (Answer.DOUBTFUL, "kvk_other_name")
        return Same(*sort)
    if company_met(a, b) is not Met.SAME:
        return None
    if names is Alike.UNKNOWN:
        return None if place is Met.OTHER else Same(Answer.DOUBTFUL, "company_no_name")
    if sure and (place is Met.SAME or {place, address} == {Met.UNKNOWN}):
        return Same(Answer.YES, "company_and_name")
    return Same(Answer.DOUBTFUL, "company_name_unsure")


def _by_name(names: Alike, a: Traits, b: Traits) -> Same | None:
    """Two who share no address and no company."""
    if names is Alike.SAME and nearly_same(a.address, b.address):
        return Same(Answer.DOUBTFUL, "email_slip")
    if names is not Alike.SAME or not a.name.is_full:
        return None
    place = met(a.place, b.place)
    if place is Met.SAME:
        return Same(Answer.DOUBTFUL, "place_and_name")
    others = (met(a.address, b.address), company_met(a, b), place)
    return Same(Answer.DOUBTFUL, "only_name") if set(others) == {Met.UNKNOWN} else None


def company_met(a: Traits, b: Traits) -> Met:
    """By number where both have one, else by name; alike: half of the words is the same."""
    number, name = met(a.kvk, b.kvk), met(a.company, b.company)
    if number is not Met.UNKNOWN or name is not Met.OTHER:
        return name if number is Met.UNKNOWN else number
    one, two = set(a.company.split()), set(b.company.split())
    shared, either = len(one & two), len(one | two)
    return Met.ALIKE if one <= two or two <= one or 2 * shared >= either else Met.OTHER


def met(x: str, y: str) -> Met:
    """How one fact lies."""
    if not x or not y:
        return Met.UNKNOWN
    return Met.SAME if x == y else Met.OTHER
