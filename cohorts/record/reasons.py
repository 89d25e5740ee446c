"""Why somebody has no group, in words."""

from __future__ import annotations

from itertools import groupby

from cohorts.composing.proposal import Hindrance, NotPlaced
from cohorts.programme.programme import Programme
from cohorts.round.set_aside import Aside, SetAside
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import listed

MOST_GROUPS = 8


def reason(not_placed: NotPlaced, programme: Programme, language: Language) -> str:
    """Every cause, one sentence each; of one group what stands in the way there, together."""
    together = tuple(h.rule for h in not_placed.hindrances if h.code == "together")
    others = [h for h in not_placed.hindrances if h.code != "together"]
    others.sort(key=lambda h: (h.code == "rule", h.groups if h.code == "rule" else ()))
    alike = groupby(others, key=lambda h: (h.code, h.groups))
    sentences = [_sentence(tuple(found), programme, language) for _, found in alike]
    if together:
        word = programme.word("group", language)
        titles = tuple(programme.rule(key).title(language) for key in together)
        sentences.append(say("reasons.together", language, group=word, rules=titles))
    return " ".join(sentences) or say("reasons.no_better", language)


def reason_aside(aside: SetAside, programme: Programme, language: Language) -> str:
    """Every condition that refuses, or that there is no yes yet."""
    if aside.why is Aside.UNCONFIRMED:
        status = aside.applicant.status
        said = say(f"reasons.status_{status or 'unknown'}", language)
        return say("reasons.unconfirmed", language, status=said)
    sentences = [programme.condition(j.condition).sentence(j, language) for j in aside.judgements]
    return " ".join(sentences) or say("reasons.a_condition", language)


def _sentence(alike: tuple[Hindrance, ...], programme: Programme, language: Language) -> str:
    """Of hindrances of one kind in the same groups."""
    word = programme.word("group", language)
    groups = f"{word} {_groups(alike[0].groups, language)}"
    if alike[0].code != "rule":
        return say(f"reasons.{alike[0].code}", language, group=word, groups=groups)
    rules = "; ".join(_rule(hindrance, programme, language) for hindrance in alike)
    return say("reasons.rule", language, groups=groups, rules=rules)


def _rule(hindrance: Hindrance, programme: Programme, language: Language) -> str:
    """What may not be there, and with whom."""
    title = programme.rule(hindrance.rule).title(language)
    if not hindrance.people:
        return title
    return say("reasons.rule_with", language, rule=title, people=hindrance.people)


def _groups(numbers: tuple[int, ...], language: Language) -> str:
    few = first_of(numbers, MOST_GROUPS)
    shown = [str(n) for n in few]
    if more := len(numbers) - len(few):
        shown.append(say("reasons.more_groups", language, count=more))
    return listed(shown, language)
