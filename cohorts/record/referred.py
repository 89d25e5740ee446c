"""Where somebody can go, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from babel.dates import format_date

from cohorts.programme.referral import Referral
from cohorts.words import Language, say


@dataclass(frozen=True)
class Place:
    """One place to go: what it is called, and all there is to say of it; ``sure``: see Referral."""

    title: str
    text: str
    sure: bool


def referred(found: Sequence[Referral], language: Language) -> list[str]:
    """One text for each place to go; where none is sure, that first."""
    told = [place.text for place in places(found, language)]
    return told if any(r.sure for r in found) else [nowhere(language).text, *told]


def places(found: Sequence[Referral], language: Language) -> list[Place]:
    """Every place to go."""
    return [_place(referral, language) for referral in found]


def nowhere(language: Language) -> Place:
    """That there is no place that is sure."""
    said = say("referral.none", language)
    return Place(said.rstrip("."), said, sure=False)


def _place(referral: Referral, language: Language) -> Place:
    title = referral.title[language]
    if not referral.sure:
        title = f"{say('referral.perhaps', language)} {title}"
    said = [f"{title}{'' if title.endswith(('.', '!')) else '.'}", referral.about.get(language, "")]
    if referral.later is not None:
        day = format_date(referral.later, "long", locale=language.value)
        said.append(say("referral.later", language, day=day))
    if referral.to_ask:
        open_ = "; ".join(title[language] for title in referral.to_ask)
        said.append(say("referral.to_ask", language, open=open_))
    if referral.facts_of is not None:
        said.append(say("referral.facts_of", language, year=str(referral.facts_of)))
    return Place(title, " ".join(filter(None, said)), referral.sure)
