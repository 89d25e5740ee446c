"""Which words name what texts have in common."""

from __future__ import annotations

import pytest

from cohorts.people.wording import Wording, cosines, empty_words, stop_words

OTHERS = ("een nieuwe website bouwen", "robots op de werkvloer", "minder gas stoken", "")


def words(*texts: str) -> tuple[str, ...]:
    return Wording((*texts, *OTHERS)).shared_words(texts)


def test_words_that_two_share_name_them() -> None:
    assert words("personeel gezocht", "ons personeel vertrekt") == ("personeel",)


def test_empty_short_and_usual_words_name_nothing() -> None:
    # hoek and juiste name no subject, erp is short: only export is left
    assert words("export om de hoek, juiste erp", "juiste export, de hoek, erp") == ("export",)
    # three of five texts have export: it marks nobody out
    pool = ("export", "export", "export", "gas", "robots")
    assert Wording(pool).shared_words(("export", "export")) == ()


def test_a_name_keeps_its_capital() -> None:
    assert words("wij willen naar Duitsland", "export: Duitsland. Alpaca") == ("Duitsland",)
    # a capital at the start of a sentence says nothing
    assert words("Alpaca houden", "wij hebben een alpaca", "Geit. Alpaca") == ("alpaca",)


def test_what_different_texts_share_comes_before_what_was_copied() -> None:
    copied = "alpaca en bakkerij"
    shared = words(copied, copied, copied, "zonnepanelen kopen", "zonnepanelen huren")
    # zonnepanelen: in two different texts; alpaca and bakkerij: three times in one
    assert shared == ("zonnepanelen", "alpaca", "bakkerij")


@pytest.mark.parametrize("word", ["echte", "hoek", "juiste", "directeur", "keer"])
def test_empty_words_still_count_where_texts_are_compared(word: str) -> None:
    assert word in empty_words()
    assert word not in stop_words()
    alike = cosines((f"{word} alpaca", f"{word} zebra", "olifant leeuw"))
    assert alike[0, 1] > alike[0, 2]
