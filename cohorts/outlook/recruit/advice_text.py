"""Whom to recruit, in words for the organiser."""

from __future__ import annotations

from collections.abc import Sequence

from babel.lists import format_list

from cohorts.errors import Problem
from cohorts.outlook.recruit.advice import Advice, Remedy, Stuck
from cohorts.outlook.recruit.profile import Profile, Trait
from cohorts.people.day_parts import part_said
from cohorts.words import Language, say
from cohorts.words.phrase import amount, listed, value_said

STUCK = {
    Stuck.SEVERAL: "recruit.nobody",
    Stuck.NUMBERS: "recruit.numbers",
    Stuck.UNSURE: "recruit.unsure",
}
UNITS = {"turnover": "euro", "profit": "euro", "founded": "year", "birth_year": "year"}


def profile_said(profile: Profile, language: Language) -> str:
    """How many people, and what they are like."""
    traits = traits_said(profile.traits, language)
    return say(
        "recruit.profile", language, people=people_said(profile.people, language), who=traits
    )


def people_said(people: int, language: Language) -> str:
    """One person, or so many people."""
    return say("recruit.people", language, people=people)


def traits_said(traits: Sequence[Trait], language: Language) -> str:
    """Every trait; where there is none, anybody will do."""
    said = "; ".join(trait_said(trait, language) for trait in traits)
    return said or say("recruit.anybody", language)


def trait_said(trait: Trait, language: Language) -> str:
    """One trait, with numbers as people say them."""
    unit = UNITS.get(trait.field, "number")
    values = values_said(trait, language)
    facts: dict[str, object] = {
        "field": trait.field,
        "values": either(values, language),
        "all": listed(values, language),
        "low": "" if trait.low is None else amount(trait.low, unit, language),
        "high": "" if trait.high is None else amount(trait.high, unit, language),
    }
    return say(f"recruit.trait_{_kind(trait)}", language, **facts)


def values_said(trait: Trait, language: Language) -> list[str]:
    """Parts of the week and codes of ours in this language, other values as they are."""
    return [part_said(value_said(trait.field, v, language), language) for v in trait.values]


def _kind(trait: Trait) -> str:
    if trait.missing:
        return "missing"
    if trait.near:
        return "near_to" if trait.values else "near"
    if trait.low is not None or trait.high is not None:
        if trait.low == trait.high:
            return "about"
        return "up_to" if trait.low is None else "from" if trait.high is None else "between"
    if trait.other:
        return "differs" if trait.different else "same" if trait.same else "other"
    return "every" if trait.every else "value"


def either(values: Sequence[str], language: Language) -> str:
    """a, b of c: one of these."""
    locale = {Language.NL: "nl", Language.EN: "en_GB"}[language]
    return format_list(list(values), style="or", locale=locale)


def remedy_said(remedy: Remedy, language: Language) -> str:
    """One thing that makes it possible without recruiting for it."""
    if remedy.groups:
        said = say("recruit.remedy_groups", language, groups=remedy.groups)
    elif remedy.labels:
        said = say("recruit.remedy_relation", language, people=remedy.labels)
    else:
        said = say("recruit.remedy_rule", language, rule=remedy.rule)
    if not remedy.profiles:
        return said
    more = listed([profile_said(p, language) for p in remedy.profiles], language)
    return say("recruit.remedy_more", language, remedy=said, profiles=more)


def as_problem(advice: Advice) -> Problem:
    """What may stand behind "nothing can be composed"."""
    profiles = {
        language: "; ".join(f"{profile_said(p, language)}" for p in advice.profiles)
        for language in Language
    }
    if advice.profiles:
        return Problem("recruit.wanted", "", {"profiles": profiles})
    if not advice.tried:
        return Problem("recruit.too_large")
    if advice.stuck is not None:
        return Problem(STUCK[advice.stuck])
    remedies = {
        language: "; ".join(remedy_said(r, language) for r in advice.remedies)
        for language in Language
    }
    return Problem("recruit.otherwise", "", {"remedies": remedies})
