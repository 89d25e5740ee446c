"""What a member votes with on paper: the sheet of ties, the ballot with its dossiers, the receipt.

The stamp, with the member's name, is printed above every sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cohorts.committee.votes import Asked, Criterion
from cohorts.reports.ballot_xlsx import MOST_LISTED
from cohorts.reports.dossier_said import answers_of, lines_of
from cohorts.reports.looks_at_said import looks_at
from cohorts.reports.page.draw import draw
from cohorts.reports.stage_said import rule_about, silence_means, stage_said
from cohorts.reports.stamp import Stamped
from cohorts.reports.ties_said import examples_of, in_one
from cohorts.rounds.balloting.paper_ballot import PaperBallot
from cohorts.rounds.balloting.send import Receipt
from cohorts.rounds.judging.stage_head import RELEASED
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.words import Language, say
from cohorts.words.dutch_time import dutch_time
from cohorts.words.phrase import exactly

TIES = (Tie.NONE, Tie.KNOWS, Tie.HANDLES, Tie.PERSONAL, Tie.ABSTAINS)


@dataclass(frozen=True)
class Scale:
    """``boxes``: one for each score; none where there would be too many."""

    name: str
    range: str
    boxes: tuple[str, ...]
    anchors: tuple[str, ...]


def ties_sheet(ballot: PaperBallot, language: Language) -> str:
    """All names with a box for each tie, and a line to sign: nothing of any dossier."""
    return _drawn(
        "paper_ties",
        ballot,
        language,
        "ties_title",
        ties=[
            {
                "name": say(f"ballot.tie_{tie.value}", language),
                "means": say(f"ballot.tie_{tie.value}_means", language)
                if tie.value != "none"
                else "",
                "examples": examples_of(ballot.stage.plan, tie, language),
            }
            for tie in TIES
        ],
        names=[
            {
                "name": one.applicant.label,
                "whose": one.applicant.name or "",
                "place": one.applicant.place or "",
            }
            for one in ballot.names
        ],
    )


def paper_ballot_page(ballot: PaperBallot, language: Language) -> str:
    """Every dossier with its boxes, each on a new sheet; nothing of who is kept from them."""
    plan = ballot.stage.plan
    return _drawn(
        "paper_ballot",
        ballot,
        language,
        "bundle_title",
        fixed=[*stage_said(plan, language), rule_about(plan, language)],
        silence=silence_means(plan, language),
        scores=plan.asked is Asked.SCORES,
        looks_at=in_one(looks_at(plan, language)),
        scales=[_scale(one.spoken(language), language) for one in plan.stage.criteria],
        dossiers=[
            {
                "key": row.key,
                "name": row.applicant.label,
                "lines": lines_of(row.applicant, language),
                "answers": answers_of(row.applicant, language),
            }
            for row in ballot.rows
        ],
    )


def paper_receipt(ballot: PaperBallot, receipt: Receipt, language: Language) -> str:
    """For the member: that it was entered, by whom, and how an auditor finds it; not what."""
    return _drawn(
        "paper_receipt",
        ballot,
        language,
        "receipt_title",
        turn=receipt.turn,
        receipt=receipt,
        at=dutch_time(receipt.at, language),
        is_open=ballot.stage.is_open and ballot.stage.turn == receipt.turn,
        is_closed=ballot.stage.phase in RELEASED,
    )


def _drawn(
    template: str,
    ballot: PaperBallot,
    language: Language,
    title: str,
    *,
    turn: int | None = None,
    **facts: Any,
) -> str:
    """``turn``: of what it tells; None: the present one."""
    stage, closes = ballot.stage, ballot.stage.closes_at
    said = {"number": str(stage.number), "stage": stage.plan.stage.title[language]}
    head = say(
        "paper.head", language, round=ballot.round_name, turn=str(turn or stage.turn), **said
    )
    for_whom = say("paper.for_member", language, name=ballot.member.called)
    kind = say(f"paper.{title}", language)
    return draw(
        template,
        language,
        stamp=Stamped(kind, (for_whom, head), decided=False),
        kind=kind,
        title=ballot.member.name,
        head=head,
        member=ballot.member.called,
        closes=dutch_time(closes, language) if closes else "",
        **facts,
    )


def _scale(one: Criterion, language: Language) -> Scale:
    low, high = exactly(float(one.low), language), exactly(float(one.high), language)
    whole = one.low.denominator == one.high.denominator == 1
    few = whole and one.high - one.low < MOST_LISTED
    scores = range(int(one.low), int(one.high) + 1) if few else range(0)
    anchors = sorted(one.anchors.items())
    return Scale(
        one.name,
        say("paper.from_to", language, low=low, high=high),
        tuple(map(str, scores)),
        tuple(f"{exactly(float(score), language)} = {text}" for score, text in anchors),
    )
