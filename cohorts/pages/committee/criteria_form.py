"""Criteria with weights, and what the ends of each scale stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import streamlit as st

from cohorts.committee.ballot_files.criteria_file import StatedCriterion
from cohorts.pages.told import language, page_words
from cohorts.words import Language

t = page_words("committee")
MOST = 12
MOST_STEPS = 10
FIRST = 3
"""Criteria that a new form asks."""


def criteria_form(key: str, stated: Sequence[StatedCriterion]) -> list[dict[str, Any]]:
    """As a file of criteria states them; one without a name is left out."""
    number = st.number_input(
        t("criteria"), 1, MOST, min(len(stated), MOST) or FIRST, key=f"criteria_{key}", width=240
    )
    rows = [_criterion(place, f"{place}_{key}", stated) for place in range(int(number))]
    return [row for row in rows if row["name"]]


def _criterion(place: int, key: str, stated: Sequence[StatedCriterion]) -> dict[str, Any]:
    spoken = language()
    now = stated[place] if place < len(stated) else None
    number = str(place + 1)
    with st.container(border=True):
        columns = st.columns([4, 1, 1, 1])
        called = now.name if now else {}
        name = columns[0].text_input(
            t("criterion", number=number), called.get(spoken, ""), 200, key=f"criterion_{key}"
        )
        weight = _number(columns[1], t("weight"), now.weight if now else Fraction(1), f"w_{key}")
        low = _number(columns[2], t("low"), now.low if now else Fraction(1), f"low_{key}")
        high = _number(columns[3], t("high"), now.high if now else Fraction(5), f"high_{key}")
        said: dict[Fraction, Any] = dict(now.anchors) if now else {}
        between = sorted(score for score in said if low < score < high)
        if st.toggle(t("between"), bool(between), key=f"between_{key}"):
            between = sorted({*between, *_steps(low, high)})
        ends = st.columns(2)
        for at, score in enumerate((low, *between, high)):
            end = "low" if score == low else "high" if score == high else _shown(score)
            label = t("anchor", score=_shown(score), number=number)
            was = said.get(score, {})
            text = ends[at % 2].text_input(
                label, was.get(spoken, ""), 500, key=f"anchor_{end}_{key}"
            )
            said |= {score: _typed(text, was, spoken)}
    anchors = {score: text for score, text in said.items() if text and low <= score <= high}
    given = {"weight": weight, "low": low, "high": high, "anchors": anchors}
    return {"name": _typed(name, called, spoken), **given}


def _steps(low: Fraction, high: Fraction) -> Iterator[Fraction]:
    """One by one from the lowest, without the ends; none of a scale with too many."""
    steps = int(high - low)
    return (low + step for step in range(1, steps) if steps <= MOST_STEPS and low + step < high)


def _typed(text: str, was: Mapping[Language, str], spoken: Language) -> object:
    """What nobody changed stays as it is in the other languages; what was typed is of any."""
    typed = text.strip()
    return was if was and typed == was[spoken] else typed


def _number(column: Any, label: str, value: Fraction, key: str) -> Fraction:
    """Exactly what it was where nobody changed it."""
    given = column.number_input(label, value=float(value), step=1.0, format="%g", key=key)
    return value if given == float(value) else Fraction(str(given))


def _shown(score: Fraction) -> str:
    return f"{float(score):g}"
