"""No sentence that is really said has one of the kinds of fault, in any sample, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from cohorts.people.word_lists import empty_words, stop_words
from cohorts.reports.holds_least import WELL
from cohorts.reports.outcome import weakest_wish
from cohorts.round.finding import ABSENT
from cohorts.words import Language
from tests.cohorts.words.said import kinds
from tests.cohorts.words.said.gathered import ROUNDS, Said, proposal_of, said
from tests.cohorts.words.said.known import KNOWN

THEMES = re.compile(r"(?:over hetzelfde|about the same things?): ([^.◦]+)\.")
POINTS = re.compile(r"\b\d+(?:[.,]\d+)? (?:punt|punten|point|points)\b")
SCALE = {Language.NL: "Eén punt is ongeveer", Language.EN: "One point is about"}
NAMED = 2
"""So many names and answers, somebody's name among them, make a sentence one about people."""

pytestmark = [pytest.mark.long, pytest.mark.parametrize("language", list(Language))]
rounds = pytest.mark.parametrize("name", ROUNDS)


def faults(name: str, language: Language) -> Iterator[tuple[str, str, str]]:
    """(kind, what is wrong, the block)."""
    programme = proposal_of(name).programme
    for block in said(name, language):
        found = {kind: of(block.bare, language) for kind, of in kinds.KINDS.items()}
        found["the programme's own words"] = kinds.usual_word(block.bare, programme, language)
        found["a full stop"] = kinds.no_full_stop(block.kind, block.bare)
        yield from ((kind, wrong, block.bare) for kind, wrong in found.items() if wrong)


def known(kind: str, block: str) -> bool:
    return any(one.kind == kind and re.search(one.pattern, block) for one in KNOWN)


@rounds
def test_no_sentence_has_a_fault_of_any_kind(name: str, language: Language) -> None:
    found = {fault for fault in faults(name, language) if not known(fault[0], fault[2])}
    assert sorted(found) == []


@rounds
def test_no_word_that_names_nothing_is_a_theme(name: str, language: Language) -> None:
    for block in said(name, language):
        for words in THEMES.findall(block.text):
            named = set(re.findall(r"[^\W\d_]+", words.lower())) - {"en", "and"}
            assert not named & (empty_words() | stop_words()), block.text


@rounds
def test_nothing_that_holds_is_called_the_least(name: str, language: Language) -> None:
    proposal = proposal_of(name)
    told = weakest_wish(proposal, language)
    found = [(f.rule, group) for f in proposal.findings for group in f.groups]
    with proposal.programme.in_own_words():
        for key, group in found:
            sentence = proposal.programme.rule(key).sentence(group, language)
            if group.quality >= WELL and group.verdict != ABSENT:
                assert not told.endswith(f": {sentence}"), told


@rounds
def test_points_stand_beside_their_scale(name: str, language: Language) -> None:
    pages: dict[str, list[Said]] = {}
    for block in said(name, language):
        pages.setdefault(block.page, []).append(block)
    for page, blocks in pages.items():
        gained = [b.bare for b in blocks if POINTS.search(b.bare) and page in ("prices", "diff")]
        if gained:
            assert any(b.bare.startswith(SCALE[language]) for b in blocks), gained[:2]


@rounds
def test_nothing_is_said_twice_of_the_same_people(name: str, language: Language) -> None:
    """Two groups may owe their place to the same roles and theme: that names nobody."""
    seen = Counter(
        (block.page, block.text)
        for block in said(name, language)
        if block.kind in ("p", "dd", "line")
        and block.bare.count("◦") >= NAMED
        and block.named
        and len(kinds.WORD.findall(block.bare)) > NAMED
    )
    twice = {text for (_, text), often in seen.items() if often > 1}
    assert {t for t in twice if not known("said twice", t)} == set()
