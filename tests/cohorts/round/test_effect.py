"""One table says which remarks can change the groups; what is not in it can."""

from __future__ import annotations

from cohorts.round.effect import Effect, effect, rows_gone, telling
from cohorts.round.remark import Remark, noticed

TITLE, PADDED = Remark("intake.title_row", 1), Remark("intake.kvk_padded", 3, "KvK", "123")
UNKNOWN, EMPTY = Remark("intake.never_heard_of", 4), Remark("intake.empty_row", 5)
ONE = Remark("identity.one_email_and_name", facts={"left": 6, "kept": 7})
HIDDEN = Remark("intake.hidden_rows_left", facts={"count": 3})


def test_what_is_not_in_the_table_can_change_the_groups() -> None:
    assert effect(UNKNOWN) is Effect.CHANGES
    assert telling([TITLE, UNKNOWN, PADDED, EMPTY]) == (UNKNOWN, EMPTY)


def test_rows_are_counted_by_what_became_of_them() -> None:
    """One empty row and three hidden ones; one answer more of somebody."""
    assert rows_gone([EMPTY, HIDDEN, ONE, UNKNOWN]) == {Effect.NOBODY: 4, Effect.TWICE: 1}


def test_people_of_one_surname_are_no_answer_more() -> None:
    assert rows_gone([Remark("identity.one_surname", facts={"count": 1})]) == {}


def test_a_plain_list_was_not_read() -> None:
    assert noticed(["somebody"]) == ()
