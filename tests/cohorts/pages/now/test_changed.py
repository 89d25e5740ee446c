"""What is told of a long log: the last of it, without going through all of it for each line."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import cast

import pytest

from cohorts.pages.here import Here
from cohorts.pages.now.changed import news, where_one_was
from cohorts.rounds.actor import Actor
from cohorts.rounds.happened import Happened
from cohorts.store.keys import AccountKey, Key
from cohorts.words import Language

ANNA = Actor(AccountKey(Key("anna")), "Anna")
VOTES = [
    Happened(n, f"2026-10-01T{n:06}", "Bo", Key("bo"), "ballot.vote", "ballot.bo", n, (), ())
    for n in range(1_000)
]


def done(number: int, by: str, of: str) -> Happened:
    at = f"2026-10-02T{number:06}"
    return Happened(number, at, by.title(), Key(by), "rounds.rename", of, number, (), ())


class Counted:
    """Who looks, and how often that was asked of the store."""

    language = Language.NL

    def __init__(self) -> None:
        self.asked = 0

    @property
    def actor(self) -> Actor:
        self.asked += 1
        return ANNA


@pytest.fixture
def worded(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Object → how often an act on it was put in words."""
    found: Counter[str] = Counter()

    def sentence(one: Happened, _: Language) -> str:
        found[one.of] += 1
        return f"{one.by} deed iets."

    monkeypatch.setattr(Happened, "sentence", sentence)
    return found


def test_who_looks_is_asked_once_and_only_what_is_shown_is_worded(worded: Counter[str]) -> None:
    """1,000 votes, and of another 1,000 acts, each on something else, the last three."""
    here = Counted()
    log = [*VOTES, *(done(n, "bo", f"thing{n}") for n in range(1_000)), done(1_000, "anna", "own")]
    lines = list(islice(news(cast("Here", here), log, None), 3))
    assert [one.at for one in lines] == [f"2026-10-02T{n:06}" for n in (999, 998, 997)]
    assert here.asked == 1
    assert worded == {f"thing{n}": 1 for n in (999, 998, 997)}


def test_the_same_of_ones_own(worded: Counter[str]) -> None:
    here = Counted()
    log = [*VOTES, *(done(n, "anna", f"thing{n}") for n in range(1_000))]
    lines = where_one_was(cast("Here", here), log)
    assert [one.at for one in lines] == ["2026-10-02T000999", "2026-10-02T000998"]
    assert here.asked == 1
    assert worded.keys() == {"thing999", "thing998"}


def test_what_is_no_news_since_the_last_visit(worded: Counter[str]) -> None:
    log = [done(n, "bo", "thing") for n in range(10)]
    (line,) = news(cast("Here", Counted()), log, "2026-10-02T000007")
    assert line.text.startswith("Bo deed iets")
    assert "1" in line.text  # 9, and one more
    assert not list(news(cast("Here", Counted()), log, "2026-10-02T000009"))
    assert worded
