"""A decision from its dossier alone: it holds, and whatever is changed in it is named."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cohorts.errors import InputError
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.boarding.keep_board import keep_board
from cohorts.rounds.boarding.kept_board import board_of
from cohorts.rounds.boarding.leave import leave
from cohorts.rounds.boarding.override import override
from cohorts.rounds.boarding.stepping import Reason
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.deciding.dossier_readme import as_typed
from cohorts.rounds.deciding.replay import Replayed, replay
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.mentions import notes_naming
from cohorts.rounds.erasing.somebody import somebody_in
from cohorts.rounds.packed import pack
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.keep import Made
from cohorts.store.canonical import canonical, digest, sha256
from cohorts.store.keys import Key
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from cohorts.words import Language
from tests.cohorts.rounds.deciding.decided_round import (
    Decided,
    changed,
    files_of,
    moved,
    proposed_round,
    written,
)
from tests.cohorts.rounds.proposing.samples import composed, to_spare

SMALL = "kennissessie"
REASON = "Zij kennen elkaar al"


def decided(store: Store) -> bytes:
    """Of a proposal that was changed by hand."""
    here = proposed_round(store, SMALL)
    by_hand = here.keep(moved(composed(SMALL)), Made.BOARD, here.proposal)
    here = Decided(*here.of, by_hand)
    key = here.decide(reason=REASON)
    made = dossier(*here.of, key, Language.NL)
    assert made == dossier(*here.of, key, Language.NL)
    return made


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store = opened(url_of_file(tmp_path_factory.mktemp("store") / "rounds.sqlite"))
    made = decided(store)
    store.close()
    return made


def replayed(folder: Path, content: bytes) -> Replayed:
    return replay(written(folder, content))


def named(found: Replayed) -> set[str]:
    return {one.file for one in found.differences}


def test_it_holds_on_both_databases(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where another second began between the decision and its line in the log."""
    monkeypatch.setattr("cohorts.rounds.deciding.decide.now", lambda: "2026-11-26T23:48:30.999Z")
    found = replayed(tmp_path, decided(store))
    assert found.differences == ()
    assert found.holds
    assert found.check is not None
    assert found.check.mismatches == ()


def test_the_log_stands_last_and_nothing_personal_in_it(whole: bytes) -> None:
    files = files_of(whole)
    assert list(files)[-1] == form.HEAD
    assert sorted(files) == sorted(form.FILES)
    names = [a.name or a.id for a in composed(SMALL).round.applicants]
    log = files[form.LOG].decode()
    assert not [name for name in names if f'"{name}"' in log]


def test_only_what_the_composition_used_is_in_it(whole: bytes) -> None:
    text = b"".join(files_of(whole).values()).decode()
    emails = [a.email for a in composed(SMALL).round.applicants if a.email]
    assert emails
    assert not [one for one in emails if one in text]
    assert "email" not in json.loads(files_of(whole)[form.PEOPLE])["fields"]


def test_a_page_says_what_it_is(whole: bytes) -> None:
    text = files_of(whole)[form.README].decode()
    assert "Jo Vos" in text
    assert REASON in text
    assert files_of(whole)[form.HEAD].decode().strip() in text


def test_what_somebody_typed_is_no_markdown_on_that_page() -> None:
    assert (
        as_typed("Jo <b>Vos</b>\n# *x* a@b.nl, 3-4.") == r"Jo \<b\>Vos\</b\> \# \*x\* a@b.nl, 3-4."
    )


Change = Callable[[Any], Any]


def other_question(content: Any) -> None:
    content["people"][0]["said"]["question"] = "heel iets anders"


def other_seat(content: Any) -> None:
    one, two = content["groups"][0]["members"], content["groups"][1]["members"]
    one[0], two[0] = two[0], one[0]


def other_key(content: Any) -> None:
    one, two = content["people"][:2]
    one["key"], two["key"] = two["key"], one["key"]


def other_weight(content: Any) -> None:
    rule = next(r for r in content["rules"] if r.get("level") != "must")
    rule["weight"] = rule.get("weight", 1) + 1


WRONG: dict[str, tuple[str, Change]] = {
    "somebody asked otherwise": (form.PEOPLE, other_question),
    "two are each other": (form.PEOPLE, other_key),
    "somebody is gone": (form.PEOPLE, lambda c: c["people"].pop()),
    "two sit elsewhere": (form.PROPOSAL, other_seat),
    "better by a point": (form.PROPOSAL, lambda c: c["score"].update(soft=c["score"]["soft"] - 1)),
    "another seed": (form.PROPOSAL, lambda c: c.update(seed=c["seed"] + 1)),
    "another sentence": (
        form.PROPOSAL,
        lambda c: c["groups"][0]["findings"][0].update(sentence="Dit past."),
    ),
    "another rule": (form.PROGRAMME, other_weight),
    "another name": (form.DECISION, lambda c: c.update(signed="Mo Bos")),
    "another reason": (form.DECISION, lambda c: c.update(reason="Daarom")),
    "another day": (form.DECISION, lambda c: c.update(at="2025-01-01T00:00:00.000Z")),
    "nobody moved anybody": (form.DECISION, lambda c: c.update(moved=0)),
    "another step": (form.BOARD, lambda c: c["steps"].clear()),
    "other groups before": (
        form.BOARD,
        lambda c: c["groups"]["1"].append(c["groups"]["2"].pop()),
    ),
    "kept otherwise": (form.KEPT, lambda c: c.update(seed=c["seed"] + 1)),
    "kept as another thing": (form.KEPT, lambda c: c.update(given=[1])),
    "another act": (form.LOG, lambda c: c["events"][0].update(act="round.copy")),
    "an event less": (form.LOG, lambda c: c["events"].pop(1)),
    "a tail cut": (form.LOG, lambda c: c["events"].pop()),
    "two events turned": (form.LOG, lambda c: c["events"].insert(0, c["events"].pop(1))),
    "said otherwise": (
        form.LOG,
        lambda c: c["said"][0].update(value=c["said"][0]["value"].replace("Jo Vos", "Mo Bos")),
    ),
    "another hash": (form.HASHES, lambda c: c.update({form.PEOPLE: "0" * 64})),
    "made with another": (form.VERSIONS, lambda c: c.update(cohorts="9.9")),
    "given otherwise": (form.INPUTS, lambda c: c.update(previous={"1": 1})),
}
ITSELF = {form.HASHES: form.PEOPLE, form.LOG: form.LOG}
"""Where a wrong edit of one file is told of another."""


@pytest.mark.parametrize("edit", list(WRONG))
def test_what_is_changed_is_named(whole: bytes, tmp_path: Path, edit: str) -> None:
    name, change = WRONG[edit]
    found = replayed(tmp_path, changed(whole, name, change))
    assert not found.holds
    assert ITSELF.get(name, name) in named(found)


HIDDEN = [e for e, (n, _) in WRONG.items() if n not in (form.HASHES, form.VERSIONS, form.LOG)]


@pytest.mark.parametrize("edit", HIDDEN)
def test_hashes_made_anew_hide_nothing(whole: bytes, tmp_path: Path, edit: str) -> None:
    name, change = WRONG[edit]
    once = changed(whole, name, change)
    hashes = {n: sha256(text.decode()) for n, text in files_of(once).items() if n in form.HASHED}
    found = replayed(tmp_path, changed(once, form.HASHES, lambda c: c.update(hashes)))
    assert not found.holds
    assert not [d for d in found.differences if d.place == "sha256" and d.file != form.KEPT]


def test_a_log_written_anew_ends_elsewhere(whole: bytes, tmp_path: Path) -> None:
    """A whole false log holds in itself: its head is another than the pages say."""

    def forge(content: Any) -> None:
        last, said = content["events"][-1], content["said"][0]
        said["value"] = said["value"].replace("Jo Vos", "Mo Bos")
        digests = json.loads(last["digests"])
        digests[0][0] = digest(said["value"], said["salt"])
        last["digests"] = json.dumps(digests)
        last["hash"] = sha256(canonical({k: v for k, v in last.items() if k != "hash"}))

    forged = changed(whole, form.LOG, forge)
    files = files_of(forged)
    files[form.HEAD] = (json.loads(files[form.LOG])["events"][-1]["hash"] + "\n").encode()
    forged = changed(pack(files), form.DECISION, lambda c: c.update(signed="Mo Bos"))
    hashes = {n: sha256(text.decode()) for n, text in files_of(forged).items() if n in form.HASHED}
    found = replayed(tmp_path, changed(forged, form.HASHES, lambda c: c.update(hashes)))
    assert found.holds
    assert found.dossier.head != files_of(whole)[form.HEAD].decode().strip()


NO_DOSSIER: dict[str, Callable[[bytes], bytes]] = {
    "no zip": lambda _: b"PK nothing",
    "empty": lambda _: b"",
    "another zip": lambda _: pack({"a.txt": b"a"}),
    "cut": lambda whole: whole[: len(whole) // 2],
    "a file less": lambda whole: pack(
        {n: c for n, c in files_of(whole).items() if n != form.PEOPLE}
    ),
    "a file more": lambda whole: pack(files_of(whole) | {"../../evil.sh": b"rm"}),
    "no text": lambda whole: pack(files_of(whole) | {form.PEOPLE: b"\xff\xfe"}),
    "no json": lambda whole: pack(files_of(whole) | {form.PEOPLE: b"{"}),
    "no object": lambda whole: pack(files_of(whole) | {form.KEPT: b"[]"}),
    "twice a name": lambda whole: pack(files_of(whole) | {form.KEPT: b'{"a":1,"a":2}'}),
    "deep": lambda whole: pack(files_of(whole) | {form.KEPT: b'{"a":' * 9999 + b"1" + b"}" * 9999}),
    "another form": lambda whole: changed(whole, form.VERSIONS, lambda c: c.update(dossier=2)),
    "odd people": lambda whole: changed(
        whole, form.PEOPLE, lambda c: c["people"][0]["said"].update(fte="many")
    ),
    "odd programme": lambda whole: changed(whole, form.PROGRAMME, lambda c: c.pop("groups")),
    "odd inputs": lambda whole: changed(
        whole, form.INPUTS, lambda c: c.update(relations=[{"a": 1}])
    ),
    "nobody": lambda whole: changed(whole, form.PEOPLE, lambda c: c["people"].clear()),
    "odd digests": lambda whole: changed(
        whole, form.LOG, lambda c: c["events"][-1].update(digests="{")
    ),
    "odd saying": lambda whole: changed(whole, form.LOG, lambda c: c["said"][0].update(value="[")),
}


@pytest.mark.parametrize("kind", list(NO_DOSSIER))
def test_what_is_no_dossier_is_refused_in_words(whole: bytes, tmp_path: Path, kind: str) -> None:
    with pytest.raises(InputError):
        replayed(tmp_path, NO_DOSSIER[kind](whole))


def test_a_bomb_is_refused(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files_of(whole).items():
            if name != form.PEOPLE:
                archive.writestr(name, content)
        with archive.open(form.PEOPLE, "w", force_zip64=True) as file:
            for _ in range(320):
                file.write(b" " * 1_000_000)
    with pytest.raises(InputError) as error:
        replay(path)
    assert error.value.problems[0].code == "zip.too_large"


def test_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        replay(tmp_path / "nothing.zip")


def test_whoever_is_erased_keeps_an_empty_seat(store: Store, tmp_path: Path) -> None:
    here = proposed_round(store, SMALL)
    gone = composed(SMALL).composition.groups[1][0]
    by_hand = here.keep(moved(composed(SMALL)), Made.BOARD, here.proposal)
    here = Decided(*here.of, by_hand)
    key = here.decide(reason=f"{gone.company} kent de anderen")
    notes = notes_naming_of(here, str(gone.id))
    erase_person(*here.of, str(gone.id), notes=notes)
    made = dossier(*here.of, key, Language.NL)
    assert str(gone.company).encode() not in b"".join(files_of(made).values())
    found = replayed(tmp_path, made)
    assert (found.differences, found.erased, found.check) == ((), 1, None)
    assert found.holds
    assert found.dossier.decision.reason_erased
    assert "gewist" in files_of(made)[form.README].decode()
    wrong = replayed(tmp_path, changed(made, form.PROPOSAL, other_seat))
    assert form.PROPOSAL in named(wrong)


def test_whoever_had_no_place_and_is_erased_is_told_and_changes_nothing(
    store: Store, tmp_path: Path
) -> None:
    here = proposed_round(store, SMALL)
    key = here.decide()
    whole = replayed(tmp_path, dossier(*here.of, key, Language.NL))
    left = [one.id for one in whole.dossier.proposal.not_placed]
    erase_person(*here.of, str(left[0]))
    found = replayed(tmp_path, dossier(*here.of, key, Language.NL))
    assert (found.differences, found.erased, found.check) == ((), 1, None)


def test_a_decision_without_whoever_was_erased_and_taken_off_the_board(
    store: Store, tmp_path: Path
) -> None:
    here = proposed_round(store, SMALL)
    key = people_of(*here.of).keys.of[to_spare(SMALL)[0]]
    erase_person(*here.of, str(key))
    leave(*here.of, here.proposal, ApplicantId(f"gewist-{key}"))
    board = board_of(*here.of, here.proposal).board
    for one in board.open_breaches():
        why = Reason("kan niet anders", "Jo")
        override(*here.of, here.proposal, one.rule, person=one.people[0], why=why)
    kept = keep_board(*here.of, here.proposal)
    decision = here.decide(proposal=kept, reason="Iemand is gewist")
    found = replayed(tmp_path, dossier(*here.of, decision, Language.NL))
    assert (found.differences, found.erased) == ((), 1)


def notes_naming_of(here: Decided, called: str) -> set[Key]:
    with here.store.reading() as connection:
        who = somebody_in(connection, here.round, called)
        return {one.key for one in notes_naming(connection, here.round, who)}


def test_a_head_that_is_none_of_the_log_is_named(whole: bytes, tmp_path: Path) -> None:
    other = files_of(whole) | {form.HEAD: f"{'0' * 64}\n".encode()}
    found = replayed(tmp_path, pack(other))
    assert [one.file for one in found.differences] == [form.HEAD]
