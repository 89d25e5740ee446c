"""Whoever is erased is gone: no byte of theirs stays, and the log still verifies."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Timer

import pytest
from sqlalchemy import make_url, select

from cohorts.errors import InputError, Problem, RefusedError, StaleError
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.give import give
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.mentions import mentions_of
from cohorts.rounds.jobs.asking_for import ask_for
from cohorts.rounds.jobs.job import Kind, Progress, State
from cohorts.rounds.jobs.turn import end, take
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.life.put_away import archive
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.posting.about import about_stage
from cohorts.rounds.posting.kept_letters import keep_in
from cohorts.rounds.roles import ORGANISERS, Role
from cohorts.store.doctor import doctor
from cohorts.store.erasure_journal import journal_of
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.place import file_of, url_of_file
from cohorts.store.store import Store, opened
from cohorts.store.tables import note, upload
from cohorts.store.verifying import verify
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import planned
from tests.cohorts.rounds.staff import begun, joined, rows

HER = "zq-07"
SECRETS = ("zq-07", "Wilhelmina", "Quaadvlieg", "Zonnebloem", "quaad@", "87654321", "geheimpje")
HEAD = "id,name,company,email,kvk,fte,activity,question,competitors"
ROW = (
    f"{HER},Wilhelmina Quaadvlieg,Zonnebloem Bakkers,quaad@zonnebloem.nl,87654321,12,"
    "brood bakken,een geheimpje,"
)
OTHER = "p{0:03},Naam {0},Bedrijf {0} BV,a{0}@b.nl,{1},{2},brood en gebak {0},wie helpt mij,{3}"
OTHERS = [
    OTHER.format(n, 12_000_000 + n, 3 + n, "Zonnebloem Bakkers" if n == 5 else "")
    for n in range(40)
]


def table(*people: str) -> bytes:
    return "\n".join([HEAD, *people, ""]).encode()


def with_her(store: Store) -> tuple[Actor, RoundKey]:
    """A round in which she stands wherever somebody can."""
    anna, round_ = begun(store)
    take_in(store, anna, round_, table(*OTHERS[:20], ROW, *OTHERS[20:]))
    mend(store, anna, round_, her_key(store, anna, round_), {"question": "nog een geheimpje"})
    take_in(store, anna, round_, table(*OTHERS, ROW.replace(",12,", ",14,")))
    first = ApplicantId("p000")
    her = ApplicantId(HER)
    relations = [
        Relation(her, first, RelationKind.COMPETITOR, note="Quaadvlieg zei het zelf"),
        Relation(first, ApplicantId("p001"), RelationKind.KNOWS, note="kennen Zonnebloem Bakkers"),
        Relation(first, ApplicantId("p002"), RelationKind.KNOWS, note="kennen elkaar"),
    ]
    give(store, anna, round_, "relations", relations)
    give(store, anna, round_, "pins", {her: 1, first: 2})
    drop(store, anna, round_, "Quaadvlieg.csv", table(ROW))
    work = ask_for(store, anna, round_, Kind.COMPOSE)
    take(store, work, Progress(), 1)
    why = Problem("programme.unknown", "Wilhelmina Quaadvlieg", {"given": "x", "known": ()})
    end(store, work, State.REFUSED, problems=(why,))
    return anna, round_


def her_key(store: Store, actor: Actor, round_: RoundKey) -> PersonKey:
    return people_of(store, actor, round_).keys.of[ApplicantId(HER)]


def test_no_byte_of_hers_stays(store: Store) -> None:
    anna, round_ = with_her(store)
    assert all(word.encode() in everything(store) for word in SECRETS)
    notes = [one.key for one in mentions_of(store, anna, round_, HER).notes]
    key = erase_person(store, anna, round_, HER, notes=notes)
    left = everything(store)
    # what others answered about her is theirs
    mine = left.replace(b"Zonnebloem Bakkers", b"", 2 * left.count(b"p005") + 2)
    assert [word for word in SECRETS if word.encode() in mine] == []
    assert key.encode() in left
    with store.reading() as connection:
        found = verify(connection)
    assert (found.problems, found.erased) == ((), 1)


def everything(store: Store) -> bytes:
    """All that the database has on its disk, or gives away."""
    file = file_of(store.url)
    if file is not None:
        return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    program = shutil.which("pg_dump") or next(
        map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))), None
    )
    if program is None:
        pytest.skip("not run: there is no pg_dump")
    url = make_url(store.url).set(drivername="postgresql").render_as_string(hide_password=False)
    return subprocess.run([program, url], check=True, capture_output=True).stdout


def test_the_rest_stands_as_it_stood(store: Store) -> None:
    anna, round_ = with_her(store)
    before = people_of(store, anna, round_)
    key = erase_person(store, anna, round_, HER)
    after = people_of(store, anna, round_)
    assert [*after.applicants] == [a for a in before.applicants if a.id != HER]
    older = people_of(store, anna, round_, 1)
    assert older.erased == (key,)
    asked = asked_of(store, anna, round_)
    assert asked.given.get("pins") == {"p000": 2}
    assert len(asked.given.get("relations") or ()) == 2
    happened = events_since(store, anna, round_)[-1]
    assert (happened.act, happened.about, happened.said) == ("people.erase", (key,), ())
    assert happened.sentence(Language.NL) == "Anna wiste iemand."


def test_notes_about_others_are_offered_and_go_only_where_chosen(store: Store) -> None:
    anna, round_ = with_her(store)
    found = mentions_of(store, anna, round_, HER)
    assert [one.text for one in found.notes] == ["kennen Zonnebloem Bakkers"]
    assert found.answered_by == 1
    with store.reading() as connection:
        harmless = connection.scalar(select(note.c.key).where(note.c.text == "kennen elkaar"))
    assert harmless is not None
    erase_person(store, anna, round_, HER, notes=[Key(harmless)])  # it does not name her
    with store.reading() as connection:
        left = set(connection.scalars(select(note.c.text)))
    assert left == {"kennen Zonnebloem Bakkers", "kennen elkaar"}


def test_nothing_is_shown_of_whom_a_tie_keeps_away_nor_a_letter_to_another(store: Store) -> None:
    """An organiser who sits in the committee erases somebody whom notes about others name."""
    here = planned(store)
    of = (store, here.organiser, here.round)
    open_interests(store, here.organiser, here.round, here.stage)
    tied, other, her = (here.candidate(number) for number in range(3))
    mend(*of, her, {"company": "Zonnebloem Bakkers"})
    for person in (tied, other):
        note_call(*of, person, Called.NO, remark=f"{person} kent Zonnebloem Bakkers")
    with act(*of, "letter.write", may=ORGANISERS, object_="letters") as doing:
        about = about_stage(here.stage)
        keep_in(doing, about, other, Language.NL, "Beste, Zonnebloem Bakkers gaat door.")
    here.ties("School", c0=Tie.HANDLES)
    add_person(store, here.organiser, "School", here.round, Role.ORGANISER)

    def shown(actor: Actor) -> set[str]:
        return {one.text for one in mentions_of(store, actor, here.round, her).notes}

    texts = {person: f"{person} kent Zonnebloem Bakkers" for person in (tied, other)}
    assert shown(here.organiser) == set(texts.values())
    assert shown(here.members["School"]) == {texts[other]}


def test_a_file_that_waits_is_dropped(store: Store) -> None:
    anna, round_ = with_her(store)
    erase_person(store, anna, round_, HER)
    with store.reading() as connection:
        kept = connection.execute(select(upload.c.file, upload.c.content, upload.c.answered))
        assert set(kept) == {(None, None, None)}


def test_only_who_organises_erases(store: Store) -> None:
    anna, round_ = with_her(store)
    auditor = joined(store, anna, "Auditor", round_, Role.AUDITOR)
    before = rows(store)
    for refused in (erase_person, mentions_of):
        with pytest.raises(RefusedError):
            refused(store, auditor, round_, HER)
    assert rows(store) == before


def test_nobody_is_erased_twice_or_by_a_slip(store: Store) -> None:
    anna, round_ = with_her(store)
    before = rows(store)
    for called in ("zq-08", "", "p00", "%"):
        with pytest.raises(InputError):
            erase_person(store, anna, round_, called)
    with pytest.raises(StaleError):
        erase_person(store, anna, round_, HER, seen=1)
    assert rows(store) == before
    key = erase_person(store, anna, round_, HER)
    for called in (HER, key, f"gewist-{key}"):
        with pytest.raises(InputError):
            erase_person(store, anna, round_, called)


def test_an_archived_round_forgets_too(store: Store) -> None:
    anna, round_ = with_her(store)
    archive(store, anna, round_)
    erase_person(store, anna, round_, HER)
    assert HER not in repr(rows(store))


def test_an_older_file_of_the_round_forgets_her_where_she_was_erased(
    store: Store, tmp_path: Path
) -> None:
    anna, round_ = with_her(store)
    older = export_round(store, anna, round_)
    erase_person(store, anna, round_, HER)
    newer = export_round(store, anna, round_)
    assert not any(word.encode() in unpacked(newer) for word in ("Quaadvlieg", HER))
    with pytest.raises(InputError):
        import_round(store, anna, older)
    elsewhere = opened(url_of_file(tmp_path / "elsewhere" / "rounds.sqlite"))
    shutil.copy(journal_of(store.url), journal_of(elsewhere.url))
    cas = first_account(elsewhere, "Cas")
    import_round(elsewhere, cas, older)
    assert not any(word in repr(rows(elsewhere)) for word in ("Quaadvlieg", "geheimpje", HER))
    assert people_of(elsewhere, cas, round_, 1).erased
    assert doctor(elsewhere) == ()
    elsewhere.close()


def unpacked(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_it_waits_for_who_reads_meanwhile(store: Store) -> None:
    """A look that began before holds on to what it sees, until it ends."""
    anna, round_ = with_her(store)
    looking, looked = Event(), Event()

    def look() -> None:
        with store.reading() as connection:
            connection.scalar(select(note.c.text))
            looking.set()
            looked.wait(20)

    with ThreadPoolExecutor(1) as pool:
        reader = pool.submit(look)
        looking.wait(20)
        Timer(0.3, looked.set).start()
        notes = [one.key for one in mentions_of(store, anna, round_, HER).notes]
        erase_person(store, anna, round_, HER, notes=notes)
        reader.result(20)
    assert b"Quaadvlieg" not in everything(store)
