"""Where somebody can go, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from babel.dates import format_date

from cohorts.referral import Referral
from cohorts.words import Language, say


def referred(found: Sequence[Referral], language: Language) -> list[str]:
    """One text for each place to go; where none is sure, that first."""
    none = [] if any(referral.sure for referral in found) else [say("referral.none", language)]
    return [*none, *(_said(referral, language) for referral in found)]


def called(referral: Referral, language: Language) -> str:
    """What it is called, and where that is so that it is not sure."""
    title = referral.title[language]
    return title if referral.sure else f"{say('referral.perhaps', language)} {title}"


def _said(referral: Referral, language: Language) -> str:
    title = called(referral, language)
    said = [f"{title}{'' if title.endswith(('.', '!')) else '.'}", referral.about.get(language, "")]
    if referral.later is not None:
        day = format_date(referral.later, "long", locale=language.value)
        said.append(say("referral.later", language, day=day))
    if referral.to_ask:
        open_ = "; ".join(title[language] for title in referral.to_ask)
        said.append(say("referral.to_ask", language, open=open_))
    if referral.facts_of is not None:
        said.append(say("referral.facts_of", language, year=str(referral.facts_of)))
    return " ".join(filter(None, said))
