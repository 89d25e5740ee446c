"""What does not hold in a column: groups too small or too large, musts that are broken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cohorts.hands.board import Board
from cohorts.hands.sizes_off import places_off, sizes_off
from cohorts.pages.told import page_words
from cohorts.people.applicant import ApplicantId
from cohorts.round.finding import OF_ALL, GroupFinding
from cohorts.round.overrides import Override
from cohorts.words import Language

t = page_words("board")


def wrong_in(board: Board, group: int | None, language: Language) -> Iterator[dict[str, Any]]:
    """Each breach: its sentence; its reason where it has one, else the must and somebody in it.

    What belongs to no group stands with whoever has no place.
    """
    for off in sizes_off(board.now):
        if off.group == group:
            facts = {"size": off.size, "smallest": off.smallest, "largest": off.largest}
            yield {"sentence": t("size_off", **facts), "reason": "", "rule": "", "person": ""}
    if group is None and places_off(board.now):
        yield {"sentence": t("places_off"), "reason": "", "rule": "", "person": ""}
    given = {(o.breach, o.person): o for o in board.overrides}
    for finding in board.now.standing.findings:
        for found in finding.broken:
            if found.group == (OF_ALL if group is None else group):
                about = found.people or (ApplicantId(""),)
                why = [given.get((finding.rule, person)) for person in about]
                known = [one for one in why if one is not None]
                whole = len(known) == len(why)
                yield {
                    "sentence": _said(board, finding.rule, found, language),
                    "reason": _because(known[0]) if whole else "",
                    "rule": finding.rule,
                    "person": str(board.begun.round.rows[found.people[0]]) if found.people else "",
                }


def _because(given: Override) -> str:
    return t("because", reason=given.reason.rstrip(" ."), by=given.by)


def _said(board: Board, key: str, found: GroupFinding, language: Language) -> str:
    rule = board.programme.rule(key)
    return rule.sentence(found, language) if found.verdict else rule.title(language)
