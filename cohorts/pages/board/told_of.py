"""What an act on the board did, and what all of them did to the proposal, in words."""

from __future__ import annotations

from collections.abc import Iterable

from cohorts.hands.board import Board
from cohorts.hands.change import Move
from cohorts.pages.told import page_words
from cohorts.people.applicant import ApplicantId
from cohorts.reports.called import called
from cohorts.reports.consequence import Mark, consequence
from cohorts.words import Language
from cohorts.words.phrase import listed

NAMED = 5
FIT = (Mark.BETTER, Mark.WORSE, Mark.SAME)
t = page_words("board")


def moved(before: Board, after: Board, person: ApplicantId, language: Language) -> str:
    """The same facts as before the move."""
    group = after.group_of(person)
    if group is None:
        return t("did_move_out", who=after.label(person))
    told = consequence(after.change_since(before), after.programme, language, group, done=True)
    facts = {"word": _capital(told.word), "sentence": told.sentence}
    return t("did_move", who=after.label(person), where=_group(after, group, language), **facts)


def swapped(
    before: Board, after: Board, person: ApplicantId, other: ApplicantId, language: Language
) -> str:
    """The same facts as before the swap."""
    change = after.change_since(before)
    group = after.group_of(person)
    told = consequence(change, after.programme, language, group, done=True)
    facts = {"word": _capital(told.word), "sentence": told.sentence}
    return t("did_swap", who=after.label(person), other=after.label(other), **facts)


def settled(before: Board, after: Board, language: Language) -> str:
    """Who else moved, and where to."""
    moves = after.change_since(before).moves
    if not moves:
        return t("did_settle_nothing")
    said = _moves(after, moves, language)
    return t("did_settle", moves=listed(said, language), count=len(moves))


def since_begun(board: Board, language: Language) -> str:
    """Who sits elsewhere than in the proposal, and whether that fits better over all."""
    change = board.change()
    if not change.moves:
        return t("since_same") if board.can_undo else t("since_nothing")
    said = list(_moves(board, change.moves[:NAMED], language))
    if more := len(change.moves) - len(said):
        said.append(t("since_more", count=more))
    since = t("since", moves=", ".join(said))
    if board.can_mend:
        return f"{since} {t('since_off')}"
    told = consequence(change, board.programme, language)
    # a place that somebody lost is named already, and is no matter of fit
    fit = t("since_word", word=told.word) if told.mark in FIT else ""
    return f"{since} {fit}".rstrip()


def _moves(board: Board, moves: Iterable[Move], language: Language) -> Iterable[str]:
    for one in moves:
        if one.target is None:
            stopped = one.person.id in board.now.stopped
            yield t("a_move_gone" if stopped else "a_move_out", who=one.person.label)
        else:
            where = _group(board, one.target, language)
            yield t("a_move", who=one.person.label, where=where)


def _group(board: Board, number: int, language: Language) -> str:
    return called(board.programme, number, language)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
