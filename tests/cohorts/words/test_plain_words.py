"""Every text a person reads is free of the words of our trade, and a rule's sentence is short."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from cohorts.conditions import conditions
from cohorts.rules import rules
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.words.official import OFFICIAL

TRADE = (
    r"solver|constraint|infeasib\w*|feasib\w*|cluster\w*|optima\w*|optimi\w*|penalt\w*|objective"
    r"|heuristi\w*|algorit\w*|variab\w*|parameter\w*|iterati\w*|default|datasets?|kernels?"
    r"|incumbents?|relaxati\w*|lexicogra\w*|quanti[sz]\w*|determinis\w*|stochast\w*|annealing"
    r"|matrix|matrices|vectors?|arrays?|tuples?|strings?|integers?|booleans?|null|nan|floats?"
    r"|hash\w*|tokens?|regex|pars(?:e|er|ing)|traceback|stack|backend|frontend"
    r"|metadata|schema|outliers?|median|variance|standard deviation|embeddings?|cosin\w*|tf-?idf"
    r"|api|cpu|sql|endpoint|debug\w*|runtime|timeout|bound|gap|cp-sat|swap|seed"
)
JARGON = {
    Language.NL: re.compile(
        rf"\b(?:{TRADE}|randvoorwaarde\w*|doelfunctie|oplosser|variantie|standaarddeviatie|mediaan"
        r"|normalis\w*|itereer\w*|boete\w*|vectoren|foutcode|exceptions?|instances?)\b",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(rf"\b(?:{TRADE}|normali[sz]\w*|utility)\b", re.IGNORECASE),
}
ALLOWED = {
    "help.default": "typer's own mark for what an option is when it is left out",
}
"""Key → why the word may stand there."""
MOST_WORDS = 25
FILLED_IN = re.compile(r"\{\w*\}")


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """(key, text) of everything said in a language: sentences, rules, conditions, their fields."""
    yield from sentences(language).items()
    for name, rule in rules().items():
        yield f"{name}.title", rule.TITLE[language]
        yield f"{name}.about", rule.ABOUT[language]
        for verdict, text in rule.SENTENCES.items():
            yield f"{name}.{verdict}", text[language]
    for name, condition in conditions().items():
        yield f"{name}.title", condition.TITLE[language]
        for verdict, text in condition.SENTENCES.items():
            yield f"{name}.{verdict}", text[language]
    for name, kind in {**rules(), **conditions()}.items():
        for field, about in kind.model_fields.items():
            extra = about.json_schema_extra
            assert isinstance(extra, dict)
            yield f"{name}.{field}", str(extra[language])


def jargon(text: str, language: Language) -> list[str]:
    """The words of our trade in a text; what stands between braces is a name, not a word."""
    return JARGON[language].findall(OFFICIAL.sub("", FILLED_IN.sub("", text)))


@pytest.mark.parametrize("language", list(Language))
def test_no_text_uses_the_words_of_our_trade(language: Language) -> None:
    found = {key: words for key, text in texts(language) if (words := jargon(text, language))}
    assert {key: words for key, words in found.items() if key not in ALLOWED} == {}


def test_every_exception_is_needed() -> None:
    everything = {(key, lang): text for lang in Language for key, text in texts(lang)}
    for key, reason in ALLOWED.items():
        assert reason
        assert any(jargon(everything[key, lang], lang) for lang in Language), key


def test_the_list_finds_what_it_should() -> None:
    assert jargon("De solver vond geen optimale clusters", Language.NL) == [
        "solver",
        "optimale",
        "clusters",
    ]
    assert jargon("Unknown {parameter}; the groups fit.", Language.EN) == []


@pytest.mark.parametrize("language", list(Language))
def test_the_sentence_of_a_rule_is_short(language: Language) -> None:
    """At most 25 words between full stops, not counting the names that are filled in."""
    for name, rule in rules().items():
        for verdict, text in rule.SENTENCES.items():
            for sentence in re.split(r"[.!?](?:\s|$)", FILLED_IN.sub("", text[language])):
                assert len(re.findall(r"[^\W\d]+", sentence)) <= MOST_WORDS, (name, verdict)


@pytest.mark.parametrize("language", list(Language))
def test_a_rule_says_at_most_three_sentences_about_a_group(language: Language) -> None:
    for name, rule in rules().items():
        for verdict, text in rule.SENTENCES.items():
            assert len(re.findall(r"[.!?](?:\s|$)", text[language])) <= 3, (name, verdict)
