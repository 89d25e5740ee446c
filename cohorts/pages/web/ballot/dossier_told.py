"""A dossier as it is read: three lines, the answers in words, and what was said of it so far."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cohorts.committee.votes import Criterion
from cohorts.people.applicant import Applicant
from cohorts.reports.dossier_said import answers_of, lines_of
from cohorts.rounds.balloting.cast import How
from cohorts.rounds.balloting.own_ballot import Dossier
from cohorts.rounds.balloting.readable import readable
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.store.canonical import sha256
from cohorts.words import Language
from cohorts.words.phrase import exactly

MOST_BUTTONS = 11
FACT = 28
"""An answer of at most so many characters stands beside its question, not below it."""
WORDS_A_MINUTE = 238
"""Silent reading of texts that inform: Brysbaert 2019, a review of 190 studies."""
JUDGING_SECONDS = 8
"""For each thing that is asked: assumed; their own pace soon says more."""


@dataclass(frozen=True)
class Told:
    """``lines``: what they do, who they are, what they ask.

    ``answers``: (what was asked, said) of all that the lines do not say in full; ``facts``: the
    same of what is short. ``seconds``: that reading and judging it takes somebody, by a rule of
    thumb. ``mark``: another one once anything of it reads otherwise. ``changed``: the applicant
    corrected something since it was judged. ``entered``: by whom, from paper; "" where the member
    voted here. ``again``: the chair asked everybody to judge it anew. ``number``: of the version
    that is kept; 0: none.
    """

    person: str
    name: str
    lines: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    judged: dict[str, Any]
    at: str
    help: str | None
    seconds: int
    mark: str
    changed: bool = False
    entered: str = ""
    again: bool = False
    number: int = 0


def told(dossier: Dossier, offered: str | None, asked: int, language: Language) -> Told:
    """``offered``: what was written with an offer of help; None: none. ``asked``: how many things.

    Nothing stands there twice.
    """
    lines = lines_of(dossier.applicant, language)
    said = answers_of(dossier.applicant, language)
    vote = dossier.vote
    return Told(
        str(dossier.person),
        dossier.applicant.label,
        lines,
        tuple(one for one in said if not _is_fact(one)),
        tuple(one for one in said if _is_fact(one)),
        as_json(vote.judged if vote else Judged(), vote.remark if vote else ""),
        vote.at if vote else "",
        offered,
        seconds([*lines, *(word for one in said for word in one)], asked),
        mark_of(dossier.applicant),
        dossier.changed,
        vote.entered_by if vote else "",
        vote is not None and vote.how == How.AGAIN,
        vote.number if vote else 0,
    )


def mark_of(applicant: Applicant) -> str:
    """Of all that a member reads of them."""
    return sha256(repr([applicant.label, *readable(applicant)]))[:16]


def seconds(texts: list[str], asked: int) -> int:
    """That somebody needs to read them and to answer as many things as are asked."""
    words = sum(len(text.split()) for text in texts)
    return round(words * 60 / WORDS_A_MINUTE) + asked * JUDGING_SECONDS


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


def _is_fact(asked: tuple[str, str]) -> bool:
    return len(asked[0]) <= FACT and len(asked[1]) <= FACT and "\n" not in asked[1]


@dataclass(frozen=True)
class Scale:
    """A criterion with a button for each score; none where there would be too many."""

    name: str
    low: str
    high: str
    buttons: tuple[tuple[str, str], ...]
    anchors: tuple[tuple[str, str], ...]

    @property
    def of_two_digits(self) -> tuple[str, ...]:
        """The scores that take two keys."""
        return tuple(score for score, _ in self.buttons if score.isdigit() and len(score) > 1)


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
