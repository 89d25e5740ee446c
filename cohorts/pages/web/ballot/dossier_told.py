"""A dossier as it is read: three lines, the answers in words, and what was said of it so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cohorts.committee.votes import Criterion
from cohorts.rounds.balloting.own_ballot import Dossier
from cohorts.rounds.balloting.readable import Answer, readable
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.words import Language, say
from cohorts.words.phrase import amount, exactly, field_name, value_said

UNITS = {"founded": "year", "fte": "fte", "turnover": "euro", "profit": "euro"}
IN_SHORT = ("place", "founded", "fte", "turnover")
LONGEST_LINE = 180
MOST_BUTTONS = 11


@dataclass(frozen=True)
class Told:
    """``lines``: what they do, who they are, what they ask. ``answers``: (what was asked, said)."""

    person: str
    name: str
    lines: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    judged: dict[str, Any]
    at: str
    help: str | None


def told(dossier: Dossier, offered: str | None, language: Language) -> Told:
    """``offered``: what was written with an offer of help; None: none."""
    found = {one.field: one for one in readable(dossier.applicant)}
    vote = dossier.vote
    return Told(
        str(dossier.person),
        dossier.applicant.label,
        tuple(line for line in _lines(found, language) if line),
        tuple(_asked(one, language) for one in found.values() if one.field != "company"),
        as_json(vote.judged if vote else Judged(), vote.remark if vote else ""),
        vote.at if vote else "",
        offered,
    )


def as_json(judged: Judged, note: str) -> dict[str, Any]:
    """As the page sends it."""
    return {
        "yes": judged.yes,
        "scores": [None if one is None else _plain(one) for one in judged.scores],
        "abstained": judged.abstained,
        "later": judged.later,
        "note": note,
    }


def _plain(score: Fraction) -> str:
    return str(score.numerator) if score.denominator == 1 else str(float(score))


def _lines(found: dict[str, Answer], language: Language) -> Iterator[str]:
    yield _cut(str(found["activity"].value)) if "activity" in found else ""
    yield " · ".join(_short(found[name], language) for name in IN_SHORT if name in found)
    asks = found.get("question") or found.get("ambition_text")
    yield _cut(str(asks.value)) if asks else ""


def _short(one: Answer, language: Language) -> str:
    said = _said(one, language)
    return say(f"ballot.short_{one.field}", language, said=said)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE].rsplit(' ', 1)[0]} …"


def _asked(one: Answer, language: Language) -> tuple[str, str]:
    name = field_name(one.field, language)
    return name[:1].upper() + name[1:], _said(one, language)


def _said(one: Answer, language: Language) -> str:
    if isinstance(one.value, float):
        return amount(one.value, UNITS.get(one.field, "number"), language)
    return value_said(one.field, one.value, language) if one.field == "life_phase" else one.value


@dataclass(frozen=True)
class Scale:
    """A criterion with a button for each score; none where there would be too many."""

    name: str
    low: str
    high: str
    buttons: tuple[tuple[str, str], ...]
    anchors: tuple[tuple[str, str], ...]


def scale(one: Criterion, language: Language) -> Scale:
    """``buttons``: (score, what it stands for); ``anchors``: those that stand for something."""
    whole = one.low.denominator == one.high.denominator == 1
    scores = range(int(one.low), int(one.high) + 1) if whole else range(0)
    few = scores if len(scores) <= MOST_BUTTONS else range(0)
    return Scale(
        one.name,
        _plain(one.low),
        _plain(one.high),
        tuple((str(score), one.anchors.get(Fraction(score), "")) for score in few),
        tuple((exactly(float(s), language), text) for s, text in sorted(one.anchors.items())),
    )
