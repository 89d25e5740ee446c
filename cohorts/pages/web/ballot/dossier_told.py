"""A dossier as it is read: three lines, the answers in words, and what was said of it so far."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cohorts.committee.votes import Criterion
from cohorts.reports.dossier_said import answers_of, lines_of
from cohorts.rounds.balloting.own_ballot import Dossier
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.words import Language
from cohorts.words.phrase import exactly

MOST_BUTTONS = 11


@dataclass(frozen=True)
class Told:
    """``lines``: what they do, who they are, what they ask. ``answers``: (what was asked, said).

    ``entered``: by whom it was entered from paper; "" where the member voted here.
    """

    person: str
    name: str
    lines: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    judged: dict[str, Any]
    at: str
    help: str | None
    entered: str = ""


def told(dossier: Dossier, offered: str | None, language: Language) -> Told:
    """``offered``: what was written with an offer of help; None: none."""
    vote = dossier.vote
    return Told(
        str(dossier.person),
        dossier.applicant.label,
        lines_of(dossier.applicant, language),
        answers_of(dossier.applicant, language),
        as_json(vote.judged if vote else Judged(), vote.remark if vote else ""),
        vote.at if vote else "",
        offered,
        vote.entered_by if vote else "",
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
