"""Sends the letters that somebody chose: each once, one after the other."""

from __future__ import annotations

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.posting.send_waiting import send_waiting
from cohorts.store.keys import Key
from cohorts.work.work import Work


def do(work: Work) -> None:
    """Those that ``mail`` of what is asked names, by key, also one that was chosen meanwhile.

    Whatever else waits, goes on waiting.

    Stopped, or out of time: the others wait still. Raises RefusedError where nobody takes them.
    Of each letter its own row says how far it is.
    """
    store, actor, round_ = work.store, work.turn.actor, work.turn.round
    run = send_waiting(
        *(store, actor, round_),
        only=lambda: frozenset(map(Key, work.chosen("mail"))),
        on_each=lambda done, of: work.says(share=done / of),
        stop=work.stop,
    )
    if run.fault is not None:
        raise RefusedError(Problem(f"posting.{run.fault}"))
