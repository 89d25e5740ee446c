"""Why somebody has no group, in words: for the organiser, and as it may be told to the person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from cohorts.composing.hindrances.causes import Kind
from cohorts.composing.proposal import Hindrance, NotPlaced
from cohorts.composing.to_call import Call
from cohorts.programme.programme import Programme
from cohorts.round.set_aside import Aside, SetAside
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import exactly, listed

MOST_GROUPS = 8
MOST_PEOPLE = 6
DECIDED = frozenset({*Kind, "selected"})
"""Codes of what is known to have decided; the others say what stands in the way here and there."""


OF_RULES = ("full_blocked", "blocked")
"""Codes of what a rule forbids in a group, full or not."""


def reason(
    not_placed: NotPlaced, programme: Programme, language: Language, *, points: bool = True
) -> str:
    """What decided; or every cause, one sentence each. ``points``: whether merit was given."""
    found = not_placed.hindrances
    if found and all(h.code in DECIDED for h in found):
        return _decided(found, programme, language, points=points)
    together = tuple(h.rule for h in found if h.code == "together")
    others = [h for h in found if h.code != "together"]
    others.sort(key=lambda h: (h.code in OF_RULES, h.groups if h.code in OF_RULES else ()))
    alike = groupby(others, key=lambda h: (h.code, h.groups))
    sentences = [_sentence(tuple(same), programme, language) for _, same in alike]
    if together:
        word = programme.word("group", language)
        titles = tuple(programme.rule(key).title(language) for key in together)
        sentences.append(say("reasons.together", language, group=word, rules=titles))
    return " ".join(sentences) or say("reasons.not_known", language)


def told(not_placed: NotPlaced, programme: Programme, language: Language) -> str:
    """The same to the person: no points, no names of others, and no rule that is about them."""
    kinds = [_kind_told(h.code) for h in not_placed.hindrances] or ["rule"]
    places = next((h.facts["places"] for h in not_placed.hindrances if "places" in h.facts), 0)
    word = programme.word("group", language)
    said = (say(f"reasons.told_{kind}", language, group=word, places=places) for kind in kinds)
    return " ".join(dict.fromkeys(said))


def _kind_told(code: str) -> str:
    """The kind of sentence for a person: whatever a rule forbids is told alike."""
    known = (*DECIDED - {Kind.MUST}, "none_open", "possible")
    return code if code in known else "rule"


def reason_aside(
    aside: SetAside, programme: Programme, language: Language, call: Call | None = None
) -> str:
    """That somebody stopped or did not go on; what refuses; no yes yet, and what it would do."""
    if aside.why is Aside.GONE:
        return say("reasons.gone", language)
    if aside.left_at is not None:
        return say(f"reasons.not_on_{aside.left_at.why}", language, stage=str(aside.left_at.stage))
    if aside.why is Aside.UNCONFIRMED:
        status = aside.applicant.status
        said = say(f"reasons.status_{status or 'unknown'}", language)
        waits = say("reasons.unconfirmed", language, status=said)
        return f"{waits} {_to_call(call, language)}" if call is not None else waits
    sentences = [programme.condition(j.condition).sentence(j, language) for j in aside.judgements]
    return " ".join(sentences) or say("reasons.a_condition", language)


def _to_call(call: Call, language: Language) -> str:
    """Why it is worth a call, and who would have to give way."""
    key = "to_call" if call.instead else "to_call_free"
    people = _people(tuple(a.label for a in call.instead), language)
    return say(f"reasons.{key}", language, people=people)


def _decided(
    found: Sequence[Hindrance], programme: Programme, language: Language, *, points: bool
) -> str:
    """One cause is a sentence; of several is said that they kept somebody out together."""
    sentences = [_cause(hindrance, programme, language, points=points) for hindrance in found]
    if len(sentences) == 1:
        return sentences[0]
    return " ".join([say("reasons.several", language, count=len(sentences)), *sentences])


def _cause(hindrance: Hindrance, programme: Programme, language: Language, *, points: bool) -> str:
    word = programme.word("group", language)
    key = hindrance.code
    if key == Kind.FIT and points:
        key = _of_fit(programme)
    if key == Kind.MUST and hindrance.groups:
        key = "must_in"
    facts: dict[str, object] = {
        "group": word,
        "groups": f"{word} {_groups(hindrance.groups, language)}",
        "rules": _rule(hindrance, programme, language) if hindrance.rule else "",
        "ahead": len(hindrance.people),
        "people": _people(hindrance.people, language),
        "margin": exactly(programme.groups.margin, language),
        **hindrance.facts,
    }
    if key == Kind.STANDING and len(hindrance.people) < int(str(facts["places"])):
        facts["rules"] = _titles(hindrance.facts.get("by"), programme, language)
        key = "standing_together" if facts["rules"] else "standing_whole"
    said = say(f"reasons.{key}", language, **facts)
    return f"{said} {lower}" if (lower := _lower(hindrance, programme, language)) else said


def _lower(hindrance: Hindrance, programme: Programme, language: Language) -> str:
    """Who stands lower and yet has a place, and by which rules."""
    labels, rules = hindrance.facts.get("lower"), hindrance.facts.get("lower_by")
    if not isinstance(labels, tuple) or not isinstance(rules, tuple) or not rules:
        return ""
    titles = _titles(rules, programme, language)
    people = _people(labels, language)
    return say("reasons.lower", language, people=people, count=len(labels), rules=titles)


def _titles(keys: object, programme: Programme, language: Language) -> str:
    """Of rules, by key."""
    known = keys if isinstance(keys, tuple) else ()
    return "; ".join(programme.rule(key).title(language) for key in known)


def _of_fit(programme: Programme) -> str:
    """Fit decides among equals, within a margin, or weighed against everything else."""
    ranks = [rule for rule in programme.rules if rule.RANKS]
    if not ranks:
        return "fit"
    if programme.groups.margin:
        return "fit_in_margin"
    return f"fit_{programme.groups.standing}"


def _sentence(alike: tuple[Hindrance, ...], programme: Programme, language: Language) -> str:
    """Of hindrances of one kind in the same groups."""
    word = programme.word("group", language)
    groups = f"{word} {_groups(alike[0].groups, language)}"
    code = alike[0].code
    if code not in OF_RULES:
        return say(f"reasons.{code}", language, group=word, groups=groups)
    rules = "; ".join(_rule(hindrance, programme, language) for hindrance in alike)
    return say(f"reasons.{code}", language, groups=groups, rules=rules)


def _rule(hindrance: Hindrance, programme: Programme, language: Language) -> str:
    """What may not be there, and with whom."""
    title = programme.rule(hindrance.rule).title(language)
    if not hindrance.people:
        return title
    people = _people(hindrance.people, language)
    return say("reasons.rule_with", language, rule=title, people=people)


def _people(labels: tuple[str, ...], language: Language) -> str:
    """By name, as far as one can take in."""
    shown = list(labels[:MOST_PEOPLE])
    if len(labels) == MOST_PEOPLE + 1:
        shown = list(labels)
    elif len(labels) > MOST_PEOPLE:
        shown.append(say("reasons.more_people", language, count=len(labels) - MOST_PEOPLE))
    return listed(shown, language)


def _groups(numbers: tuple[int, ...], language: Language) -> str:
    few = first_of(numbers, MOST_GROUPS)
    shown = [str(n) for n in few]
    if more := len(numbers) - len(few):
        shown.append(say("reasons.more_groups", language, count=more))
    return listed(shown, language)
