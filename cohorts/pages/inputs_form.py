"""The numbers of a round: a field for each input that is no file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cohorts.composing.input import Field, Input
from cohorts.composing.inputs import INPUTS, Given
from cohorts.pages.session import session
from cohorts.pages.told import t
from cohorts.programme.programme import Programme
from cohorts.round.room import Room, RoomMode

Sides = tuple[DeltaGenerator, DeltaGenerator]
"""The left and the right half of a row."""


def given_by(programme: Programme) -> Given:
    """What is filled in, and the files that were added; what says nothing is left out."""
    # a field of its own for each programme, or the first one's sizes would stay for the next
    own = {name: f"{name}_{programme.name}" for name in INPUTS}
    given = {name: upload.value for name, upload in session().beside.items()}
    for name, one in INPUTS.items():
        drawn = DRAWN.get(one.field)
        if drawn is not None and (not one.beside or one.beside in given):
            value = drawn(name, one, one.usual and one.usual(programme), own[name])
            if value is not None:
                given[name] = value
    return cast("Given", given)  # a value for each by its own field


def _row() -> Sides:
    left, right = st.columns(2)
    return left, right


def _number(name: str, one: Input, _usual: Any, key: str) -> int | None:
    """0 says nothing."""
    said = st.number_input(t(name), 0, one.most, 0, key=key, help=t(f"{name}_help"))
    return int(said) or None


def _range(_name: str, one: Input, usual: Any, key: str) -> tuple[int, int]:
    (left, right), (low, high) = _row(), usual
    smallest = left.number_input(t("smallest"), 1, one.most, low, key=f"{key}_smallest")
    largest = right.number_input(t("largest"), 1, one.most, high, key=f"{key}_largest")
    return int(smallest), int(largest)


def _room(name: str, _one: Input, usual: Any, key: str) -> str:
    (left, right), now = _row(), Room.parse(usual)
    modes = {str(mode): t(f"{name}_{mode.replace(' ', '_')}") for mode in RoomMode}
    mode = left.selectbox(
        t(name), list(modes), list(modes).index(now.mode), format_func=modes.__getitem__, key=key
    )
    counted = mode in {RoomMode.AT_MOST, RoomMode.EXACTLY}
    count = right.number_input(
        t("places_count"), 1, 100_000, now.number or 10, key=f"{key}_count", disabled=not counted
    )
    return f"{mode} {count}" if counted else mode


def _day(name: str, _one: Input, _usual: Any, key: str) -> date | None:
    return st.date_input(t(name), None, key=key, help=t(f"{name}_help"), format="DD-MM-YYYY")


def _choice(name: str, one: Input, usual: Any, key: str) -> Any:
    words = {option: t(f"{name}_{option}") for option in one.options}
    options = list(words)
    said = st.selectbox(
        t(name), options, options.index(usual), format_func=words.__getitem__, key=key
    )
    return one.read(said, ())


def _switch(name: str, _one: Input, _usual: Any, key: str) -> bool | None:
    return st.toggle(t(name), value=False, key=key, help=t(f"{name}_help")) or None


DRAWN: Mapping[Field, Callable[[str, Input, Any, str], Any]] = {
    Field.NUMBER: _number,
    Field.RANGE: _range,
    Field.ROOM: _room,
    Field.DAY: _day,
    Field.CHOICE: _choice,
    Field.SWITCH: _switch,
}
"""How each kind of field is drawn: name, input, what is usual, its key → what is filled in."""
