"""What a rule names: values of the people, as a round spells them; or somebody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel

from cohorts.round.round import Round

Spell = Callable[[str, str], str]
"""(field of the people, value of it) → how that value is written."""


class NamingValues(BaseModel):
    """Names nothing; a rule that does says so in ``naming``, or of whom in ``calling``."""

    NAMES_A_SCALE: ClassVar[bool] = False
    """Whether the values it names are all that are possible, so that some may occur nowhere."""
    NAMES_SOMEBODY: ClassVar[bool] = False
    """Whether its title says who a person is."""

    def calling(self, of: Callable[[str], str]) -> Self:
        """The same rule, with whom it names by id called by ``of(id)``."""
        del of
        return self

    def naming(self, spell: Spell) -> Mapping[str, Any]:
        """The fields of the rule that name values of people → the same, by ``spell(field, value)``.

        From this follow what it names, and how it names that in a round; so that it may compare ==.
        """
        del spell
        return {}

    def named(self) -> Mapping[str, tuple[str, ...]]:
        """Field of the people → the values of it that the rule names."""
        found: dict[str, dict[str, None]] = {}

        def note(field: str, value: str) -> str:
            found.setdefault(field, {})[value] = None
            return value

        self.naming(note)
        return {field: tuple(values) for field, values in found.items()}

    def absent(self, round_: Round) -> Mapping[str, tuple[str, ...]]:
        """What it names, where nobody has any of it: then there is nothing that it could find."""
        named = self.named()
        had = ((field, value) for field in named for value in round_.values(field))
        return {} if any(value in named[field] for field, value in had) else named

    def in_round(self, round_: Round) -> Self:
        """The rule as it is in this round: it names values as the people in it do."""
        named = self.naming(round_.spelled)
        return self.model_copy(update=named) if named else self
