"""What has a shape of its own can be read: every column that holds JSON does."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store import tables

HOLD = (
    *(tables.upload.c.field_map, tables.upload.c.report),
    *(tables.answers.c.value, tables.remark.c.value, tables.relation.c.value),
    *(tables.version.c.people, tables.version.c.remarks, tables.setting.c.value),
    *(tables.step.c.value, tables.decision.c.deviation, tables.job.c.value, tables.job.c.progress),
    *(tables.stage.c.plan, tables.stage.c.candidates, tables.vote.c.value, tables.minute.c.value),
)
"""Proposals, programmes and the log have digests, which show more."""


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each row that does not."""
    for column in HOLD:
        keys = list(column.table.primary_key.columns)
        rows = connection.execute(select(column, *keys).where(column.is_not(None)).order_by(*keys))
        for text, *key in rows:
            if not can_be_read(text):
                yield Problem("store.changed", " ".join([column.table.name, *map(str, key)]))


def can_be_read(text: str) -> bool:
    """Whether it is JSON."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
