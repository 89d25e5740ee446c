"""Every sentence exists in both languages, with the same facts, without our jargon."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from cohorts.errors import Problem
from cohorts.rules import rules
from cohorts.words import Language, explain
from cohorts.words.phrase import amount, listed, number, phrase
from cohorts.words.sentences import sentences
from tests.cohorts.words.official import OFFICIAL

PACKAGE = Path(__file__).parents[3] / "cohorts"
CODE = re.compile(r"(?:Problem|Fault|Remark|Unreadable|_remark)\(\s*\"([a-z_]+\.[a-z_]+)\"")
JARGON = {
    Language.NL: ("solver", "infeasible", "constraint", "incumbent", "heuristi", "optimalis",
                  "algoritme", "parameter", "relaxatie", "objectief", "kernel"),
    Language.EN: ("solver", "infeasible", "constraint", "incumbent", "heuristic", "optimis",
                  "algorithm", "parameter", "relaxation", "objective", "kernel"),
}  # fmt: skip


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_say_the_same_things() -> None:
    dutch, english = sentences(Language.NL), sentences(Language.EN)
    assert dutch.keys() == english.keys()
    for key, template in dutch.items():
        assert placeholders(template) == placeholders(english[key]), key
        assert template.strip(), key


def codes() -> list[str]:
    found = set()
    for file in PACKAGE.rglob("*.py"):
        found |= set(CODE.findall(file.read_text(encoding="utf-8")))
    return sorted(found)


def test_codes_are_found() -> None:
    assert len(codes()) > 60


@pytest.mark.parametrize("code", codes())
def test_every_problem_has_a_fault_and_a_remedy(code: str) -> None:
    for language in Language:
        assert code in sentences(language)
        assert f"{code}_remedy" in sentences(language)
        fault = sentences(language)[code]
        assert fault.endswith((".", "?", "}")), "a remedy follows it in the same line"
        assert not fault[0].islower()


def everything_said(language: Language) -> dict[str, str]:
    said = dict(sentences(language))
    for name, rule in rules().items():
        said |= {f"{name}.{v}": text[language] for v, text in rule.SENTENCES.items()}
        said |= {f"{name}.title": rule.TITLE[language], f"{name}.about": rule.ABOUT[language]}
    return said


@pytest.mark.parametrize("language", list(Language))
def test_no_jargon(language: Language) -> None:
    for key, text in everything_said(language).items():
        said = OFFICIAL.sub("", text.lower())
        for word in JARGON[language]:
            assert word not in said, (key, word)


@pytest.mark.parametrize("language", list(Language))
def test_sentences_are_short(language: Language) -> None:
    """At most 25 words between two full stops: what a reader at level B1 can hold."""
    for key, text in everything_said(language).items():
        for sentence in re.split(r"[.;:!?](?:\s|$)", text):
            assert len(sentence.split()) <= 25, (key, sentence)


@pytest.mark.parametrize("name", sorted(rules()))
def test_verdicts_use_the_same_facts_in_both_languages(name: str) -> None:
    for verdict, text in rules()[name].SENTENCES.items():
        nl, en = (placeholders(text[language]) for language in Language)
        assert nl == en, verdict


@pytest.mark.parametrize(
    ("value", "unit", "dutch", "english"),
    [
        (1_234_567, "euro", "€ 1,2 miljoen", "€ 1.2 million"),
        (125_400, "euro", "€ 125.000", "€ 125,000"),
        (45_678, "euro", "€ 46.000", "€ 46,000"),
        (11.6, "fte", "12 medewerkers", "12 staff"),
        (0.8, "fte", "0,8 medewerkers", "0.8 staff"),
        (2014, "year", "2014", "2014"),
        (1234, "number", "1.234", "1,234"),
        (3.14159, "number", "3,1", "3.1"),
        (10**400, "number", "1.00e+400", "1.00e+400"),
        (1e308, "euro", "€ 1.00e+308", "€ 1.00e+308"),
        (float("inf"), "year", "Infinity year", "Infinity year"),
    ],
)
def test_amounts_as_people_say_them(value: float, unit: str, dutch: str, english: str) -> None:
    assert amount(value, unit, Language.NL) == dutch
    assert amount(value, unit, Language.EN) == english


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"groups": 1, "people": ("Anker",)}, "Er is 1 groep. Daarin zit Anker."),
        (
            {"groups": 2, "people": ("Anker", "Berk")},
            "Er zijn 2 groepen. Daarin zitten Anker en Berk.",
        ),
        ({"groups": 0, "people": ()}, "Er zijn 0 groepen. Daarin zitten ."),
        ({"groups": 0.96, "people": "Anker"}, "Er is 1 groep. Daarin zitten Anker."),
    ],
)
def test_a_word_goes_with_the_number_it_counts(facts: dict[str, object], said: str) -> None:
    template = (
        "Er {groups:is|zijn} {groups} {groups:groep|groepen}. Daarin {people:zit|zitten} {people}."
    )
    assert phrase(template, facts, Language.NL) == said


def test_a_unit_goes_with_the_number_it_counts() -> None:
    assert amount(1, "fte", Language.NL) == "1 medewerker"
    assert amount(1, "years", Language.EN) == "1 year"
    assert amount(2, "km", Language.EN) == "2 km"


ALWAYS_MORE = {
    "outcome.able",
    "intake.too_many_columns",
    "dossier.not_moved",
    "intake.too_many_rows",
    "outcome.alike_enough",
    "outcome.alike_not_enough",
    "outcome.everyone",
    "outcome.some_left",
    "page_audit.in_a_row",
    "page_composing.clash_clique",
    "page_decision.as_computed",
    "page_decision.told_all",
    "programme.alike_first",
    "reasons.lot",
    "reasons.room",
    "reasons.several",
    "report.chance_better",
    "report.chance_closer",
    "report.spread_times",
    "report.spread_same",
    "rivals.fits_several",
}
"""What is counted here is never one: one has its own sentence, or is no fault or no difference."""
COUNTED = {
    Language.NL: "aanmeldingen|bedrijven|dagen|deelnemers|groepen|kandidaten|koppen|leden|mensen"
    "|plaatsen|punten|redenen|relaties|rijen|tijden|kolommen|velden",
    Language.EN: "applicants|columns|companies|days|fields|groups|headers|members|others"
    "|participants|people|places|points|reasons|relations|rows|times",
}


@pytest.mark.parametrize("language", list(Language))
def test_no_plural_stands_fast_behind_a_number(language: Language) -> None:
    """What is counted is written ``{count:person|people}``, but where there are always more."""
    fast = re.compile(
        rf"(?<!van de )(?<!of )(?<!of the )\{{\w+\}} (?:more )?(?:{COUNTED[language]})\b"
    )
    # within a choice the number stands on the side of many: {count:one person|{count} people}
    chosen = re.compile(r"\{\w+:[^{}|]*\|(?:[^{}]|\{\w+\})*\}")
    free = {key: chosen.sub("", text) for key, text in sentences(language).items()}
    assert {key for key, text in free.items() if fast.search(text)} <= ALWAYS_MORE


def test_lists_as_people_say_them() -> None:
    assert listed(["a", "b", "c"], Language.NL) == "a, b en c"
    assert listed(["a", "b", "c"], Language.EN) == "a, b and c"
    assert number(12.7, Language.NL) == "13"


OF_CSV = re.compile(r"scheidingsteken|sep=|parts columns|UTF-8")


@pytest.mark.parametrize("language", list(Language))
def test_advice_for_csv_is_given_for_csv_alone(language: Language) -> None:
    """Whoever has a workbook is told of no delimiter; what is TOML or JSON is text, and may be."""
    found = {key for key, text in sentences(language).items() if OF_CSV.search(text)}
    of_text = {"programme.unreadable_remedy", "written.not_utf8"}
    assert found == {"intake.row_too_wide_remedy_csv", *of_text}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_a_remedy_goes_by_the_kind_of_file(kind: str, language: Language) -> None:
    known = sentences(language)
    for code, facts in (
        ("intake.row_too_wide", {"rows": ("2",), "count": 1, "columns": 3}),
        ("intake.nothing_known", {"rows": 4}),
    ):
        _, remedy = explain(Problem(code, "a", {**facts, "kind": kind}), language)
        assert remedy == known.get(f"{code}_remedy_{kind}", known[f"{code}_remedy"])


OF_THE_COMMAND_LINE = re.compile(r"map\.toml|(?<![-\w])--?[a-z]{2,}|cohorts [a-z]+|\[\w+\]")


@pytest.mark.parametrize("language", list(Language))
def test_a_page_speaks_of_no_command_line(language: Language) -> None:
    """What reading noticed, and why nothing was composed, also stands on the screen."""
    known = sentences(language)
    only_there = {
        "map_option", "map_file", "skip_headers", "skip_option", "answer_unknown", "one_answered",
        "cannot_write", "no_folder", "closed_folder", "tried_again",
    }  # fmt: skip
    for key in known:
        subject, _, code = key.partition(".")
        shown = subject in {"intake", "identity", "relations", "compose"}
        if shown and key.endswith("_remedy") and code.removesuffix("_remedy") not in only_there:
            said = known.get(f"{key}_plain", known[key])
            assert not OF_THE_COMMAND_LINE.search(said), (key, said)
