"""Of whom the chair ruled that they judge no more in a stage: nothing they voted in it counts."""

from __future__ import annotations

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.interests.interest import Interests
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.store.keys import AccountKey


def judges_no_more(ties: Interests, head: StageHead) -> frozenset[AccountKey]:
    """Members, by key; in a later stage they judge again."""
    return frozenset(
        account
        for account, said in ties.items()
        for one in said.values()
        if one.stage == head.key and one.ruling == Ruling.OUT
    )


def check_still_judges(ties: Interests, head: StageHead, account: AccountKey) -> None:
    """Raises RefusedError."""
    if account in judges_no_more(ties, head):
        raise RefusedError(Problem("interests.judges_no_more"))
