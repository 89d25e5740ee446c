"""Where somebody can go, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.dates import format_date

from cohorts.programme.referral import Referral
from cohorts.words import Language, say


@dataclass(frozen=True)
class Place:
    """One place to go: what it is called, and all there is to say of it.

    How old its facts are is said once, of all places together: :func:`facts_said`.
    """

    title: str
    text: str


def referred(found: Sequence[Referral], language: Language) -> list[str]:
    """One text for each place to go, and how old these facts are; where there is none, that."""
    return [*where_to(found, language), *filter(None, [facts_said([found], language)])]


def where_to(found: Sequence[Referral], language: Language) -> list[str]:
    """One text for each place to go; where there is none but for one person alone, that."""
    told = [place.text for place in places(found, language)]
    return told if any(not r.alone for r in found) else [*told, nowhere(language).text]


def places(found: Sequence[Referral], language: Language) -> list[Place]:
    """Every place to go."""
    return [_place(referral, language) for referral in found]


def nowhere(language: Language) -> Place:
    """That no place is known."""
    said = say("referral.none", language)
    return Place(said.rstrip("."), said)


def facts_said(found: Iterable[Sequence[Referral]], language: Language) -> str:
    """From which years the facts of these places are; empty where none may be out of date."""
    years = {r.facts_of for referrals in found for r in referrals if r.facts_of is not None}
    said = [str(year) for year in sorted(years)]
    return say("referral.facts_of", language, years=said) if said else ""


def _place(referral: Referral, language: Language) -> Place:
    title = referral.title[language]
    if referral.alone:
        title = say("referral.alone", language, programme=title)
    said = [f"{title}{'' if title.endswith(('.', '!')) else '.'}", referral.about.get(language, "")]
    if referral.later is not None:
        day = format_date(referral.later, "long", locale=language.value)
        said.append(say("referral.later", language, day=day))
    if referral.to_ask:
        open_ = "; ".join(title[language] for title in referral.to_ask)
        said.append(say("referral.to_ask", language, open=open_))
    return Place(title, " ".join(filter(None, said)))
