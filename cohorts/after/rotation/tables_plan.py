"""What comes of a rotation: who sits at which table in each session, and what that comes to."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.after.rotation.kept_from_table import KeptFromTable
from cohorts.after.rotation.meetings_counted import Figures, Sitting
from cohorts.after.rotation.one_session import OneSession
from cohorts.after.rotation.spread_over import Trait
from cohorts.people.relation import Pair
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from cohorts.words import Language
from solver.solution import Effort


@dataclass(frozen=True, eq=False, kw_only=True)
class TablesPlan:
    """``sittings``: one for each of ``sessions``. ``rules``: those in force in this round.

    ``met``: who met before the first session. ``bound``: no plan has fewer ``figures.repeats``, and
    none a smaller ``figures.again`` than ``least_again``;
    ``method``: "search", or "design" and which.
    """

    round_: Round
    programme: Programme
    rules: tuple[Rule, ...]
    sessions: tuple[OneSession, ...]
    sittings: tuple[Sitting, ...]
    traits: tuple[Trait, ...]
    kept: KeptFromTable
    met: frozenset[Pair]
    figures: Figures
    bound: int
    least_again: int
    method: str
    effort: Effort
    reproducible: bool
    input_sha256: str

    @property
    def best(self) -> bool:
        """Whether no plan has fewer repeats; that is proven by counting."""
        return self.figures.repeats == self.bound

    @property
    def fairest(self) -> bool:
        """Whether no plan has a smaller ``figures.again``; that is proven by counting."""
        return self.figures.again == self.least_again

    def titles(self, language: Language) -> dict[str, str]:
        """Key of a rule → what it is called."""
        return {rule.key: rule.title(language) for rule in self.rules}
