"""Headers and answers with a negation: never read as what they say without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.errors import InputError
from cohorts.intake import FieldMap, read_applicants, write_clean
from cohorts.intake.fields.headers import match_headers, turned_field
from cohorts.intake.report import remark_line
from cohorts.intake.values.negation import is_negated
from cohorts.intake.values.picked import read_truth
from cohorts.intake.values.unreadable import Unreadable
from cohorts.round.effect import telling
from cohorts.round.remark import NOBODY_AGREED
from cohorts.words import Language


def written(folder: Path, *rows: str) -> Path:
    path = folder / "a.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


TURNED = {
    "Wanneer bent u NIET beschikbaar?": "availability",
    "Op welke dagen kunt u nooit?": "availability",
    "Beschikbaarheid (behalve)": "availability",
    "Onbeschikbaarheid": "availability",
    "Op welke dagdelen bent u verhinderd?": "availability",
    "When are you unavailable?": "availability",
    "Wanneer kunt u niet?": "availability",
    "When can you NOT attend?": "availability",
    "Which days can't you make it?": "availability",
    "Which days don\u2019t suit you?": "availability",
    "Welke thema's spreken u niet aan?": "themes",
    "Which topics interest you least?": "themes",
    "Welke talen spreekt u niet?": "languages",
    "Ik geef GEEN toestemming om mijn adres te delen": "consent",
    "I do not consent": "consent",
    "Ik heb bezwaar tegen het delen van mijn gegevens": "consent",
    "Omzet zonder subsidies": "turnover",
}


@pytest.mark.parametrize(("header", "field"), TURNED.items())
def test_a_negated_header_is_no_field_and_says_which_it_would_be(header: str, field: str) -> None:
    assert match_headers([header])[0].field is None
    assert turned_field(header) == field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("(Do Not Modify) Lead", "id"),
        ("No. of Employees", "fte"),
        ("KvK no.", "kvk"),
        ("Geeft u toestemming? (ja/nee)", "consent"),
        ("Welke thema's spreken u aan? (niet verplicht)", "themes"),
        ("Welke thema's spreken u aan? Kies er niet meer dan drie", "themes"),
        ("Wat is de omzet van de notariszaak?", "turnover"),
        ("Omzet zonder btw", "turnover"),
    ],
)
def test_a_word_that_turns_nothing_round(header: str, field: str) -> None:
    assert match_headers([header])[0].field == field
    assert turned_field(header) is None


@given(st.sampled_from(["niet", "geen", "nooit", "zonder", "not", "never"]), st.booleans())
def test_only_whole_words_deny(word: str, before: bool) -> None:
    inside = f"x{word}" if before else f"{word}x"
    assert is_negated(f"welke dagen {word.upper()} beschikbaar")
    assert not is_negated(f"welke dagen {inside} beschikbaar")


def test_words_that_turn_nothing_round() -> None:
    for text in ("Aantal medewerkers (ten minste)", "At least how many staff?", "ja/nee"):
        assert not is_negated(text)
    assert is_negated("I don\u2019t agree")
    assert is_negated("Wat past u het minste?")


ROWS = ("nr;bedrijf;Wanneer bent u niet beschikbaar?", "1;A;ma|di", "2;B;di", "3;C;nooit", "4;D;")


def test_answers_turned_round_are_all_that_anybody_named_without_ones_own(tmp_path: Path) -> None:
    path = written(tmp_path, *ROWS)
    asked = read_applicants(path)
    assert [a.availability for a in asked] == [(), (), (), ()]
    assert [r.code for r in asked.report.remarks] == ["intake.turned_header"]
    assert "turned_round" in remark_line(asked.report.remarks[0], Language.NL)
    turned = read_applicants(path, FieldMap(turned_round=("wanneer bent u NIET beschikbaar?",)))
    # 1 named both, 2 named di of ma and di, 3 named none, 4 said nothing
    assert [a.availability for a in turned] == [(), ("ma",), ("ma", "di"), ()]
    told = [(r.code, r.row) for r in turned.report.remarks]
    assert told == [("intake.turned", None), ("intake.turned_nothing", 2)]


def test_what_suits_is_taken_with_what_does_not(tmp_path: Path) -> None:
    header = "Wanneer bent u niet beschikbaar?"
    path = written(
        tmp_path,
        f"nr;Wanneer bent u wel beschikbaar?;{header}",
        "1;ma|di|wo;di",
        "2;;ma",
        "3;ma|di;ma",
    )
    found = read_applicants(path, FieldMap(turned_round=(header,)))
    assert [a.availability for a in found] == [("ma", "wo"), ("di", "wo"), ("di",)]


REFUSES = "Ik geef geen toestemming om mijn adres te delen"


@pytest.mark.parametrize(
    ("field_map", "given"),
    [
        (FieldMap(), (False, None, None)),
        (FieldMap(fields={"consent": (REFUSES,)}), (False, None, None)),
        (FieldMap(ignore=(REFUSES,)), (None, None, None)),
        (FieldMap(turned_round=(REFUSES,)), (False, True, None)),
    ],
)
def test_no_consent_is_made_of_a_refusal(
    field_map: FieldMap, given: tuple[bool | None, ...], tmp_path: Path
) -> None:
    path = written(tmp_path, f"nr;bedrijf;{REFUSES}", "1;A;ja", "2;B;nee", "3;C;ja, maar")
    assert tuple(a.consent for a in read_applicants(path, field_map)) == given


def test_a_header_that_cannot_be_turned_round_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "nr;Omzet zonder subsidies", "1;3")
    for header, code in (("Omzet zonder subsidies", "turned_unknown"), ("Wijk", "map_header")):
        with pytest.raises(InputError, match=rf"intake\.{code}"):
            read_applicants(path, FieldMap(turned_round=(header,)))


PLAIN = ["ja", "Ja.", "JA!", "j", "yes", "x", "1", "akkoord", "Ja, graag", "Ik ga akkoord",
         "Ja, ik geef toestemming voor het delen van mijn gegevens", "Yes, I agree to this",
         "I consent to sharing my data", "Ja, dat is goed"]  # fmt: skip
BACK = ["maar niet mijn adres", "mits anoniem", "tenzij", "alleen per mail", "but not my phone",
        "only my name", "unless", "als het moet", "misschien", "/ nee", "of nee", "zonder telefoon",
        "onder voorbehoud", "tot nader order", "voor de nieuwsbrief"]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_yes(text: str) -> None:
    assert read_truth(text) is True


@given(st.sampled_from(PLAIN), st.sampled_from(BACK), st.sampled_from([" ", ", ", "; ", " - "]))
def test_a_yes_that_takes_something_back_is_none(yes: str, back: str, sign: str) -> None:
    with pytest.raises(Unreadable):
        read_truth(f"{yes.rstrip('.!')}{sign}{back}")


@pytest.mark.parametrize("text", ["x nee", "ja?", "ja voor de foto's", "akkoord met nieuwsbrief"])
def test_what_only_begins_with_yes(text: str) -> None:
    with pytest.raises(Unreadable):
        read_truth(text)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Ik ga akkoord met het ontvangen van de nieuwsbrief", None),
        ("Ik heb de privacyverklaring gelezen", None),
        ("Ik ga akkoord met de voorwaarden", None),
        ("Toestemming voor foto's", None),
        ("Ik ga akkoord met het delen van mijn gegevens volgens de privacyverklaring", "consent"),
        ("Gaat u akkoord met het gebruik van uw gegevens?", "consent"),
        ("Toestemming", "consent"),
    ],
)
def test_agreeing_to_something_else_is_no_consent(header: str, field: str | None) -> None:
    assert match_headers([header])[0].field == field


@pytest.mark.parametrize(
    ("cell", "options"),
    [
        ("maandag, dinsdag", ("maandag", "dinsdag")),
        ("kan niet op maandag", ()),
        ("maandag, niet op dinsdag", ("maandag",)),
        ("alle dagen behalve maandag", ()),
        ("geen voorkeur", ()),
    ],
)
def test_answers_with_a_negation_are_no_option(
    cell: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    path = written(tmp_path, "nr;bedrijf;beschikbaarheid", f"1;A;{cell}")
    found = read_applicants(path)
    assert found[0].availability == options
    denied = sum(part not in options for part in cell.split(", "))
    assert [r.code for r in found.report.remarks] == ["intake.no_option"] * denied


def test_several_columns_with_a_negation_are_no_option_either(tmp_path: Path) -> None:
    path = written(tmp_path, "nr;Eerste;Tweede", "1;maandag;niet op dinsdag")
    both = FieldMap(fields={"availability": ("Eerste", "Tweede")})
    found = read_applicants(path, both)
    assert found[0].availability == ("maandag",)
    write_clean(found, tmp_path / "clean.csv")
    assert read_applicants(tmp_path / "clean.csv").people == found.people


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Welke dagdelen komen u slecht uit?", "availability"),
        ("Welke dagen vallen voor u af?", "availability"),
        ("Not available on", "availability"),
        ("Which themes would you rather skip?", "themes"),
        ("Welke onderwerpen hoeven voor u niet?", "themes"),
        ("Uitgesloten concurrenten", "competitors"),
        ("Ik wil niet dat mijn gegevens worden gedeeld", "consent"),
        ("Consent withdrawn", "consent"),
    ],
)
def test_what_does_not_suit_is_asked_in_other_words_too(header: str, field: str) -> None:
    assert match_headers([header])[0].field is None
    assert turned_field(header) == field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Bedrijfsnaam (niet de handelsnaam)", "company"),
        ("E-mail (wordt niet gedeeld)", "email"),
        ("Naam (niet verplicht)", "name"),
        ("Aantal medewerkers (zonder uzelf)", "fte"),
        ("Thema's (kies er niet meer dan 3)", "themes"),
        ("Toestemming (niet voor de nieuwsbrief)", None),
        ("Beschikbaarheid (niet in mei)", None),
        ("Naam (bedrijf)", "company"),
        ("Wat gaat er slecht? Uw vraagstuk", "question"),
        ("Bezetting", None),
    ],
)
def test_a_remark_in_brackets_denies_nothing_but_what_suits(header: str, field: str | None) -> None:
    assert match_headers([header])[0].field == field


def test_who_denies_twice_is_asked_what_a_yes_means(tmp_path: Path) -> None:
    header = "Geen bezwaar tegen het delen van mijn gegevens"
    path = written(tmp_path, f"id,{header}", "1,ja", "2,nee")
    found = read_applicants(path)
    assert [a.consent for a in found] == [None, None]
    assert [r.code for r in found.remarks] == ["intake.twice_turned_consent"]
    said = read_applicants(path, FieldMap(fields={"consent": (header,)}))
    assert [a.consent for a in said] == [True, False]


def test_a_denied_header_that_cannot_be_turned_round_says_so(tmp_path: Path) -> None:
    found = read_applicants(written(tmp_path, "id,Uw omzet subsidies niet meegeteld", "1,20"))
    (remark,) = found.remarks
    assert remark.code == "intake.denied_header"
    assert "turned_round" not in remark_line(remark, Language.NL)


def test_a_denied_header_that_the_map_points_to_is_said(tmp_path: Path) -> None:
    header = "Wanneer bent u NIET beschikbaar?"
    path = written(tmp_path, f"id;{header}", "1;ma", "2;di")
    found = read_applicants(path, FieldMap(fields={"availability": (header,)}))
    assert [a.availability for a in found] == [("ma",), ("di",)]
    assert [r.code for r in found.remarks] == ["intake.denied_mapped"]
    both = FieldMap(fields={"availability": (header,)}, turned_round=(header,))
    assert "intake.denied_mapped" not in {r.code for r in read_applicants(path, both).remarks}


NO_YES = ["ik ben in gesprek met mijn advocaat", "ik ga in beroep", "ik ben in Duitsland",
          "Ik ga dat intern bespreken in het team", "I do wonder why", "You can go away",
          "My lawyer can answer that", "Dat moet mijn baas zeggen, die mag", "U mag mij bellen",
          "Ik geef hier zelden toestemming voor", "Ik stem tegen in de vergadering", "I give up",
          "Mijn gegevens mogen verwijderd worden", "You can delete my data",
          "Toestemming om mijn gegevens te wissen", "I do mind",
          "Jullie mogen mijn gegevens vergeten"]  # fmt: skip
WHOLE = ["Ik ben het ermee eens", "Ja, ik stem daarmee in", "I do", "Yes, you can use my data",
         "Ja, mijn gegevens mogen gedeeld worden", "U mag mijn gegevens delen", "Ja, dat mag",
         "My details can be shared", "Ik geef u hierbij toestemming"]  # fmt: skip


@pytest.mark.parametrize("text", NO_YES)
def test_a_sentence_that_agrees_to_nothing_is_no_yes(text: str) -> None:
    with pytest.raises(Unreadable):
        read_truth(text)


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_sentence_that_agrees(text: str) -> None:
    assert read_truth(text) is True


@pytest.mark.parametrize(
    ("header", "answers"),
    [
        ("Toestemming", ("misschien", "")),
        ("Toestemming", ("", "")),
        ("Geeft u toestemming om uw gegevens te delen?", ("liever niet", "weet ik niet")),
        ("Ik geef geen toestemming", ("nee", "")),
    ],
)
def test_consent_that_nobody_gives_was_asked_all_the_same(
    header: str, answers: tuple[str, str], tmp_path: Path
) -> None:
    path = written(tmp_path, f"nr;bedrijf;{header}", f"1;A;{answers[0]}", f"2;B;{answers[1]}")
    found = read_applicants(path)
    assert [a.consent for a in found] == [None, None]
    assert NOBODY_AGREED in [r.code for r in telling(found.remarks)]
    write_clean(found, tmp_path / "clean.csv")
    assert [r.code for r in read_applicants(tmp_path / "clean.csv").remarks] == [NOBODY_AGREED]


@pytest.mark.parametrize(
    "header",
    ["Mogen wij uw gegevens delen met de begeleider?", "Mag uw e-mailadres gedeeld worden?",
     "May we share your details?", "Can we use your e-mail address?", "GDPR consent"],
)  # fmt: skip
def test_whether_data_may_be_shared_is_a_question_for_consent(header: str) -> None:
    assert match_headers([header, "E-mailadres"])[0].field == "consent"


def test_a_no_to_one_of_two_questions_for_consent_is_a_no(tmp_path: Path) -> None:
    head = "nr;bedrijf;Toestemming;Mag uw e-mailadres gedeeld worden?"
    rows = ("1;A;ja;nee", "2;B;nee;ja", "3;C;ja;ja", "4;D;ja;", "5;E;ja;mits", "6;F;;")
    found = read_applicants(written(tmp_path, head, *rows))
    assert [a.consent for a in found] == [False, False, True, True, None, None]
