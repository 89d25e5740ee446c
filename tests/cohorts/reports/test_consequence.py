"""The sentence of a column is true: every figure in it is counted again from the people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import pytest

from cohorts.hands.board import Board
from cohorts.hands.change import Change
from cohorts.hands.standing import Standing
from cohorts.people.applicant import Applicant
from cohorts.reports.consequence import Consequence, Mark, consequence
from cohorts.words import Language
from tests.cohorts.quick_sample import quick_sample
from tests.cohorts.rounds.boarding.kept_small import composed

EVERY = 13
"""Of so many people one is tried in every place."""
SEEN = 3
FIGURES = {
    "themes": re.compile(r"(\d+) van de (\d+) leden noem(?:t|en) '([^']+)'"),
    "province": re.compile(r"(\d+) van de (\d+) leden komen uit ([A-Z]\w+)"),
    "availability": re.compile(r"(\d+) van de (\d+) leden (?:kan|kunnen) op (\w+)"),
    "fte": re.compile(r"[Aa]antal medewerkers van (\d+) tot (\d+)\b"),
    "size": re.compile(r"(\d+) leden; even "),
}


@cache
def sample() -> Board:
    return Board.of(quick_sample())


def some(board: Board) -> Sequence[Applicant]:
    return [a for group in board.groups.values() for a in group][::EVERY]


def counted(kind: str, found: tuple[str, ...], members: Sequence[Applicant]) -> bool:
    """Whether a figure is that of these members."""
    if kind == "size":
        return int(found[0]) == len(members)
    if kind == "fte":
        staff = [a.fte for a in members if a.fte is not None]
        return (int(found[0]), int(found[1])) == (round(min(staff)), round(max(staff)))
    of = [a for a in members if a.values(kind)] if kind == "themes" else members
    have = [a for a in of if found[2] in a.values(kind)]
    return (int(found[0]), int(found[1])) == (len(have), len(of))


def told(change: Change, board: Board, group: int | None) -> Consequence:
    return consequence(change, board.programme, Language.NL, group)


@pytest.mark.parametrize("way", ["place", "swap"])
def test_every_figure_is_that_of_the_people_who_sit_there_then(way: str) -> None:
    board, tried = sample(), set()
    for one in some(board):
        here = board.group_of(one.id)
        if way == "place":
            after = [(board.move(one.id, g), g) for g in board.prices(one.id)]
        else:
            others = [other for other, _ in board.swaps_of(one.id, 3)]
            after = [(board.swap(one.id, o.id), board.group_of(o.id)) for o in others]
        for there, group in after:
            sentence = told(there.change_since(board), board, group).sentence
            now = re.sub(r" \(nu [^)]*\)", "", sentence)
            where = group
            for clause in re.split(r"; |, maar ", now):
                named = re.match(r"(?:.* dan [^:]*|)[Gg]roep (\d+): ", clause)
                before, where = where, int(named[1]) if named else where
                assert where is None or where in (here, group)
                assert not named or before != where, sentence  # each group is named once
                members = there.groups.get(where or 0, ())
                for kind, figure in FIGURES.items():
                    for match in figure.finditer(clause):
                        tried.add(kind)
                        assert counted(kind, match.groups(), members), sentence
            for was in re.findall(r"\(nu (\d+) van de (\d+)\)", sentence):
                assert int(was[0]) <= int(was[1]) <= max(map(len, board.groups.values()))
    assert len(tried) >= SEEN, tried


def test_the_mark_is_that_of_the_whole_scored_from_scratch() -> None:
    board = sample()
    for one in some(board):
        for group, change in board.prices(one.id).items():
            seat = board.begun.round.groups if group is None else group - 1
            here = board.now.standing
            there = here.seated([(board.begun.round.rows[one.id], seat)])
            fresh = Standing.of(here.asked, here.round, there.grouping).score
            found = told(change, board, group)
            if found.mark in (Mark.BETTER, Mark.WORSE, Mark.SAME):
                assert fresh.hard <= here.score.hard
                better = fresh < here.score
                assert better is (found.mark is Mark.BETTER) or found.mark is Mark.SAME
            elif found.mark in (Mark.BROKEN, Mark.FULL):
                assert fresh.hard > here.score.hard


def test_taking_somebody_out_is_never_praised() -> None:
    board = sample()
    outs = some(board)
    gains = 0
    for one in outs:
        change = board.prices(one.id)[None]
        gains += change.points < 0
        for language in Language:
            found = consequence(change, board.programme, language, None)
            assert found.mark in (Mark.OUT, Mark.BROKEN, Mark.FULL)
            assert "beter" not in found.sentence
            assert "better" not in found.sentence
    assert gains, "by points alone somebody's leaving is a gain"


def test_whoever_loses_a_place_in_a_swap_is_said_first() -> None:
    board = sample()
    one = board.groups[1][0]
    out = board.move(one.id, None)
    other, change = out.swaps_of(one.id, 1)[0]
    found = told(change, out, out.group_of(other.id))
    assert found.mark in (Mark.OUT, Mark.BROKEN)
    if found.mark is Mark.OUT:
        assert found.sentence.startswith(f"{other.label} heeft dan geen plaats")


def test_a_must_that_breaks_comes_before_all_and_names_its_people() -> None:
    board = sample()
    seen = 0
    for one in [a for group in board.groups.values() for a in group]:
        for group, change in board.prices(one.id).items():
            found = told(change, board, group)
            assert found.excused is not change.allowed
            if found.mark is Mark.BROKEN:
                seen += 1
                people = change.broken[0].people
                assert any(person.label in found.sentence for person in people)
    assert seen


def test_no_sentence_speaks_of_points() -> None:
    board = sample()
    for one in some(board):
        for group, change in board.prices(one.id).items():
            for language in Language:
                said = consequence(change, board.programme, language, group).sentence
                assert not re.search(r"\bpunt|\bpoint|gewicht|weight", said)
                assert said[0] == said[0].upper()
                assert said.endswith(".")
                assert not said.endswith("..")


def test_after_a_move_nothing_of_before_is_said_to_be_so_now() -> None:
    board = Board.of(composed())
    changes = [
        board.move(one.id, to).change_since(board)
        for one in board.begun.round.applicants
        for to in board.groups
        if to != board.group_of(one.id)
    ]
    told = [consequence(one, board.programme, Language.NL).sentence for one in changes]
    then = [consequence(one, board.programme, Language.NL, done=True).sentence for one in changes]
    assert any("(nu " in one for one in told)
    assert then == [one.replace("(nu ", "(eerst ") for one in told]
