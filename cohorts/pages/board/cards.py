"""The columns of the board: the groups as in the report, and first whoever has no place yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from weakref import WeakKeyDictionary

from cohorts.hands.board import Board
from cohorts.pages.board.wrong import wrong_in
from cohorts.pages.told import page_words
from cohorts.people.applicant import PHASES, Applicant
from cohorts.record.hide import as_told
from cohorts.reports.page.axis import Axis, axes_of
from cohorts.reports.page.cards import Member, card_of, member_of
from cohorts.round.set_aside import Aside
from cohorts.words import Language, say

OUT = "out"
"""The key of the column of whoever has no place; a group is ``g`` and its number."""
t = page_words("board")
Drawn = list[dict[str, Any]]
_DRAWN: WeakKeyDictionary[Board, dict[Language, Drawn]] = WeakKeyDictionary()


def columns_of(board: Board, language: Language) -> Drawn:
    """Every column as the component draws it; worked out once for a board."""
    known = _DRAWN.setdefault(board, {})
    if language not in known:
        with board.programme.in_own_words():
            known[language] = list(_Columns(board, language).all())
    return known[language]


def legend_of(board: Board, language: Language) -> dict[str, Any]:
    """What the dot stands for ("": nothing), and the marks of the phases that occur."""
    axis = next(iter(axes_of(board.begun)), None)
    occur = {a.life_phase for a in board.begun.round.applicants}
    phases = [(p, say(f"report.phase_{p}", language)) for p in PHASES if p in occur]
    size = "" if axis is None else t("scale", what=axis.name(language))
    return {"size": size, "phases": phases}


def key_of(group: int | None) -> str:
    """Of a group (from 1), or of no place."""
    return OUT if group is None else f"g{group}"


class _Columns:
    def __init__(self, board: Board, language: Language) -> None:
        self.board, self.language = board, language
        self.proposal = as_told(board.proposal())
        self.axis: Axis | None = next(iter(axes_of(self.proposal)), None)
        self.moved = {move.person.id for move in board.change().moves}
        self.open = {person for breach in board.open_breaches() for person in breach.people}

    def all(self) -> Iterator[dict[str, Any]]:
        yield self._out()
        for number in range(1, self.board.begun.round.groups + 1):
            yield self._group(number)

    def _group(self, number: int) -> dict[str, Any]:
        members = self.board.groups.get(number, ())
        column = self._column(number, [self._card(a, "") for a in members])
        if not members:
            word = self.board.programme.word("group", self.language).capitalize()
            return column | {"name": f"{word} {number}", "where": t("closed"), "said": []}
        card = card_of(self.proposal, number, self.axis, self.language)
        lacking = " ".join(filter(None, [card.not_ideal, *card.told, card.nobody_further]))
        said = [
            (say("report.why", self.language), card.together),
            (
                say("report.not_ideal", self.language),
                lacking or say("report.nothing_not_ideal", self.language),
            ),
            (say("report.kept_apart", self.language), card.apart),
        ]
        where = t("where", count=len(members), where=card.where) if card.where else ""
        return column | {
            "name": card.name,
            "where": where or t("members", count=len(members)),
            "said": said,
        }

    def _out(self) -> dict[str, Any]:
        stopped = self.board.now.stopped
        left = [a for a in self.board.not_placed if a.id not in stopped]
        cards = [self._card(a, t("no_place")) for a in left]
        aside = self.board.begun.round.set_aside
        cards += [
            self._card(one.applicant, t("unconfirmed"), free=False)
            for one in aside
            if one.why is Aside.UNCONFIRMED
        ]
        gone = [a for a in self.board.not_placed if a.id in stopped]
        gone += [one.applicant for one in aside if one.why is Aside.GONE]
        cards += [self._card(a, t("gone"), free=False) for a in gone]
        where = t("people", count=len(cards)) if cards else ""
        return self._column(None, cards) | {"name": t("out"), "where": where, "said": []}

    def _column(self, group: int | None, cards: Drawn) -> dict[str, Any]:
        low = self.board.now.standing.asked.task.places.low
        return {
            "key": key_of(group),
            "kind": "out" if group is None else "group",
            "group": group,
            "cards": cards,
            "empty": t("empty_out") if group is None else t("empty"),
            "droppable": group is not None or low < self.board.begun.round.n,
            "wrong": list(wrong_in(self.board, group, self.language)),
        }

    def _card(self, a: Applicant, part: str, *, free: bool = True) -> dict[str, Any]:
        shown: Member = member_of(a, self.axis, self.language)
        phase = say(f"report.phase_{shown.phase}", self.language) if shown.phase else ""
        return {
            "id": str(self.board.begun.round.rows[a.id]) if free else "",
            "label": shown.label,
            "does": shown.does,
            "at": shown.at,
            "size": shown.size,
            "phase": shown.phase,
            "phase_said": phase,
            "part": part,
            "free": free,
            "pinned": a.id in self.board.pinned,
            "hand": a.id in self.moved,
            "wrong": a.id in self.open,
        }
