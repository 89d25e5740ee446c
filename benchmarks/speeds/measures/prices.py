"""What every place would do with a person, a move, and the best swaps, of a composed round."""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from made_round import ELEVEN_RULES, made
from processor import shortest

from cohorts.composing.compose import compose
from cohorts.hands.board import Board

ROUNDS = 3
PEOPLE = 9
PROGRAMMES = {"businessversneller": "businessversneller", "eleven rules": ELEVEN_RULES}
"""What the measure calls it → the preset, or the file."""


def tell(what: str, seconds: float) -> None:
    print(json.dumps({"what": f"prices: {what}", "seconds": seconds}), flush=True)


def measure(people: int, name: str) -> None:
    programme, round_ = made(people, PROGRAMMES[name])
    made_of = compose(round_.applicants, programme, relations=round_.relations, effort="quick")
    board, of = Board.of(made_of), f"{people} people, {name}"
    free = [str(a.id) for a in round_.applicants if a.id not in board.pinned]
    some = free[:: len(free) // PEOPLE][:PEOPLE]
    board.prices(some[0])  # what is worked out once in a round
    prices = [shortest(lambda p=person: board.prices(p), ROUNDS) for person in some]
    tell(f"every place, median, {of}", statistics.median(prices))
    tell(f"every place, worst, {of}", max(prices))
    there = {person: 1 + board.group_of(person) % made_of.round.groups for person in some}
    moves = [shortest(lambda p=person: board.move(p, there[p]), ROUNDS) for person in some]
    tell(f"a move, worst, {of}", max(moves))
    began = time.process_time()
    board.move(some[0], there[some[0]]).proposal()
    tell(f"the proposal after a move, {of}", time.process_time() - began)
    board.best_swaps()  # compiled where it is not yet
    tell(f"the five best swaps, {of}", shortest(board.best_swaps, rounds=1))


def main() -> None:
    for people in (77, 100, 1000):
        for name in PROGRAMMES:
            measure(people, name)


if __name__ == "__main__":
    main()
