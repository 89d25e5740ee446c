"""What a group is called in a sentence: the programme's own word and its number."""

from __future__ import annotations

from cohorts.programme.programme import Programme
from cohorts.words import Language


def called(programme: Programme, number: int, language: Language) -> str:
    """``kring 3``, as it stands in the middle of a sentence."""
    return f"{programme.word('group', language)} {number}"
