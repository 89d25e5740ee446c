"""Letters in a document of one's own: each sentence of theirs once, and nothing of anybody else."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.errors import InputError
from cohorts.intake.files.word_document import read_document
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.letters import word_zip as made_zip
from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.word_letters import Filled, filling, values_of
from cohorts.reports.letters.word_starter import starter
from cohorts.reports.letters.word_zip import example, word_zip
from cohorts.rounds.packed import unpack
from cohorts.rounds.posting.kept_templates import TemplateKind, TemplateValue
from cohorts.rounds.posting.template_fields import TemplateField, fields_read, name_of
from cohorts.words import Language
from tests.cohorts.intake.files.word.a_document import (
    TYPES,
    document,
    linked,
    paragraphs,
    parts_of,
    run,
    zipped,
)

NL, EN = Language.NL, Language.EN
AT = "2026-11-28T01:00:00.000Z"
SENDER = Sender("Samen", "Stap één", "Kenmerk: abc", "Bezwaar: <bij ons> & binnen 6 weken.")
HOSTILE = "«reden» <<naam>> MERGEFIELD naam & <w:t>x</w:t> ]]> {{ 7*7 }}"
ALL = "|".join(f"{field}=«{name_of(field, NL)}»" for field in TemplateField)


def letter(number: int = 1, outcome: Outcome = Outcome.NOT_PLACED, **more: object) -> Letter:
    who = Applicant(
        id=ApplicantId(str(number)),
        name=f"Naam{number}",
        company=f"Bedrijf{number}",
        place="Zwolle",
    )
    return Letter(who, outcome, **({"reason": f"reden{number}."} | more))  # type: ignore[arg-type]


@cache
def begun(*texts: str, head: str = "", cell: str = "") -> Filled:
    return filling(read_document(document(*texts, head=head, cell=cell), "brief.docx"))


def filled(one: Letter, *texts: str, whole: bool = False, **where: str) -> list[str]:
    made = begun(*texts, **where).letter(values_of(one, SENDER, NL, AT, whole=whole))
    Document(io.BytesIO(made))  # another reader takes it
    return [text for text in paragraphs(made) if text]


def own(*texts: str, **kinds: str) -> dict[TemplateKind, TemplateValue]:
    stated = kinds or {"all": texts[0]}
    return {
        TemplateKind(kind): TemplateValue.model_construct(
            name=f"{kind}.docx", content=document(text), fields=(), text=""
        )
        for kind, text in stated.items()
    }


def test_every_field_of_the_letter() -> None:
    one = letter(referrals=("Ga naar Zwolle.",), facts="Van maart.")
    said = dict(part.split("=", 1) for part in filled(one, ALL)[0].split("|"))
    assert said == {
        "first_meeting": "",
        "name": "Naam1",
        "company": "Bedrijf1",
        "place": "Zwolle",
        "date": "28 november 2026",
        "subject": "Uw aanmelding voor Samen",
        "programme": "Samen",
        "group": "",
        "reference": "Kenmerk: abc",
        "letter": "\n\n".join(one.paragraphs(SENDER, NL)),
        "salutation": "Beste Naam1,",
        "application": "U meldde Bedrijf1 aan voor Samen.",
        "decision": "U bent deze keer niet geplaatst.",
        "reason": "De reden: reden1.",
        "referral": "Hier kunt u misschien wel terecht. Ga naar Zwolle.\n\nVan maart.",
        "help": "",
        "remedy": SENDER.remedy,
        "greeting": "Met vriendelijke groet, Samen",
    }


@settings(max_examples=25, deadline=None)
@given(name=st.text(min_size=1), reason=st.one_of(st.text(), st.just(HOSTILE)))
def test_a_value_is_text_and_comes_out_as_it_is(name: str, reason: str) -> None:
    who = Applicant(id=ApplicantId("1"), name=name, company=HOSTILE)
    one = Letter(who, Outcome.NOT_PLACED, reason=reason)
    found = "\n".join(filled(one, "1«naam»2", "3«bedrijf»4", "«brief»"))
    whole = "\n".join(one.paragraphs(SENDER, NL))
    for text in (f"1{name}2", f"3{HOSTILE}4", whole):
        assert shown(text) in shown(found)
    assert found.count("3«reden»") == 1


def shown(text: str) -> str:
    """Without what no document holds; every kind of new line is one."""
    signs = text.replace("\r\n", "\n")
    kept = "".join(s for s in signs if (s >= " " or s in "\t\n\r") and s not in "\ufffe\uffff")
    return "\n".join(filter(None, kept.splitlines()))


def test_a_paragraph_alone_is_there_for_each_and_not_for_none() -> None:
    one = letter(outcome=Outcome.PLACED, group="Groep 3", reason="")
    assert filled(
        one, "Dag", "«reden»", "«besluit»", "Einde", head="«hulp»", cell="«verwijzing»"
    ) == [
        "Dag",
        one.parts(SENDER, NL)["decision"][0],  # type: ignore[index]
        "Einde",
    ]
    assert filled(one, "«brief»") == list(one.paragraphs(SENDER, NL))


def test_by_hand_it_stands_once_and_as_it_was_written() -> None:
    one = letter(written="Dag Jo.\n\nTot ziens,\nAnna")
    hand = ["Dag Jo.", "Tot ziens,\nAnna"]
    assert filled(one, "«aanhef»", "«besluit»", "«reden»", "«rechtsmiddel»") == hand
    assert filled(one, "«brief»", "«besluit»", whole=True) == hand


def test_in_the_language_of_the_letter() -> None:
    one = letter(otherwise=(Sender("Together", below="Reference: abc"), EN), reason="full.")
    assert filled(one, "«datum»", "«aanhef»", "«reason»", "«kenmerk»") == [
        "28 November 2026",
        "Dear Naam1,",
        "The reason: full.",
        "Reference: abc",
    ]


def test_one_file_each_of_their_own_kind_with_nobody_elses_data() -> None:
    letters = [
        letter(1),
        letter(2, Outcome.PLACED, group="Groep 2", reason=""),
        letter(3, Outcome.RESERVE),
        letter(4, Outcome.GOES_ON, reason=""),
    ]
    kinds = own(not_placed="NEE «brief»", reserve="WACHT «brief»", placed="JA «brief»")
    made = word_zip(SENDER, letters, NL, kinds, AT)
    assert made == word_zip(SENDER, letters, NL, kinds, AT)
    files = unpack(made, "")
    assert sorted(files) == [
        "brief-001-bedrijf1.docx",
        "brief-002-bedrijf2.docx",
        "brief-003-bedrijf3.docx",
    ]
    for number, (_, content) in enumerate(sorted(files.items()), 1):
        text = "\n".join(paragraphs(content))
        assert text.count(f"Beste Naam{number},") == 1
        assert not [n for n in range(1, 5) if n != number and f"Naam{n}" in text]
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            assert archive.namelist()[0] == "[Content_Types].xml"
    assert len(unpack(word_zip(SENDER, letters, NL, own("«brief»"), AT), "")) == len(letters)


def test_what_would_be_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_zip, "MOST_TOGETHER", 1000)
    with pytest.raises(InputError) as error:
        word_zip(SENDER, [letter()], NL, own("«brief»"), AT)
    assert error.value.problems[0].code == "template.too_heavy"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", TemplateKind)
def test_the_blank_one_is_a_letter_and_its_example_of_nobody(
    language: Language, kind: TemplateKind
) -> None:
    made = starter(language)
    assert made == starter(language)
    _, fields = fields_read(made, "")
    assert {*TemplateField} - fields == {
        TemplateField.LETTER,
        TemplateField.GROUP,
        TemplateField.FIRST_MEETING,
        TemplateField.PROGRAMME,
    }
    text = "\n".join(paragraphs(example(made, kind, SENDER, language)))
    assert {NL: "verzonnen", EN: "made up"}[language] in text
    assert SENDER.remedy in text
    assert "«" not in text


def test_a_field_in_several_runs_looks_as_it_began() -> None:
    content = document(raw=f"<w:p>{run('Dag ')}{run('«na', bold=True)}{run('am»!')}</w:p>")
    made = filling(read_document(content, "")).letter(
        values_of(letter(), SENDER, NL, AT, whole=False)
    )
    bold = [one.text for one in Document(io.BytesIO(made)).paragraphs[0].runs if one.bold]
    assert bold == ["Naam1"]


def test_a_picture_weighs_in_a_letter_what_it_weighs_in_the_document() -> None:
    """Else a small file makes letters that no memory holds."""
    parts = parts_of(linked(document("«naam»"), "image", "media/a.png", "Internal"))
    parts["word/media/a.png"] = bytes(1_000_000)
    known = b'<Default Extension="png" ContentType="image/png"/><Override'
    parts[TYPES] = parts[TYPES].replace(b"<Override", known, 1)
    made = filling(read_document(zipped(parts), "")).letter({TemplateField.NAME: ("Jo Vos",)})
    assert len(parts_of(made)["word/media/a.png"]) == 1_000_000
    assert len(made) < 100_000
