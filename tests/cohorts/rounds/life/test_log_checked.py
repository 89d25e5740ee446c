"""Whether the log of one round is whole, and whether a head on a receipt stands in it."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from cohorts.errors import InputError
from cohorts.rounds.balloting.receipts import own_receipts
from cohorts.rounds.balloting.send import send
from cohorts.rounds.life.log_checked import log_checked
from cohorts.rounds.life.new_round import new_round
from cohorts.store.store import Store
from cohorts.store.tables import sent
from tests.cohorts.rounds.balloting.a_committee import judging


def test_the_head_of_a_receipt_stands_in_the_log_of_its_round_alone(store: Store) -> None:
    here = judging(store)
    bank = here.members["Bank"]
    send(store, bank, here.round, here.stage)
    (receipt,) = own_receipts(store, bank, here.round, here.stage)
    for written in (receipt.head, receipt.head[:16].upper(), f" {receipt.head[:20]} "):
        found = log_checked(store, here.organiser, here.round, written)
        assert not found.problems
        assert found.found is not None
        assert (found.found.act, found.found.by) == ("ballot.send", "Bank")
        assert found.head == receipt.head
    other = new_round(store, here.organiser, "Andere", "businessversneller")
    elsewhere = log_checked(store, here.organiser, other, receipt.head)
    assert (elsewhere.sought, elsewhere.found) == (True, None)
    with pytest.raises(InputError):
        log_checked(store, here.organiser, here.round, "geen kenmerk")


def digest_set(store: Store, digest: str) -> None:
    """By somebody with the database in hand."""
    with store.writing() as connection:
        connection.execute(update(sent).values(digest=digest))


def test_what_was_changed_is_told_in_its_own_round(store: Store) -> None:
    here = judging(store)
    made = send(store, here.members["Bank"], here.round, here.stage)
    digest_set(store, "0" * 64)
    found = log_checked(store, here.organiser, here.round)
    assert [one.code for one in found.problems] == ["log.row_changed"]
    other = new_round(store, here.organiser, "Andere", "businessversneller")
    away = log_checked(store, here.organiser, other)
    assert not away.problems
    assert away.elsewhere == 1
    digest_set(store, made.digest)
