"""The sentences of the twelve samples and of small rounds, composed once per process."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from cohorts.cli.inputs import Typed
from cohorts.composing.compose import compose
from cohorts.composing.proposal import Proposal
from cohorts.errors import CohortsError
from cohorts.hands.board import Board
from cohorts.intake.fields.field_map import read_maps
from cohorts.outlook.circles import circles_of
from cohorts.outlook.circles.circle_text import brief, sections
from cohorts.outlook.prices import prices
from cohorts.people.applicant import Applicant
from cohorts.programme.catalogue import catalogue
from cohorts.programme.programme import load_programme, presets
from cohorts.record.document import document
from cohorts.record.seating import seating_of
from cohorts.reports.compared import diff_lines
from cohorts.reports.outcome import outcome
from cohorts.reports.page import page
from cohorts.reports.page.few_words import few_words
from cohorts.reports.prices import price_lines
from cohorts.reports.readers import Reader, files_for
from cohorts.reports.start import parse_start
from cohorts.reports.step import step_lines
from cohorts.reports.xlsx import workbook
from cohorts.round.diff import diff
from cohorts.words import Language
from cohorts.words.vocabulary import speaking
from tests.cohorts.small_round import RULES, none_open, people, programme, relations, small
from tests.cohorts.words.said.blocks import of_page, of_workbook

ROOT = Path(__file__).parents[4]
SMALL = ("small", "none_open")
ROUNDS = (*presets(), *SMALL)
START = "2026-10-05"
SHORTEST = 3


@dataclass(frozen=True)
class Said:
    """One block of text on one page; ``bare``: names and answers taken out.

    ``named``: how often somebody is named in it.
    """

    page: str
    kind: str
    text: str
    bare: str
    named: int


@cache
def proposal_of(name: str) -> Proposal:
    """The last stage of a sample, or a small round."""
    if name == "small":
        return small().proposal
    if name == "none_open":
        return none_open()
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    *_, step = importlib.import_module("sample_data.demo").steps(name, Path("unused"))
    given = dict(zip(step.given[::2], step.given[1::2], strict=True))
    values: dict[str, Any] = {
        "on": given.get("--on"),
        "seed": 1,
        "relations": Path(given["--relations"]) if "--relations" in given else None,
        "merit": Path(given["--merit"]) if "--merit" in given else None,
    }
    maps = partial(read_maps, [given["--map"]] if "--map" in given else [], None)
    with speaking({}):  # whose words are spoken ends here, as it does with a command
        read = Typed(step.applicants, given["--programme"], maps, values).read()
    return compose(read.applicants, read.programme, effort="quick", **read.given)


@cache
def said(name: str, language: Language) -> tuple[Said, ...]:
    """Every block of every page of a round."""
    quoted, names = _quoted(name), _names(name)
    return tuple(
        Said(page_, kind, text, quoted.sub("◦", text), len(names.findall(text)))
        for page_, kind, text in _pages(proposal_of(name), name, language)
    )


def _pages(proposal: Proposal, name: str, language: Language) -> Iterator[tuple[str, str, str]]:
    htmls = {"report": page(proposal, language)}
    htmls |= {
        file: text
        for file, text in files_for(list(Reader), proposal, parse_start(START), language).items()
        if file.endswith(".html")
    }
    for file, html in htmls.items():
        yield from ((file, kind, text) for kind, text in of_page(html))
    yield from (
        ("workbook", kind, text) for kind, text in of_workbook(workbook(proposal, language))
    )
    lines = {"outcome": outcome(proposal, language)}
    if proposal.not_placed:
        circles = circles_of(proposal)
        lines["brief"] = brief(circles, language)
        lines["circles"] = [line for one in sections(circles, language) for line in one.lines]
    lines |= _by_hand(name, language)
    if name in SMALL:
        lines["prices"] = _prices(name, language)
    for where, told in lines.items():
        yield from ((where, "line", line.strip()) for line in told if line.strip())


@cache
def _swapped(name: str) -> tuple[Board, Board] | None:
    """Before and after a swap of two people; a board keeps its proposal, which takes a while."""
    proposal = proposal_of(name)
    groups = list(proposal.composition.groups.values())
    if len(groups) < 2:
        return None
    board = Board.of(proposal)
    try:
        return board, board.swap(groups[0][0].id, groups[1][0].id)
    except CohortsError:
        return None


def _by_hand(name: str, language: Language) -> dict[str, list[str]]:
    """What a swap of two people does, and what then differs."""
    boards, proposal = _swapped(name), proposal_of(name)
    if boards is None:
        return {}
    board, after = boards
    change = after.change_since(board)
    one, other = (document(b.proposal(), language) for b in boards)
    labels = {a.id: a.label for a in proposal.round.applicants}
    found = diff(seating_of(one), seating_of(other))
    return {
        "edit": step_lines(change, board.programme, language),
        "diff": diff_lines(found, labels, language, proposal.programme),
    }


@cache
def _found(name: str) -> Any:
    assert name == "small"
    some, rules = people(12), RULES[:4] + RULES[7:8]
    return prices(some, programme(rules, "everyone"), relations=relations()[:2], effort="quick")


def _prices(name: str, language: Language) -> list[str]:
    return price_lines(_found(name), language) if name == "small" else []


@cache
def _quoted(name: str) -> re.Pattern[str]:
    """Names and answers of people, and what the programme itself wrote: not our words."""
    proposal = proposal_of(name)
    found = {value for a in _everybody(proposal) for value in _values(a)}
    written = [text for a in _everybody(proposal) for text in (a.activity, a.offer) if text]
    found |= set(map(few_words, written))  # as a page shortens them
    found |= {" ".join(value.split()) for value in found}
    found |= {a.company or "" for a in _everybody(proposal)}
    found |= set(_written_by_others(proposal))
    found |= {r.note.rstrip(" .") for r in proposal.round.relations if r.note}
    return _any_of(found)


@cache
def _names(name: str) -> re.Pattern[str]:
    """What people and their companies are called."""
    everybody = _everybody(proposal_of(name))
    return _any_of({said_ for a in everybody for said_ in (a.label, a.name, a.company) if said_})


def _any_of(found: set[str]) -> re.Pattern[str]:
    """The longest that stands there, as whole words."""
    longest = sorted((v for v in found if len(v) >= SHORTEST), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _written_by_others(proposal: Proposal) -> Iterator[str]:
    """What programmes and practices say of themselves, in every language."""
    yield proposal.programme.source
    texts = [text for entry in catalogue() for text in (entry.title, entry.for_whom)]
    for known in map(load_programme, presets()):
        texts += [known.title, known.about, known.individual]
    told = [said_ for text in texts for said_ in text.values()]
    yield from (*told, *(said_.rstrip(".") for said_ in told))


def _everybody(proposal: Proposal) -> list[Applicant]:
    left = [n.applicant for n in proposal.not_placed]
    aside = [s.applicant for s in proposal.round.set_aside]
    return [*proposal.round.applicants, *left, *aside]


def _values(a: Applicant) -> Iterator[str]:
    """What stands in the cells of somebody, whole and in parts; ids and dates aside."""
    yield from (a.label, a.name or "", *(a.name or "").split()[-1:], a.email or "")
    for field in ("place", "municipality", "province", "activity", "offer", "question", "role",
                  "experience", "ambition_text", "customers"):  # fmt: skip
        value = getattr(a, field, None)
        if isinstance(value, str):
            yield from (value, *re.split(r"\s*[|;]\s*", value), *value.split(", "))
    yield from a.themes
    yield from a.availability
    for value in a.extra.values():
        if not re.fullmatch(r"[\d.,%-]*|ja|nee|yes|no", value, re.IGNORECASE):
            yield from (value, *value.split("|"))


def day() -> date:
    """The day the samples are made for."""
    return date(2026, 10, 1)
