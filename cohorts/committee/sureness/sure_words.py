"""How sure an outcome is, in sentences; candidates by how they are called."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.committee.sureness.disagreement import Apart
from cohorts.committee.sureness.redraw import Sureness
from cohorts.committee.sureness.representation import Unheard
from cohorts.committee.votes import Election
from cohorts.words.language import Language
from cohorts.words.speech import say

FEW_VOTERS = 3
"""Of so few voters a redrawn panel is nearly the same one, or one of them alone."""


class SureWords:
    """Says it of one election in one language."""

    def __init__(self, election: Election, language: Language) -> None:
        self._election, self._language = election, language

    def draws(self, sure: Sureness) -> Iterator[str]:
        """How often the panel was redrawn, and that it says little where few voted."""
        key = "sureness.draws_fewer" if sure.fewer else "sureness.draws"
        yield self._say(key, draws=sure.draws)
        if sure.uncounted:
            yield self._say("sureness.uncounted", uncounted=sure.uncounted)
        voters = self._election.voters
        if voters <= FEW_VOTERS:
            key = "sureness.one_voter" if voters == 1 else "sureness.few_voters"
            yield self._say(key, voters=voters)

    def apart(self, apart: Apart) -> str:
        """Which two judges differ most."""
        facts = {"first": apart.first, "second": apart.second, "together": apart.together}
        return self._say("sureness.apart", **facts)

    def unheard(self, unheard: Unheard) -> Iterator[str]:
        """Who are many enough for a seat and do not have it."""
        facts: dict[str, object] = {
            "people": unheard.people,
            "voters": self._election.voters,
            "candidates": [self._called(c) for c in unheard.candidates],
            "deserves": unheard.deserves,
            "have": unheard.have,
        }
        yield self._say(f"sureness.unheard_{'few' if unheard.have else 'none'}", **facts)
        if len({ballot.weight for ballot in self._election.ballots}) > 1:
            yield self._say("sureness.unheard_weight", percent=float(unheard.part * 100))

    def _called(self, candidate: str) -> str:
        return self._election.names.get(candidate, candidate)

    def _say(self, key: str, **facts: object) -> str:
        return say(key, self._language, **facts)
