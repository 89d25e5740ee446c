"""One round that is turned: all others follow by adding one, modulo the number of turns.

People stand in circles of ``turns`` each; whoever is left over stands still. Nobody meets anybody
twice where no difference of places, within a circle or from one to another, comes twice in the
first rounds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.pairing.rotation.designs.design import Design


@dataclass(frozen=True)
class Turned:
    """``first``: rounds to begin with, the table of each person as a digit in base 36."""

    name: str
    turns: int
    first: tuple[str, ...]

    @property
    def tables(self) -> int:
        """How many tables."""
        return len(set(self.first[0]))

    @property
    def size(self) -> int:
        """How many sit at each."""
        return len(self.first[0]) // self.tables

    def design(self) -> Design:
        """All rounds, each first one turned and turned again."""
        people = len(self.first[0])
        circled = people - people % self.turns
        circle, at = np.divmod(np.arange(circled), self.turns)
        seats = np.zeros((len(self.first) * self.turns, people), dtype=np.int64)
        for base, round_ in enumerate(self.first):
            table_of = np.array([int(digit, 36) for digit in round_])
            for turn in range(self.turns):
                now = np.arange(people)
                now[:circled] = circle * self.turns + (at + turn) % self.turns
                seats[base * self.turns + turn, now] = table_of
        return Design(self.name, self.tables, self.size, seats)
