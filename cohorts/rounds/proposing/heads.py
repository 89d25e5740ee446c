"""What stands above a proposal: its number, when and by whom, what it came out of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection, func, select

from cohorts.rounds.act import look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.proposing.emptied import emptied
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.proposing.still_fits import BOTH, NEITHER, StillFits, still_fits
from cohorts.rounds.roles import READERS
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, proposal
from cohorts.store.tables import version as versions


@dataclass(frozen=True)
class ProposalHead:
    """``number``: from 1, as they came. ``by``: a name. ``before``: the one it came out of.

    ``version``, ``asked``: what the people, and what was asked, then were. ``outdated``: either is
    another now, and it does not answer that (see :mod:`cohorts.rounds.proposing.still_fits`), or
    somebody was erased who has a seat in it: ``emptied`` are the numbers of those groups.
    ``board_fits``: its board as it is now does answer it.
    """

    key: ProposalKey
    number: int
    at: str
    by: str
    before: ProposalKey | None
    made: Made
    version: int
    asked: int
    outdated: bool
    board_fits: bool
    emptied: tuple[int, ...] = ()


def heads_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[ProposalHead, ...]:
    """Of every proposal of a round, the newest last. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return heads_in(connection, round_)


def at_hand(heads: Sequence[ProposalHead]) -> ProposalHead:
    """The one to go on with where nobody chose: the newest that still fits the round.

    Answers that were laid beside the best found are others to choose from; as long as nobody
    chose, the best is meant. Where somebody stopped since, the one whose board knows that.
    ``heads``: of a round, the newest last; there is one at least.
    """
    fits = [head for head in heads if not head.outdated]
    fits = fits or [head for head in heads if head.board_fits] or list(heads)
    own = [head for head in fits if not _is_beside(head)] or fits
    return own[-1]


def _is_beside(head: ProposalHead) -> bool:
    """Whether it was laid beside another: a point of a curve, but for the chosen one, also is."""
    return head.made is Made.ALTERNATIVE or (head.made is Made.POINT and head.before is not None)


def heads_in(connection: Connection, round_: RoundKey) -> tuple[ProposalHead, ...]:
    """The same, within an act or a look."""
    newest = select(func.coalesce(func.max(versions.c.number), 0)).where(versions.c.round == round_)
    now = (connection.execute(newest).scalar_one(), revision_of(connection, round_, ASKED))
    gone = emptied(connection, round_)
    found = connection.execute(
        select(
            proposal.c.key,
            proposal.c.number,
            proposal.c.at,
            proposal.c.before,
            proposal.c.made,
            proposal.c.version,
            proposal.c.asked,
            account.c.name,
        )
        .join(account, account.c.key == proposal.c.by)
        .where(proposal.c.round == round_)
        .order_by(proposal.c.number)
    )

    def fits(row: Any) -> StillFits:
        if row.version != now[0]:
            return NEITHER
        erased = frozenset(chain.from_iterable(gone.get(row.key, {}).values()))
        if row.asked == now[1] and not erased:
            return BOTH
        return still_fits(connection, round_, row.key, row.asked, erased)

    return tuple(
        ProposalHead(
            row.key,
            row.number,
            row.at,
            row.name,
            row.before,
            Made(row.made),
            row.version,
            row.asked,
            not fit.proposal,
            fit.board,
            tuple(gone.get(row.key, ())),
        )
        for row, fit in ((row, fits(row)) for row in found)
    )
