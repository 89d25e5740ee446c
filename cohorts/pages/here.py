"""What a page is drawn for: the store, who looks, at which round, in which language."""

from __future__ import annotations

from dataclasses import dataclass, field

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.actor import Actor
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language


@dataclass(frozen=True)
class Here:
    """``round``: empty on the pages that belong to no round.

    ``visitor``: for whom it was drawn; ``login``: the secret they came with, if by one.
    ``reads_only``: they can change nothing in the round, so what would change it is not drawn.
    """

    store: Store
    visitor: Actor
    round: RoundKey
    language: Language
    login: str = field(default="", repr=False)
    reads_only: bool = False

    @property
    def actor(self) -> Actor:
        """Whoever acts, at this moment: what was drawn may be clicked long after.

        A click is answered before the page is drawn anew, and some parts are drawn without the
        rest. Raises RefusedError where the login has ended since, or is another's.
        """
        if self.login:
            now = who(self.store, self.login)
            if now is None or now.key != self.visitor.key:
                raise RefusedError(Problem("rounds.logged_out"))
        return self.visitor
