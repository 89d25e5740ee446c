"""Writes answers beside each other: one page over all, and each one's own files in a folder."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from cohorts.outlook.alternatives import MOST, Answer, Answers
from cohorts.record.hide import Hidden, hide
from cohorts.reports.page.side_by_side import alternatives_page
from cohorts.reports.write import FILES, WAITING, contents_of, save
from cohorts.words import Language

PAGE = "alternatives.html"


def write_alternatives(
    found: Answers, folder: Path, language: Language, hidden: Collection[Hidden] = ()
) -> Path:
    """Writes the page, and below it folders ``1``, ``2``, …; gives the path of the page.

    All of it or none; what an earlier time left in folders of answers that are no more goes.
    Raises InputError.
    """
    contents = {PAGE: alternatives_page(hidden_in(found, hidden), language).encode()}
    for answer in found.answers:
        own = contents_of(answer.proposal, language, hidden=hidden)
        contents |= {f"{answer.number}/{file}": content for file, content in own.items()}
    every = (f"{number}/{file}" for number in range(1, MOST + 1) for file in (*FILES, WAITING))
    gone = [file for file in every if file not in contents and (folder / file).is_file()]
    save(folder, contents, gone)
    return folder / PAGE


def hidden_in(found: Answers, hidden: Collection[Hidden]) -> Answers:
    """The answers as somebody would tell them who does not know what is hidden."""
    if not hidden:
        return found
    return replace(found, answers=tuple(_blind(answer, hidden) for answer in found.answers))


def _blind(answer: Answer, hidden: Collection[Hidden]) -> Answer:
    proposal = hide(answer.proposal, hidden)
    known = {rule.key for rule in proposal.programme.rules}
    rules = tuple(step for step in answer.rules if step.rule in known)
    return replace(answer, proposal=proposal, rules=rules)
