"""A document of the organiser's own: kept per kind, taken away; what is wrong leaves what stood."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from cohorts.errors import CohortsError, StaleError
from cohorts.reports.letters.word_starter import starter
from cohorts.rounds.act import act
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.posting.keep_template import drop_template, keep_template
from cohorts.rounds.posting.kept_templates import TemplateKind, kept_templates
from cohorts.rounds.posting.template_fields import Lacks, TemplateField, lacking
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.backup import backup
from cohorts.store.doctor import doctor
from cohorts.store.restore import restore
from cohorts.store.store import opened
from cohorts.store.tables import template
from cohorts.words import Language, explain
from tests.cohorts.intake.files.word.a_document import document
from tests.cohorts.rounds.deciding.decided_round import Decided

GOOD = starter(Language.NL)
ALL, PLACED = TemplateKind.ALL, TemplateKind.PLACED


def refused(here: Decided, content: bytes) -> CohortsError:
    with pytest.raises(CohortsError) as error:
        keep_template(*here.of, "../map/brief\u202e.docx", content, kind=ALL)
    return error.value


def test_kept_looked_at_replaced_and_taken_away(here: Decided) -> None:
    keep_template(*here.of, "../map/brief\u202e.docx", GOOD, kind=ALL, seen=0)
    keep_template(*here.of, "ja.docx", document("«brief»"), kind=PLACED, seen=1)
    kept = kept_templates(*here.of)
    assert (kept.revision, [*kept.by_kind]) == (2, [ALL, PLACED])
    one = kept.by_kind[ALL]
    assert (one.value.name, one.value.content, one.by) == ("brief.docx", GOOD, here.actor.name)
    assert kept.by_kind[PLACED].value.fields == (TemplateField.LETTER,)
    with pytest.raises(StaleError):
        keep_template(*here.of, "ja.docx", GOOD, kind=PLACED, seen=1)
    drop_template(*here.of, kind=ALL, seen=2)
    assert [*kept_templates(*here.of).by_kind] == [PLACED]
    with pytest.raises(CohortsError) as error:
        drop_template(*here.of, kind=ALL)
    assert error.value.problems[0].code == "template.none"


def test_what_is_wrong_leaves_what_stood(here: Decided) -> None:
    keep_template(*here.of, "brief.docx", GOOD, kind=ALL)
    before = kept_templates(*here.of)
    unknown = refused(here, document("«bedrijfsnaam» «naam» «zzzzzz»"))
    near, far = unknown.problems
    assert (near.code, far.code) == ("template.unknown_field_near", "template.unknown_field")
    fault, remedy = explain(near, Language.NL)
    assert fault == "Het veld «bedrijfsnaam» kennen wij niet. Bedoelt u «bedrijf»?"
    assert "«verwijzing»" in remedy
    assert refused(here, document("Geachte heer")).problems[0].code == "template.no_fields"
    assert refused(here, b"PK").problems[0].place == "brief.docx"
    who = next(iter(people_of(*here.of).who.values()))
    named = refused(here, document(f"Dag {who.company}, «naam»"))
    assert named.problems[0].code == "template.names_somebody"
    assert kept_templates(*here.of).by_kind == before.by_kind


def test_what_it_would_not_say() -> None:
    f = TemplateField
    assert [*lacking({f.NAME}, reasons=True, remedy=True)] == [*Lacks]
    assert [*lacking({f.DECISION}, reasons=False, remedy=False)] == []
    assert [*lacking({f.LETTER}, reasons=True, remedy=True)] == []


def test_who_is_named_later_and_erased_takes_it_along(here: Decided, tmp_path: Path) -> None:
    """Also out of an older copy that is put back; another document of the kind stays."""
    keep_template(*here.of, "een.docx", document("Dag Iemand Anders, «naam»"), kind=ALL)
    keep_template(*here.of, "twee.docx", document("«naam»"), kind=PLACED)
    key, who = next((k, a) for k, a in people_of(*here.of).who.items() if a.company)
    with act(*here.of, "letter.template", may=ORGANISERS, object_="template") as doing:
        of = doing.connection
        value = kept_templates(*here.of).by_kind[ALL].value
        text = value.model_copy(update={"text": f"Dag {who.company}!"}).model_dump_json()
        of.execute(update(template).where(template.c.kind == "all").values(value=text))
    store, copy = here.of[0], tmp_path / "copy"
    backup(store.url, copy)
    erase_person(*here.of, str(key))
    assert [*kept_templates(*here.of).by_kind] == [PLACED]
    store.close()
    restore(copy, store.url)
    again = opened(store.url)
    assert [*kept_templates(again, *here.of[1:]).by_kind] == [PLACED]
    assert doctor(again) == ()
    again.close()


def test_what_no_act_wrote_is_none(here: Decided) -> None:
    keep_template(*here.of, "een.docx", GOOD, kind=ALL)
    with act(*here.of, "letter.template", may=ORGANISERS, object_="template") as doing:
        doing.connection.execute(update(template).values(value='{"name": 7}'))
    assert not kept_templates(*here.of).by_kind
