"""Wrong passwords and wrong personal addresses are counted, each apart."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from cohorts.errors import RefusedError
from cohorts.rounds.accounts import attempts
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.accounts.log_in import log_in
from cohorts.rounds.members.first_visit import begin
from cohorts.store.store import Store
from cohorts.store.tables import attempt

LONG = "een lang wachtwoord"


def test_wrong_addresses_keep_nobody_from_logging_in_nor_the_other_way_round(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_account(store, "Anna", LONG)
    monkeypatch.setattr(attempts, "MOST_IN_ALL", 3)
    for number in range(3):
        assert begin(store, f"wrong {number}") is None
    with pytest.raises(RefusedError):
        begin(store, "another")
    assert log_in(store, "Anna", LONG) is not None
    with store.writing() as connection:
        connection.execute(delete(attempt))
    for number in range(3):
        assert log_in(store, f"Nobody {number}", LONG) is None
    with pytest.raises(RefusedError):
        log_in(store, "Anna", LONG)
    assert begin(store, "wrong") is None
