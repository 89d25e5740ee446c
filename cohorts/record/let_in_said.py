"""Who takes part although a condition says no, in words: what it says of them, and why they do."""

from __future__ import annotations

from cohorts.programme.programme import Programme
from cohorts.round.admittance import LetIn
from cohorts.words import Language, say


def refused_said(one: LetIn, programme: Programme, language: Language) -> str:
    """What the conditions say of them."""
    return " ".join(programme.condition(j.condition).sentence(j, language) for j in one.judgements)


def let_in_said(one: LetIn, programme: Programme, language: Language, who: str = "") -> str:
    """The same with the reason. ``who``: by name, where it does not stand beside it."""
    key = "reasons.let_in_of" if who else "reasons.let_in"
    whole = say(key, language, who=who, said=refused_said(one, programme, language))
    reason = one.reason.rstrip(" .")
    return f"{whole} {say('reasons.let_in_why', language, reason=reason)}" if reason else whole
