"""What a group is called wherever somebody reads of it."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.programme.own_words import in_own_words
from cohorts.words import Language


@in_own_words
def group_name(proposal: Proposal, number: int, language: Language) -> str:
    """Its number in words, with the theme it took where at least half of its members named that."""
    word = proposal.programme.word("group", language).capitalize()
    themes = [
        str(group.facts["title"])
        for _, group in proposal.found_in.get(number, ())
        if group.facts.get("title")
    ]
    return f"{word} {number}" + (f": {themes[0]}" if themes else "")
