"""Whether the log of a round is as it was written, and whether a head on a paper stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.errors import Problem
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.happened import Happened, happened
from cohorts.rounds.judging.stage_head import stages_in
from cohorts.rounds.life.while_voting import unnumbered, voting_since
from cohorts.rounds.roles import READERS
from cohorts.store.chain import head
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import event
from cohorts.store.verifying import verify


@dataclass(frozen=True)
class LogChecked:
    """``problems``: of this round; ``elsewhere``: how many others the installation has.

    ``head``: the last hash; ``sought``: whether a head was asked for, and ``found``: the event
    whose head it is, without its number where votes run since.
    """

    problems: tuple[Problem, ...]
    elsewhere: int
    head: str
    sought: bool
    found: Happened | None


def log_checked(store: Store, actor: Actor, round_: RoundKey, witness: str = "") -> LogChecked:
    """``witness``: a head that a receipt has, whole or its first 16 digits; "": none.

    Reads every row of the installation, for a row may have gone to another round. Raises
    RefusedError; InputError where the witness is no head.
    """
    sought = witness.strip()
    with look(store, actor, round_, may=READERS) as connection:
        verified = verify(connection, sought or None)
        ours = {round_, *(one.key for one in stages_in(connection, round_))}
        problems = [one for one in verified.problems if one.code != "log.no_witness"]
        here = tuple(one for one in problems if not ours.isdisjoint(one.place.split()))
        _, last = head(connection, round_)
        chain, _, place = verified.witness.partition(" ")
        found: Sequence[Happened] = ()
        if chain == round_:
            that = happened(connection, round_, event.c.number == int(place))
            found = unnumbered(that, voting_since(connection, round_))
    return LogChecked(
        here, len(problems) - len(here), last, bool(sought), found[0] if found else None
    )
