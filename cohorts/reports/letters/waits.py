"""Who has no place and is not turned away: waits for a circle in preparation, or is helped alone.

As *Wie wacht* has it of the same proposal; nobody else of a circle is in it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.outlook.circles import Circle, circles_of
from cohorts.outlook.circles.circle_text import title_of
from cohorts.people.applicant import ApplicantId
from cohorts.reports.letters.letter import Outcome
from cohorts.words import Language, say


@dataclass(frozen=True)
class Waits:
    """``group``: the circle, as it is called; "": none so far. ``said``: more of it."""

    outcome: Outcome
    group: str = ""
    said: str = ""


def waits_of(
    proposal: Proposal, here: Collection[ApplicantId], language: Language
) -> Mapping[ApplicantId, Waits]:
    """Of who has no place by it, those of whom this is so. ``here``: who is in the round now.

    How many a circle lacks is said only while everybody of it is here.
    """
    programme = proposal.programme
    if not programme.groups.circles and not programme.individual:
        return {}
    found = circles_of(proposal)
    waits = dict.fromkeys((a.id for a in found.alone), Waits(Outcome.WAITS))
    offer = programme.individual.get(language)
    if offer:
        alone = Waits(
            Outcome.INDIVIDUAL,
            said=say("letter.offers", language, programme=programme.title[language], offer=offer),
        )
        waits |= dict.fromkeys((one.applicant.id for one in found.individual), alone)
    for circle in found.circles:
        ids = [a.id for a in circle.members]
        lacks = _lacks(circle, language) if all(who in here for who in ids) else ""
        said = " ".join(filter(None, (_theme(circle, language), lacks)))
        title = title_of(circle, found, language)
        waits |= dict.fromkeys(ids, Waits(Outcome.WAITS, title, said))
    return waits


def _theme(circle: Circle, language: Language) -> str:
    """What all of them named."""
    named = (one.facts.get("theme") for one in circle.findings.values() if one.verdict == "all")
    theme = next(filter(None, named), None)
    return say("letter.circle_theme", language, theme=theme) if theme else ""


def _lacks(circle: Circle, language: Language) -> str:
    if circle.lacks.possible:
        return say("letter.circle_ready", language)
    people = circle.lacks.people
    return say("letter.circle_lacks", language, count=people) if people else ""
