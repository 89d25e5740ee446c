"""Sends what waits in a process of its own, which may stop between the answer and keeping it."""

from __future__ import annotations

import sys
import time

from cohorts.rounds.actor import Actor
from cohorts.rounds.posting import send_waiting as module
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.store import existing

HELD = "held"


def _held(*_: object) -> None:
    print(HELD, flush=True)  # noqa: T201 - who waits for it reads this
    time.sleep(600)


def main(url: str, account: str, round_: str, stop_before_kept: str) -> None:
    """``stop_before_kept``: "1": after the first answer."""
    if stop_before_kept == "1":
        setattr(module, "settle", _held)  # noqa: B010 - for this process alone
    actor = Actor(AccountKey(Key(account)), "Anna")
    module.send_waiting(existing(url), actor, RoundKey(Key(round_)))


if __name__ == "__main__":
    main(*sys.argv[1:])
