"""A look at one person of a round, for whoever tells them what is held."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row

from cohorts.rounds.erasing.somebody import Somebody, everybody_else, one_of_words
from cohorts.store.keys import RoundKey
from cohorts.words import Language, say

Entry = dict[str, Any]
"""One thing that is held, in the shape of JSON: always ``what``, where known ``at`` and ``by``."""


class About:
    """``by_auditor``: who asks does nothing in the round but audit it."""

    def __init__(
        self,
        connection: Connection,
        round_: RoundKey,
        who: Somebody,
        language: Language,
        *,
        by_auditor: bool = False,
    ) -> None:
        self.connection, self.round, self.who, self.language = connection, round_, who, language
        self.by_auditor = by_auditor
        others = everybody_else(connection, round_, who)
        self._others = one_of_words(others) if others else None

    def alone(self, text: str) -> str:
        """A text without the names of others."""
        another = say("erasing.another", self.language)
        return text if self._others is None else self._others.sub(another, text)

    def rows(self, query: Any) -> list[Row[Any]]:
        """What a question gives."""
        return [*self.connection.execute(query)]
