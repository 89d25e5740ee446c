"""Kinds of fault that no sentence may have, whoever wrote it: text → what is wrong, or nothing.

A block is given *bare*: names and answers stand in it as ``◦``, so that only our own words are
judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from cohorts.programme.programme import Programme
from cohorts.words import Language
from cohorts.words.noun import noun
from cohorts.words.sentences import sentences

Kind = Callable[[str, Language], str]
"""(bare text, language) → the part that is wrong; "": nothing."""

WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
ALIKE_FROM = 4
"""So many first letters in common make two words one: ``thema`` and ``thema's``."""
MANY = {
    Language.NL: "aanmeldingen bedrijven deelnemers groepen kandidaten kringen leden mensen "
    "medewerkers ondernemers personen pilots plaatsen punten redenen tafels tijden dagen dingen",
    Language.EN: "applications companies participants groups applicants circles members people "
    "entrepreneurs pilots places points reasons tables times days things",
}
ONE = {
    Language.NL: "aanmelding bedrijf deelnemer groep kandidaat kring lid persoon medewerker "
    "ondernemer pilot plaats punt reden tafel tijd dag ding mens",
    Language.EN: "application company participant group applicant circle member person "
    "entrepreneur pilot place point reason table day thing",
}
OTHER = {
    Language.NL: "the and with are has have who their this that these from not but which there "
    "would could every each your other about between because group groups people members when "
    "where what than into they you",
    Language.EN: "het een en van niet zijn voor wie deze dit dat die worden wordt heeft hebben "
    "naar bij uit maar ook als geen nog elkaar iedereen mensen leden groep groepen waar wat hoe "
    "zij wij hun niemand",
}
"""Words of the other language that this one does not have."""
NAMES = re.compile(
    r"Leren-van-elkaar\S*|Stad(?:s|en) \w+|'[^']*'|‘[^’]*’|«[^»]*»|\S+\.(?:toml|csv|xlsx|html)"
)
"""What is quoted or the name of a thing, in whatever language it is."""
MOST_IN_A_TITLE = 5
AT_END = re.compile(r"[.?!:…)✓]['’»]?$")
NOT_FILLED = re.compile(r"\b(None|nan|NaN|null|True|False|inf)\b|[{}]")
DOUBLED = re.compile(r"(?<!\.)\.\.(?!\.)|,,|;;|::|[?!]\.|[.:;,] ?[,;]|(?<=\w) [,;.](?:\s|$)|\( *\)")


def repeats_itself(bare: str, language: Language) -> str:
    """A parenthesis all of whose words and numbers stand just before it.

    ``25 km on average, the furthest (43 km)`` repeats a unit, and tells another number.
    """
    del language
    for found in re.finditer(r"([^().:;]*)\(([^()]+)\)", bare):
        before = [w.lower() for w in WORD.findall(found[1])]
        inside = [w.lower() for w in WORD.findall(found[2])]
        new = set(NUMBER.findall(found[2])) - set(NUMBER.findall(found[1]))
        if inside and not new and all(any(_alike(a, b) for b in before) for a in inside):
            return found[0]
    return ""


def _alike(a: str, b: str) -> bool:
    short = min(len(a), len(b))
    return a == b or (short >= ALIKE_FROM and a[: short - 1] == b[: short - 1])


def counts_wrongly(bare: str, language: Language) -> str:
    """``1 mensen``, ``2 groep``; a verb of one with a number of many."""
    many, one = (words[language].replace(" ", "|") for words in (MANY, ONE))
    wrong = [
        rf"(?<![\d.,◦] )(?<![\d.,])\b1 (?:{many})\b",
        rf"\b(?:[02-9]|[1-9]\d+) (?:{one})\b(?!-)",
    ]
    if language is Language.NL:
        wrong += [rf"\bis (?:er )?(?:nog )?(?:nodig: )?(?:[02-9]|\d\d+) (?:{many})\b",
                  r"\b(?:zijn|komen|krijgen) er 1\b"]  # fmt: skip
    else:
        wrong += [rf"\b(?:is|was) (?:[02-9]|\d\d+) (?!times)(?:{many})\b", r"\bare 1\b(?![.,]\d)"]
    return _first(wrong, bare)


def other_language(bare: str, language: Language) -> str:
    """A word of the other language; what is quoted and file names aside."""
    own = NAMES.sub("◦", bare)
    return _first([rf"(?<![\w-])(?:{OTHER[language].replace(' ', '|')})(?![\w-])"], own.lower())


def not_filled_in(bare: str, language: Language) -> str:
    """``None``, ``nan``, a brace: what a computer says, not a person."""
    del language
    return found[0] if (found := NOT_FILLED.search(bare)) else ""


def punctuated_twice(bare: str, language: Language) -> str:
    """Two signs where one belongs, an empty parenthesis, a space too many."""
    del language
    if "  " in bare.strip():
        return "two spaces"
    clean = re.sub(r"\.{3}|…", "", bare)
    return found[0] if (found := DOUBLED.search(clean)) else ""


def says_nothing(bare: str, language: Language) -> str:
    """No days, no groups where something failed: what need not be said at all."""
    unit = {Language.NL: "dagen|groepen|keer", Language.EN: "days|groups|times"}[language]
    return found[0] if (found := re.search(rf"\b0 (?:{unit})\b", bare)) else ""


def one_left(bare: str, language: Language) -> str:
    """One more that could have been named."""
    words = {Language.NL: r"\bnog 1\b(?! \w)", Language.EN: r"\b1 more\b(?! \w)"}[language]
    return found[0] if (found := re.search(words, bare)) else ""


KINDS: Mapping[str, Kind] = {
    "a parenthesis repeats the words before it": repeats_itself,
    "singular and plural": counts_wrongly,
    "another language": other_language,
    "not filled in": not_filled_in,
    "punctuation": punctuated_twice,
    "nothing is said": says_nothing,
    "one is left unnamed": one_left,
}


def usual_word(bare: str, programme: Programme, language: Language) -> str:
    """A word of ours for what this programme calls otherwise."""
    for idea, own in programme.words.given.items():
        if language not in own:
            continue
        usual = noun(sentences(language)[f"programme.word_{idea}"], language)
        said = {noun(own[language], language).one, noun(own[language], language).many}
        if said & {usual.one, usual.many}:
            continue
        words = rf"(?<![\w-])(?:{usual.one}|{usual.many})(?![\w-])"
        without = NAMES.sub("◦", bare)
        for one in said:
            without = without.replace(one, "◦")
        if found := re.search(words, without, re.IGNORECASE):
            return found[0]
    return ""


def no_full_stop(kind: str, bare: str) -> str:
    """A paragraph or a definition that is a sentence, without its end."""
    title = " · " in bare or re.search(r"\d{4}: \S", bare)  # of a page; a day and what it is
    sentence = kind in ("p", "dd") and len(WORD.findall(bare)) > MOST_IN_A_TITLE and not title
    return bare[-25:] if sentence and not AT_END.search(bare) and not bare.endswith("◦") else ""


def _first(patterns: list[str], text: str) -> str:
    found = (re.search(pattern, text) for pattern in patterns)
    return next((one[0] for one in found if one), "")
