"""A call for new members, to forward: it says who is wanted, and identifies nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cohorts.outlook.recruit.advice import Advice
from cohorts.outlook.recruit.advice_text import either, profile_said, traits_said, values_said
from cohorts.outlook.recruit.profile import Profile, Trait
from cohorts.programme.programme import Programme
from cohorts.words import Language, say
from cohorts.words.phrase import listed
from cohorts.words.sentences import sentences

WHERE = ("municipality", "province", "place")
WIDELY = ("province",)
"""Where those who wait happen to be: a call names no town that nobody asks for."""
ABOUT = ("themes",)
NOT_IN_PUBLIC = frozenset({"birth_year", "family", "competitors", "partner"})
"""What is nobody's business outside the programme."""


def to_forward(
    advice: Advice,
    likely: Sequence[Trait],
    programme: Programme,
    language: Language,
    *,
    there: int,
    smallest: int,
) -> str:
    """``there``: how many take part already; ``smallest``: with how many a group may start."""
    wanted = [Profile(p.people, _public(p.traits)) for p in advice.profiles]
    alone = wanted[0].traits if len(wanted) == 1 else ()
    where = _first(alone, WHERE) or _first(_public(likely), WIDELY)
    about = _first((*alone, *_public(likely)), ABOUT)
    said = {trait for trait in (where, about) if trait is not None}
    facts = {
        "programme": programme.title[language],
        "group": programme.word("group", language),
        "people": advice.people,
        "there": there,
        "start": max(smallest, there + advice.people),
        "where": _in_line("where", where, language),
        "about": _in_line("about", about, language),
    }
    rest = tuple(trait for trait in alone if trait not in said)
    asked = [traits_said(rest, language)] if rest else []
    if len(wanted) > 1:
        asked = [profile_said(profile, language) for profile in wanted if profile.traits]
    suits = [t for t in _public(likely) if t not in said and t not in alone]
    return " ".join(
        [
            say("recruit.forward", language, **facts),
            *(say("recruit.forward_who", language, profile=one) for one in asked),
            *_likely(suits, language),
            say("recruit.forward_end", language),
        ]
    )


def _likely(traits: Sequence[Trait], language: Language) -> Iterator[str]:
    """Whom it suits: a clause of its own for what has one, then the rest field by field."""
    clauses = {trait: _clause(trait, language) for trait in traits}
    if said := listed(tuple(filter(None, clauses.values())), language):
        yield say("recruit.forward_likely_who", language, clauses=said)
    if rest := [trait for trait, clause in clauses.items() if not clause]:
        yield say("recruit.forward_likely", language, traits=traits_said(rest, language))


def _clause(trait: Trait, language: Language) -> str:
    """``uit Zwolle komt``; empty where the field has none, or its values are not simply wanted."""
    key = f"recruit.who_{trait.field}"
    if not trait.values or _odd(trait) or key not in sentences(language):
        return ""
    values = values_said(trait, language)
    together = listed(values, language) if trait.every else either(values, language)
    return say(key, language, values=together)


def _public(traits: Sequence[Trait]) -> tuple[Trait, ...]:
    return tuple(trait for trait in traits if trait.field not in NOT_IN_PUBLIC)


def _first(traits: Sequence[Trait], fields: Sequence[str]) -> Trait | None:
    """The first that names plain values of one of these fields."""
    return next((t for t in traits if t.field in fields and t.values and not _odd(t)), None)


def _odd(trait: Trait) -> bool:
    """Whether its values are not simply those that are wanted."""
    return trait.other or trait.near or trait.missing


def _in_line(key: str, trait: Trait | None, language: Language) -> str:
    if trait is None:
        return ""
    values = listed(trait.values, language) if trait.every else either(trait.values, language)
    return say(f"recruit.forward_{key}", language, values=values)
