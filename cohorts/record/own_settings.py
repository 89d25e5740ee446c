"""What a check takes from the proposal itself, for whoever checks did not give it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cohorts.composing.inputs import INPUTS, Given
from cohorts.programme.programme import Programme
from cohorts.record.document import ProposalDocument
from cohorts.record.reopen import given_with


def own_settings(
    stated: ProposalDocument, given: Given, programme: Programme
) -> Iterator[tuple[str, str, str]]:
    """Of each setting its place, its option, and its value as it would be typed.

    But not where the value is what the programme says as well, or what is taken where nothing is
    given: of the day that is today. ``programme``: the one it was composed by.
    """
    taken: Mapping[str, Any] = given_with({}, stated, files=False)
    for name, value in taken.items():
        one = INPUTS[name]
        usual = one.nothing if one.usual is None else one.usual(programme)
        if given.get(name) is None and value not in (usual, date.today()):  # noqa: DTZ011 - theirs
            yield one.stated, one.option.flag, _typed(value)


def _typed(value: object) -> str:
    if isinstance(value, tuple):
        return "-".join(map(str, value))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{who}={group}" for who, group in value.items())
    return "" if value is True else str(value)
