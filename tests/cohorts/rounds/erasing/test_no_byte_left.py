"""After an erasure no byte is left of who somebody was: searched in whatever we keep."""

from __future__ import annotations

import base64
import io
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import insert, update

from cohorts.people.relation import Relation, RelationKind
from cohorts.round.smaller import Smaller
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.give import give
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.conferring.confer import remark_on_group
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.replay import replay
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.mentions import mentions_of
from cohorts.rounds.judging.stage_head import stages_of
from cohorts.rounds.keeping.due import due_of, erase_due
from cohorts.rounds.keeping.everything import EVERYTHING
from cohorts.rounds.keeping.times_kept import set_keeping
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.meeting.write_down import remark
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.posting.about import about_decision
from cohorts.rounds.posting.keep_template import keep_template
from cohorts.rounds.posting.kept_templates import TemplateKind, kept_templates
from cohorts.rounds.posting.queue_mail import queue_mail
from cohorts.rounds.posting.written import Written
from cohorts.rounds.roles import ORGANISERS, Role
from cohorts.store.backup import backup
from cohorts.store.clock import now
from cohorts.store.doctor import doctor
from cohorts.store.keys import PersonKey, RoundKey, new_key
from cohorts.store.restore import restore
from cohorts.store.store import Store, opened
from cohorts.store.tables import letter_text, note, template
from cohorts.words import Language
from tests.cohorts.intake.files.word.a_document import document
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of
from tests.cohorts.rounds.erasing.traces import in_rows, on_disk, traces
from tests.cohorts.rounds.staff import begun, joined

NAME, COMPANY = "Zoë Quaadvlieg", "Zonnebloem Bäkkers"
MAIL, TELEPHONE = "zoe.quaad@zonnebloem.example", "06-87654321"
TELEPHONES = "Telefoonnummer"
HERS = {"name": NAME, "company": COMPANY, "email": MAIL, "phone": TELEPHONE}
WORDS = ("Quaadvlieg", "Zoë", "Zonnebloem", "Bäkkers", "zoe.quaad", "zonnebloem", "87654321")
SHARED = ("Zonnebloem", "Bäkkers")
TEXT = f"{NAME} van {COMPANY} ({MAIL}, {TELEPHONE})"


@dataclass(frozen=True)
class Everywhere:
    """A round in which she stands wherever somebody can. ``copy``: made before she was erased."""

    store: Store
    actor: Actor
    round: RoundKey
    her: PersonKey
    copy: Path

    @property
    def of(self) -> tuple[Store, Actor, RoundKey]:
        return self.store, self.actor, self.round

    def left(self) -> set[str]:
        return traces(WORDS, *on_disk(self.store), *in_rows(self.store))

    def erase(self) -> None:
        found = mentions_of(*self.of, self.her)
        erase_person(*self.of, self.her, notes=[one.key for one in found.notes])


@pytest.fixture
def everywhere(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Everywhere:
    monkeypatch.setenv("COHORTS_SMTP_URL", "smtp://127.0.0.1:9")
    monkeypatch.setenv("COHORTS_MAIL_FROM", "Bureau <bureau@voorbeeld.nl>")
    anna, round_ = begun(store)
    head, *rest = PEOPLE.decode().splitlines()
    rows = [f"{head},{TELEPHONES}", *(f"{row},053-1234567" for row in rest), ""]
    take_in(store, anna, round_, "\n".join(rows).encode())
    here = chosen(store, at=(anna, round_))
    of = (store, here.organiser, here.round)
    her, other = here.candidate(0), here.candidate(1)
    mend(*of, her, HERS)
    known = people_of(*of).keys.ids
    ids = [known[here.candidate(number)] for number in range(3)]
    relations = [
        Relation(ids[0], ids[1], RelationKind.KNOWS, note=TEXT),
        Relation(ids[1], ids[2], RelationKind.KNOWS, note=TEXT),
    ]
    give(*of, "relations", relations)
    remark(*of, here.stage, text=TEXT)
    remark(*of, here.stage, text=TEXT, person=her)
    decision = composed_of(here, smaller={1: Smaller(2, f"{TEXT} is gestopt")})
    (decided,) = decisions_of(*of)
    remark_on_group(*of, decided.proposal, text=TEXT)
    _template(of)
    note_call(*of, her, Called.NO_ANSWER, remark=TEXT)
    note_call(*of, other, Called.NO_ANSWER, remark=TEXT)
    about = about_decision(decision)
    queue_mail(*of, about, {her: Written(MAIL, NAME, TEXT)})
    _letter(of, her, about)
    reopen_decision(*of, decision, reason=f"{TEXT} had geen plaats mogen krijgen")
    drop(*of, f"{NAME}.xlsx", workbook())
    copy = tmp_path_factory.mktemp("copies") / "rounds.backup"
    backup(store.url, copy)
    return Everywhere(*of, her, copy)


def _template(of: tuple[Store, Actor, RoundKey]) -> None:
    """Of before she was in the round: one that names somebody is not taken."""
    keep_template(*of, "brief.docx", document("«naam»"), kind=TemplateKind.ALL)
    with act(*of, "letter.template", may=ORGANISERS, object_="template") as doing:
        value = kept_templates(*of).by_kind[TemplateKind.ALL].value
        hers = {"text": TEXT, "content": document(f"{TEXT} «naam»")}
        text = value.model_copy(update=hers).model_dump_json()
        doing.connection.execute(update(template).values(value=text))


def _letter(of: tuple[Store, Actor, RoundKey], her: PersonKey, about: str) -> None:
    with act(*of, "mail.queue", may=ORGANISERS, object_="letters") as doing:
        key, at = new_key(), {"at": now(), "by": of[1].key}
        noted = {"key": key, "round": of[2], "person": her, "text": TEXT}
        doing.connection.execute(insert(note), noted)
        row = {"round": of[2], "person": her, "about": about, "language": "nl", "note": key}
        doing.connection.execute(insert(letter_text), row | at)


def workbook() -> bytes:
    """With her in it, packed as workbooks are."""
    book, out = Workbook(), io.BytesIO()
    for row in (["id", *HERS], ["c0", *HERS.values()]):
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_the_search_finds_what_is_hidden() -> None:
    """A text as it is, and as others write it or pack it."""
    plain = TEXT.encode()
    for hidden in (
        plain,
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        repr(TEXT).encode("ascii", "backslashreplace"),
        base64.b64encode(plain),
        b"x" + zlib.compress(plain),
        base64.urlsafe_b64encode(zlib.compress(plain)),
        workbook(),
    ):
        assert "Quaadvlieg" in traces(WORDS, hidden), hidden
    assert traces(WORDS, b"Jan Jansen", zlib.compress(b"Jan Jansen")) == set()


def test_no_byte_is_left(everywhere: Everywhere) -> None:
    assert everywhere.left() == set(WORDS)
    everywhere.erase()
    assert everywhere.left() == set()
    assert doctor(everywhere.store) == ()
    assert traces(WORDS, export_of(everywhere)) == set()


def export_of(here: Everywhere) -> bytes:
    """The round as it is taken along, by who may."""
    auditor = joined(here.store, here.actor, "Auke", here.round, Role.AUDITOR)
    reason = "De ronde gaat naar een andere server"
    return export_round(here.store, auditor, here.round, reason=reason)


def test_nor_after_an_older_copy_was_put_back(everywhere: Everywhere) -> None:
    everywhere.erase()
    url = everywhere.store.url
    everywhere.store.close()
    assert traces(WORDS, everywhere.copy.read_bytes())
    before = restore(everywhere.copy, url).before
    assert before is not None
    again = opened(url)
    here = Everywhere(again, *everywhere.of[1:], everywhere.her, everywhere.copy)
    try:
        assert here.left() == set()
        assert doctor(again) == ()
    finally:
        again.close()


def test_what_another_one_says_as_well_stays(everywhere: Everywhere) -> None:
    stage = stages_of(*everywhere.of)[0]
    mend(*everywhere.of, stage.candidates[1], {"company": COMPANY})
    everywhere.erase()
    assert everywhere.left() == set(SHARED)


def test_what_was_decided_can_be_recomputed(everywhere: Everywhere, tmp_path: Path) -> None:
    everywhere.erase()
    (one,) = decisions_of(*everywhere.of)
    file = tmp_path / "dossier.zip"
    file.write_bytes(made := dossier(*everywhere.of, one.key, Language.NL))
    assert traces(WORDS, made) == set()
    assert replay(file).holds


def test_nor_once_everything_of_the_round_was_erased(everywhere: Everywhere) -> None:
    of = everywhere.of
    set_keeping(*of, datetime.now(UTC).date() + timedelta(days=20), {})
    (due,) = (one for one in due_of(*of) if one.kind == EVERYTHING)
    sought = (*WORDS, "School BV")  # an organisation in the committee
    assert traces(sought, *on_disk(everywhere.store)) == set(sought)
    erase_due(*of, EVERYTHING, listed=due.count)
    assert traces(sought, *on_disk(everywhere.store), *in_rows(everywhere.store)) == set()
    assert doctor(everywhere.store) == ()
