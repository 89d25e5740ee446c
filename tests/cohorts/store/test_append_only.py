"""The log grows only."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import Executable

from cohorts.store.chain import INSTALLATION, append
from cohorts.store.store import Store
from cohorts.store.tables import event


@pytest.mark.parametrize(
    "change", [update(event).values(act="other"), delete(event)], ids=["change", "remove"]
)
def test_a_row_of_the_log_stays_as_it_is(store: Store, change: Executable) -> None:
    with store.writing() as connection:
        append(connection, INSTALLATION, actor=INSTALLATION, act="a")
    with pytest.raises(DBAPIError, match="the log is only added to"), store.writing() as connection:
        connection.execute(change)
    with store.reading() as connection:
        assert list(connection.scalars(select(event.c.act))) == ["a"]
