"""A round as one zip: out, into another store, and out again gives the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from cohorts.errors import InputError, RefusedError
from cohorts.intake import read_applicants
from cohorts.intake.beside.relations_file import read_relations
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import load_programme
from cohorts.round.remark import noticed
from cohorts.rounds import packed
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.give import give
from cohorts.rounds.asking.given_rows import OF_VOTES, POINT
from cohorts.rounds.calling import ticks_asked
from cohorts.rounds.deciding import group_coaches
from cohorts.rounds.keeping import accountable, times_kept
from cohorts.rounds.life import as_our_acts
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.life.rename import rename
from cohorts.rounds.life.round_file import SCHEMA_VERSION
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.life.travelling import HERE_ONLY, TRAVELS
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.posting import contact, first_meeting, letter_language, remedy
from cohorts.rounds.posting.handing_over import Fault
from cohorts.rounds.posting.mail_rows import State
from cohorts.store.canonical import canonical, sha256
from cohorts.store.keys import RoundKey
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from cohorts.store.tables import account, metadata
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import with_people
from tests.cohorts.rounds.staff import joined, rows

Files = dict[str, bytes]
Json = dict[str, Any]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """Another installation."""
    made = opened(url_of_file(tmp_path / "elsewhere.sqlite"))
    yield made
    made.close()


def kept(store: Store) -> tuple[Actor, RoundKey]:
    """A round with people, relations, and something done by somebody else."""
    anna, round_ = with_people(store)
    ids = [a.id for a in people_of(store, anna, round_).applicants]
    relations = [
        Relation(ids[0], ids[1], RelationKind.COMPETITOR, must=True, note="=2+3, 'zei' Jan"),
        Relation(ids[2], ids[1], RelationKind.SUPPLIES),
    ]
    give(store, anna, round_, "relations", relations)
    give(store, anna, round_, "pins", {ids[0]: 1})
    bert = joined(store, anna, "Bert", round_)
    rename(store, bert, round_, "Vóórjaar <b>")
    return anna, round_


def everybody(store: Store, actor: Actor, round_: RoundKey) -> list[object]:
    people = people_of(store, actor, round_)
    return [*people.applicants, *noticed(people.applicants), people.keys.ids]


def files_of(content: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_same_round_gives_the_same_bytes_wherever_it_is(store: Store, elsewhere: Store) -> None:
    anna, round_ = kept(store)
    content = export_round(store, anna, round_)
    assert export_round(store, anna, round_) == content
    cas = first_account(elsewhere, "Cas")
    assert import_round(elsewhere, cas, content) == round_
    assert export_round(elsewhere, cas, round_) == content
    assert everybody(elsewhere, cas, round_) == everybody(store, anna, round_)
    here, there = asked_of(store, anna, round_), asked_of(elsewhere, cas, round_)
    assert (here.given, here.programme) == (there.given, there.programme)
    (head,) = rounds_of(elsewhere, cas)
    assert head.name == "Vóórjaar <b>"
    assert [one.by for one in events_since(elsewhere, cas, round_)][-1] == "Bert"


def test_every_table_travels_or_stays_on_purpose() -> None:
    named = [one.table.name for one in TRAVELS]
    assert set(named) | HERE_ONLY == set(metadata.tables)
    assert len(set(named)) == len(named)
    assert HERE_ONLY.isdisjoint(named)


def test_its_files_can_be_opened_by_the_commands_on_files(store: Store, tmp_path: Path) -> None:
    anna, round_ = kept(store)
    files = files_of(export_round(store, anna, round_))
    assert list(files) == sorted(files)
    for name in ("applicants.csv", "relations.csv", "programme.toml"):
        (tmp_path / name).write_bytes(files[name])
    people = read_applicants(tmp_path / "applicants.csv")
    asked = asked_of(store, anna, round_)
    assert [a.id for a in people] == [a.id for a in people_of(store, anna, round_).applicants]
    assert list(read_relations(tmp_path / "relations.csv", people)) == list(
        asked.given.get("relations") or ()
    )
    assert load_programme(tmp_path / "programme.toml") == asked.programme


def test_nobody_logs_in_by_what_is_in_it(store: Store, elsewhere: Store) -> None:
    anna, round_ = kept(store)
    set_password(store, anna, "een lang wachtwoord")
    content = export_round(store, anna, round_)
    assert b"argon2" not in content
    cas = first_account(elsewhere, "Cas")
    import_round(elsewhere, cas, content)
    with pytest.raises(RefusedError):
        people_of(elsewhere, anna, round_)
    revoked = {row for row in rows(elsewhere)["account"] if row[-1] is not None}
    assert {row[1] for row in revoked} == {"Anna", "Bert"}
    assert all(row[2] is None and row[3] is False for row in revoked)


def test_only_who_organises_takes_it_along_and_that_is_logged(store: Store) -> None:
    anna, round_ = kept(store)
    dora = joined(store, anna, "Dora")
    with pytest.raises(RefusedError):
        export_round(store, dora, round_)
    before = len(events_since(store, anna, round_))
    export_round(store, anna, round_)
    assert len(events_since(store, anna, round_)) == before  # in the chain of the installation
    assert any("rounds.export" in row for row in rows(store)["event"])


def test_a_round_that_is_here_is_left_as_it_is(store: Store) -> None:
    anna, round_ = kept(store)
    content = export_round(store, anna, round_)
    before = rows(store)
    assert import_round(store, anna, content) == round_
    assert rows(store) == before
    rename(store, anna, round_, "Later")
    before = rows(store)
    with pytest.raises(InputError) as error:
        import_round(store, anna, content)
    assert error.value.problems[0].code == "rounds.zip_stands"
    assert rows(store) == before


def test_who_may_begin_no_round_brings_none(store: Store, elsewhere: Store) -> None:
    anna, round_ = kept(store)
    content = export_round(store, anna, round_)
    cas = first_account(elsewhere, "Cas")
    dora = joined(elsewhere, cas, "Dora")
    with pytest.raises(RefusedError):
        import_round(elsewhere, dora, content)
    assert rows(elsewhere)["round"] == set()


def again(files: Files, **other: Callable[[Json], object]) -> bytes:
    """The files packed with digests that fit, after a change of the main one: by who knows how."""
    main = json.loads(files["round.json"])
    for change in other.values():
        change(main)
    main.pop("digest")
    main["files"] = {
        name: sha256(content.decode()) for name, content in files.items() if name != "round.json"
    }
    main["digest"] = sha256(canonical(main))
    return packed.pack({**files, "round.json": canonical(main).encode()})


def first(table: str, **values: object) -> Callable[[Json], object]:
    return lambda main: main["tables"][table][0].update(values)


def other_programme(main: Json) -> None:
    main["tables"]["programme"] = [{"digest": "0" * 64, "value": "{}"}]


def log_with(files: Files, change: Callable[[list[Json]], object]) -> Files:
    lines = [json.loads(line) for line in files["log.jsonl"].splitlines()]
    change(lines)
    return {**files, "log.jsonl": "".join(f"{canonical(one)}\n" for one in lines).encode()}


def setting(name: str, value: object) -> Callable[[Json], object]:
    return lambda main: main["tables"]["setting"].append(
        {"round": main["round"], "name": name, "value": json.dumps(value)}
    )


def letter(text: str, **values: object) -> Callable[[Json], object]:
    """One more letter in the queue, with these words."""

    def change(main: Json) -> None:
        tables, key = main["tables"], "a1" * 8
        person = tables["applicant"][0]["key"]
        tables["note"].append({"key": key, "round": main["round"], "person": person, "text": text})
        row = {"key": key, "round": main["round"], "person": person, "account": None, "note": key}
        row |= {"about": "decision:" + "b" * 16, "state": "waiting", "tries": 0, "fault": None}
        row |= {"sent_at": None, "once": "c" * 64, "at": "2026-11-01T09:00:00.000Z"}
        tables["mail"].append(row | {"by": tables["account"][0]["key"]} | values)

    return change


HURT: dict[str, tuple[str, Callable[[Files], bytes]]] = {
    "applicants": (
        "rounds.zip_changed",
        lambda f: packed.pack({**f, "applicants.csv": f["applicants.csv"] + b"x"}),
    ),
    "log": (
        "rounds.zip_changed",
        lambda f: packed.pack({**f, "log.jsonl": f["log.jsonl"].replace(b"rename", b"remove")}),
    ),
    "main": (
        "rounds.zip_changed",
        lambda f: packed.pack({**f, "round.json": f["round.json"].replace(b"Bert", b"Dirk")}),
    ),
    "one missing": (
        "rounds.zip_changed",
        lambda f: packed.pack({n: c for n, c in f.items() if n != "relations.csv"}),
    ),
    "one more": ("rounds.zip_stranger", lambda f: packed.pack({**f, "proposals/../x.json": b"1"})),
    "a path": ("rounds.zip_stranger", lambda f: packed.pack({**f, "/etc/passwd": b"x"})),
    "no text": (
        "rounds.zip_changed",
        lambda f: packed.pack({**f, "programme.toml": b"\xff\xfe"}),
    ),
    "newer": (
        "rounds.zip_newer",
        lambda f: again(f, v=lambda m: m.update(schema_version=SCHEMA_VERSION + 1)),
    ),
    "no version": (
        "rounds.zip_not_ours",
        lambda f: again(f, v=lambda m: m.update(schema_version="1")),
    ),
    "log cut": ("rounds.zip_log", lambda f: again(log_with(f, lambda log: log.pop(1)))),
    "log rewritten": (
        "rounds.zip_log",
        lambda f: again(log_with(f, lambda log: log[1].update(act="people.other"))),
    ),
    "no log": ("rounds.zip_log", lambda f: again(log_with(f, lambda log: log.clear()))),
    "a table missing": (
        "rounds.zip_not_ours",
        lambda f: again(f, t=lambda m: m["tables"].pop("told")),
    ),
    "another round": ("rounds.zip_not_ours", lambda f: again(f, t=first("note", round="1" * 16))),
    "nobody's answers": (
        "rounds.zip_not_ours",
        lambda f: again(f, t=first("answers", person="1" * 16)),
    ),
    "a number for a text": ("rounds.zip_not_ours", lambda f: again(f, t=first("round", name=3))),
    "a column more": ("rounds.zip_not_ours", lambda f: again(f, t=first("round", more="x"))),
    "twice": (
        "rounds.zip_not_ours",
        lambda f: again(f, t=lambda m: m["tables"]["note"].extend(m["tables"]["note"])),
    ),
    "a nul": ("rounds.zip_not_ours", lambda f: again(f, t=first("note", text="a\0"))),
    "answers that are none": (
        "rounds.zip_not_ours",
        lambda f: again(f, t=first("answers", value='{"fte_low": "many"}')),
    ),
    "a file for a programme": (
        "rounds.zip_not_ours",
        lambda f: again(f, t=first("round", preset="../../etc/passwd")),
    ),
    "another programme": (
        "rounds.zip_not_ours",
        lambda f: again(f, t=other_programme),
    ),
    "days that are one": (
        "rounds.zip_setting",
        lambda f: again(f, t=setting("keeping", {"days": 3})),
    ),
    "no day": ("rounds.zip_setting", lambda f: again(f, t=setting("keeping", {"before": "x"}))),
    "a list for a remedy": ("rounds.zip_setting", lambda f: again(f, t=setting("remedy", ["x"]))),
    "a field more": (
        "rounds.zip_setting",
        lambda f: again(f, t=setting("accountable", {"more": "x"})),
    ),
    "coaches of no group": (
        "rounds.zip_setting",
        lambda f: again(f, t=setting("coaches", {"proposal": "x", "groups": {"een": "x"}})),
    ),
    "a number of ticks": ("rounds.zip_setting", lambda f: again(f, t=setting("ticks", 3))),
    "a number of people gone": ("rounds.zip_not_ours", lambda f: again(f, t=setting("gone", 3))),
    "a letter without a head": ("rounds.zip_letter", lambda f: again(f, t=letter("Beste Jo"))),
    "a letter in no state": (
        "rounds.zip_letter",
        lambda f: again(f, t=letter("a@b.nl\nUw aanmelding\nBeste", state="flying")),
    ),
    "a letter sent at no time": (
        "rounds.zip_letter",
        lambda f: again(f, t=letter("a@b.nl\nUw aanmelding\nBeste", state="sent")),
    ),
    "not even JSON": ("rounds.zip_not_ours", lambda f: packed.pack({**f, "round.json": b"{"})),
    "a list": ("rounds.zip_not_ours", lambda f: packed.pack({**f, "round.json": b"[]"})),
    "deep": (
        "rounds.zip_not_ours",
        lambda f: packed.pack({**f, "round.json": b"[" * 100_000}),
    ),
    "nothing": ("rounds.zip_not_ours", lambda _: packed.pack({})),
    "no zip": ("zip.unreadable", lambda _: b"PK\x03\x04 something else"),
    "cut": ("zip.unreadable", lambda f: packed.pack(f)[:-100]),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The files of a round."""
    made = opened(url_of_file(tmp_path_factory.mktemp("sound") / "a.sqlite"))
    files = files_of(export_round(made, *kept(made)))
    made.close()
    return files


@pytest.mark.parametrize("hurt", HURT)
def test_what_was_changed_is_refused_and_nothing_is_kept(
    sound: Files, elsewhere: Store, hurt: str
) -> None:
    cas = first_account(elsewhere, "Cas")
    before = rows(elsewhere)
    code, change = HURT[hurt]
    with pytest.raises(InputError) as error:
        import_round(elsewhere, cas, change(sound), "ronde.zip")
    assert error.value.problems[0].code == code
    assert rows(elsewhere) == before


def test_what_is_read_on_its_own_is_known_by_the_names_of_its_acts() -> None:
    named = {
        contact.SETTING,
        first_meeting.SETTING,
        group_coaches.SETTING,
        letter_language.SETTING,
        times_kept.SETTING,
        remedy.SETTING,
        accountable.SETTING,
        ticks_asked.SETTING,
    }
    assert as_our_acts.SETTINGS.keys() == named | {POINT, OF_VOTES}
    assert {one.value for one in State} == as_our_acts.STATES
    assert {None, *(one.value for one in Fault)} == as_our_acts.FAULTS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("first_meeting", {"day": "0001-01-01", "at": "", "place": ""}),
        ("first_meeting", {"day": "9999-12-31", "at": "", "place": ""}),
        ("first_meeting", {"day": "2026-10-05", "at": "1\u0663:30", "place": ""}),
        ("coaches", {"proposal": "p", "groups": {"1\u0663": "k"}}),
    ],
)
def test_what_no_page_could_read_is_no_setting_of_ours(name: str, value: object) -> None:
    """Weeks are counted back and on from that day, and an hour is read as digits."""
    bad: Any = {"setting": [{"name": name, "value": json.dumps(value)}], "note": [], "mail": []}
    assert [one.code for one in as_our_acts.unlike_ours(bad, "ronde.zip")] == ["rounds.zip_setting"]


def test_what_our_acts_write_comes_in_and_a_letter_that_waits_is_not_sent_by_itself(
    store: Store, elsewhere: Store
) -> None:
    anna, round_ = kept(store)
    of = (store, anna, round_)
    times_kept.set_keeping(*of, date(2099, 1, 1), {"calls": 30})
    first = first_meeting.FirstMeeting(date(2026, 10, 5), time(13, 30), "Zwolle")
    first_meeting.set_first_meeting(*of, first)
    letter_language.set_letter_language(*of, Language.EN)
    remedy.set_remedy(*of, {Language.NL: "Bel ons"})
    accountable.say_accountable(*of, accountable.Accountable("Bureau", "a@b.nl", "toestemming"))
    ticks_asked.ask_ticks(*of, ["paid", "Foto"])
    note = "a@b.nl\nUw aanmelding\nBeste"
    cas = first_account(elsewhere, "Cas")
    with pytest.raises(InputError) as error:  # its note has no seal, and its words are right
        import_round(elsewhere, cas, again(files_of(export_round(*of)), t=letter(note)))
    assert error.value.problems[0].code == "rounds.zip_not_ours"
    waits = letter(note, note=None)
    changed = again(files_of(export_round(*of)), t=waits, n=lambda m: m["tables"]["note"].pop())
    import_round(elsewhere, cas, changed)
    assert {row[6] for row in rows(elsewhere)["mail"]} == {"unsure"}
    assert first_meeting.first_meeting_of(elsewhere, cas, round_) == first
    assert letter_language.letter_language(elsewhere, cas, round_) is Language.EN
    assert remedy.remedy_of(elsewhere, cas, round_).said[Language.NL] == "Bel ons"
    assert times_kept.keeping_of(elsewhere, cas, round_).days["calls"] == 30


def test_a_key_that_is_somebody_elses_here_is_refused(sound: Files, elsewhere: Store) -> None:
    cas = first_account(elsewhere, "Cas")
    main = json.loads(sound["round.json"])
    with elsewhere.writing() as connection:
        taken = main["tables"]["account"][0]["key"]
        connection.execute(update(account).values(key=taken))
    cas = Actor(taken, cas.name)
    with pytest.raises(InputError):
        import_round(elsewhere, cas, packed.pack(sound))


def test_repacked_by_other_hands_it_is_the_same_round(sound: Files, elsewhere: Store) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in reversed(sound):
            archive.writestr(name, sound[name])
    cas = first_account(elsewhere, "Cas")
    round_ = import_round(elsewhere, cas, out.getvalue())
    assert export_round(elsewhere, cas, round_) == packed.pack(sound)


def test_a_bomb_is_refused_before_it_is_unpacked(
    elsewhere: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "MOST_BYTES", 10_000)
    cas = first_account(elsewhere, "Cas")
    for files in ({"round.json": b"0" * 1_000_000}, {f"{n}.json": b"0" * 900 for n in range(12)}):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        with pytest.raises(InputError) as error:
            import_round(elsewhere, cas, out.getvalue())
        assert error.value.problems[0].code == "zip.too_large"


def test_a_zip_that_lies_about_its_size_is_refused(elsewhere: Store) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("round.json", b"0" * 100_000)
    lying = out.getvalue().replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    cas = first_account(elsewhere, "Cas")
    with pytest.raises(InputError):
        import_round(elsewhere, cas, lying)
