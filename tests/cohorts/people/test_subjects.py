"""What a text is about: everyday words in two languages, and what is said not to be asked."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.people.subjects import Lexicon, lexicon, subjects_of
from cohorts.people.word_lists import empty_words, stop_words
from cohorts.words import Language
from cohorts.words.sentences import sentences

SAID = {
    "export": (
        "Wij willen exporteren",
        "Over de grens verkopen: zelf doen of via een agent?",
        "Hoe vind ik buitenlandse klanten?",
        "We want to sell abroad",
        "selling across borders",
    ),
    "staff": (
        "personeel vinden",
        "De vacatures blijven open",
        "krapte op de arbeidsmarkt",
        "Te weinig handen",
        "We cannot find good people",
    ),
    "succession": (
        "opvolging",
        "de overdracht aan mijn dochter",
        "Ik wil het bedrijf overnemen van mijn ouders",
        "taking over the company from my parents",
    ),
    "digital": ("digitalisering", "Alles staat in losse spreadsheets", "going digital"),
    "finance": ("financiering", "de bank wil meer zekerheid", "we need working capital"),
    "price": ("Wat is een goede prijs?", "marges onder druk", "our pricing"),
    "growth": ("wij groeien hard", "opschalen", "scaling up"),
    "sustainability": ("verduurzamen", "van het gas af", "net zero"),
    "premises": ("huisvesting", "een groter pand", "new premises"),
    "regulation": ("te veel regels", "vergunningen", "red tape"),
    "cooperation": ("samenwerken", "krachten bundelen", "joining forces"),
    "marketing": ("marketing", "nieuwe klanten", "winning new customers"),
    "innovation": ("innovatie", "een nieuw product", "product development"),
}


@pytest.mark.parametrize(("subject", "text"), [(s, t) for s, ts in SAID.items() for t in ts])
def test_everyday_words_name_a_subject(subject: str, text: str) -> None:
    assert subject in subjects_of(text)
    assert subjects_of(text.upper()) == subjects_of(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Geen problemen met personeel, wel met export", {"export"}),
        ("Het gaat niet over prijs maar over opvolging", {"succession"}),
        ("Personeel speelt niet; digitalisering wel", {"digital"}),
        ("It is not about pricing but about hiring", {"staff"}),
        ("Het gaat niet om personeel, prijs of export", set()),
        # what is lacking is the question itself
        ("Ik vind geen personeel", {"staff"}),
        ("Ik heb geen opvolger", {"succession"}),
    ],
)
def test_what_is_said_not_to_be_the_question_counts_for_nothing(text: str, named: set[str]) -> None:
    assert subjects_of(text) == named


@pytest.mark.parametrize("text", ["", "jullie krijg", "een belangrijke zaak", "it is important"])
def test_small_and_empty_words_name_no_subject(text: str) -> None:
    assert subjects_of(text) == frozenset()


def test_no_stop_word_names_a_subject() -> None:
    small = stop_words() | empty_words()
    assert {word for word in small if lexicon().named([word])} <= ALLOWED


ALLOWED = {
    *("digital", "efficient", "efficiently", "groeit", "grow", "growing", "innovation"),
    *("innovative", "process", "processes", "samenwerken", "software", "sustainable"),
    *("groeien", "grows", "loslaat", "loslaten", "losgelaten"),
}
"""Too common in one language to be the name of a group by themselves; subjects in the other."""


@given(st.text(max_size=60))
def test_any_text_has_subjects_or_none(text: str) -> None:
    assert subjects_of(text) <= set(lexicon().subjects)


@given(st.permutations(SAID["export"] + SAID["staff"]))
def test_the_order_of_sentences_does_not_matter(said: list[str]) -> None:
    named = subjects_of(". ".join(said))
    assert named == frozenset().union(*map(subjects_of, said))


def test_a_run_is_words_in_a_row_and_a_set_any_order() -> None:
    own = Lexicon({"a": {"words": "kaas*", "runs": "over de dijk\nboot & zeil"}})
    assert own.named(["kaasmakers"]) == {"a"}
    assert own.named(["over", "de", "dijk"]) == {"a"}
    assert own.named(["de", "dijk", "over"]) == frozenset()
    assert own.named(["zeil", "op", "een", "boot"]) == {"a"}
    assert own.named(["zeil"]) == frozenset()


def test_every_subject_has_a_name_in_both_languages() -> None:
    table = tomllib.loads((files("cohorts.people") / "subjects.toml").read_text("utf-8"))
    for language in Language:
        named = {k.removeprefix("subjects.") for k in sentences(language) if "subjects." in k}
        assert named == table.keys()
