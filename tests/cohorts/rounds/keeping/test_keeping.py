"""How long each kind of data stays: listed, then erased by a press; the round still verifies."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from cohorts.errors import InputError, RefusedError, StaleError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.admitted_rows import write_admitted
from cohorts.rounds.calling.calls_of import Called, calls_of
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.deciding.decided_seats import decided_seats
from cohorts.rounds.deciding.decision import DecisionKey, decisions_of
from cohorts.rounds.deciding.dossier import dossier, dossier_with_ballots
from cohorts.rounds.deciding.group_coaches import name_coaches
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.replay import Replayed, replay
from cohorts.rounds.deciding.typed_reason import noted
from cohorts.rounds.keeping import due as room
from cohorts.rounds.keeping.due import due_of, erase_due, names_due
from cohorts.rounds.keeping.kinds import KINDS
from cohorts.rounds.keeping.times_kept import keeping_of, set_keeping
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.log_checked import log_checked
from cohorts.rounds.life.put_away import archive
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.posting.about import about_decision
from cohorts.rounds.posting.kept_letters import keep_in
from cohorts.rounds.posting.mail_rows import State
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.rounds.posting.queue_mail import queue_mail
from cohorts.rounds.posting.written import Written
from cohorts.rounds.proposing.notes import write_note
from cohorts.rounds.reserving.answer_reserve import answer_reserve
from cohorts.rounds.reserving.ask_reserve import ask_reserve
from cohorts.rounds.reserving.asked_rows import Answer
from cohorts.rounds.reserving.reserve_of import reserve_of
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.standing_of import standing_of
from cohorts.rounds.standings.who_sees import Sight
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import decision, mail, note, sent, vote
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.changing.two_groups import LATE, first_of, key_of, two_groups
from tests.cohorts.rounds.deciding.decided_round import proposed_round
from tests.cohorts.rounds.deciding.judged_round import JudgedRound, judged_round
from tests.cohorts.rounds.posting.letters_of import queued
from tests.cohorts.rounds.staff import begun, rows

DAY = timedelta(days=1)


def today() -> date:
    return datetime.now(UTC).date()


def in_days(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    later = datetime.now(UTC) + timedelta(days=days)
    text = later.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    monkeypatch.setattr(room, "now", lambda: text)


def counts(store: Store, at: JudgedRound) -> dict[str, tuple[int, int]]:
    found = due_of(store, at.here.organiser, at.here.round)
    return {one.kind: (one.count, one.later) for one in found}


def test_each_kind_has_its_words_in_both_languages() -> None:
    for language in Language:
        known = sentences(language)
        for kind in KINDS:
            assert {f"keeping.{kind}{end}" for end in ("", "_from", "_why", "_due")} <= known.keys()
            assert f"event.{kind}_erase" in known


def test_what_was_set_holds_and_nothing_else_changes(store: Store) -> None:
    anna, round_ = begun(store)
    of = (store, anna, round_)
    usual = keeping_of(*of)
    assert usual.days == {name: kind.days for name, kind in KINDS.items()}
    assert today() + 2500 * DAY < usual.before < today() + 2600 * DAY
    set_keeping(*of, today() + 40 * DAY, {"calls": 10}, seen=usual.revision)
    kept = keeping_of(*of)
    assert (kept.before, kept.days["calls"]) == (today() + 40 * DAY, 10)
    assert {**kept.days, "calls": 180} == usual.days
    with pytest.raises(StaleError):
        set_keeping(*of, kept.before, {}, seen=usual.revision)
    before = rows(store)
    for day, days in ((today(), {}), (kept.before, {"calls": 0}), (kept.before, {"cals": 9})):
        with pytest.raises(InputError):
            set_keeping(*of, day, days)
    with pytest.raises(InputError):
        erase_due(*of, "cals", listed=1)
    assert rows(store) == before
    said = events_since(*of)[-1].sentence(Language.NL)
    assert kept.before.isoformat() in said


def test_a_file_that_nobody_confirmed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    anna, round_ = begun(store)
    drop(store, anna, round_, "Jansen.csv", b"id,name\na1,Jan Jansen\n")
    (found,) = due_of(store, anna, round_)
    assert (found.kind, found.count, found.later) == ("waiting_file", 0, 1)
    in_days(monkeypatch, 31)
    with pytest.raises(StaleError):
        erase_due(store, anna, round_, "waiting_file", listed=2)
    archive(store, anna, round_)
    erase_due(store, anna, round_, "waiting_file", listed=1)
    assert due_of(store, anna, round_) == ()
    assert "Jansen" not in repr(rows(store))


@pytest.fixture
def judged(store: Store) -> JudgedRound:
    """Decided, somebody called and everybody written to."""
    at = judged_round(store)
    of = (store, at.here.organiser, at.here.round)
    note_call(*of, at.here.candidate(0), Called.NO, remark="zq-opmerking")
    return at


def test_each_goes_on_its_own_day_by_a_press(
    store: Store, judged: JudgedRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = (store, judged.here.organiser, judged.here.round)
    placed = len(decided(store, judged))
    out = 9 - placed
    assert counts(store, judged) == {
        "calls": (0, 1),
        "not_placed": (0, out),
        "votes": (0, 1),
        "everything": (0, 9 + 4),
    }
    in_days(monkeypatch, 181)
    assert counts(store, judged)["calls"] == (1, 0)
    erase_due(*of, "calls", listed=1)
    assert not calls_of(*of)
    assert "zq-opmerking" not in repr(rows(store))
    in_days(monkeypatch, 366)
    left = {one.id for who, one in people_of(*of).who.items() if who not in decided(store, judged)}
    called = sorted(one.label for one in people_of(*of).shown.values() if one.id in left)
    assert sorted(names_due(*of, "not_placed")) == called
    assert len(called) == out
    assert names_due(*of, "votes") == names_due(*of, "everything") == ()
    erase_due(*of, "not_placed", listed=out)
    assert len(people_of(*of).who) == placed
    assert "not_placed" not in counts(store, judged)
    in_days(monkeypatch, 731)
    erase_due(*of, "votes", listed=1)
    assert set(counts(store, judged)) == {"everything"}
    checked = log_checked(*of)
    assert not checked.problems
    assert [one.act for one in events_since(*of)][-3:] == [
        "calls.erase",
        "not_placed.erase",
        "votes.erase",
    ]
    assert f"wiste {out} mensen zonder plaats" in events_since(*of)[-2].sentence(Language.NL)


WRITTEN = ("mail", "hand", "let", "small", "why")


def test_what_is_of_those_who_stay_is_left_to_them(
    store: Store, judged: JudgedRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One company has two people in it; one is placed. Nobody is asked which texts go."""
    at = judged.here
    of = (store, at.organiser, at.round)
    stays = PersonKey(Key(min(decided(store, judged))))
    goes = next(who for who in at.head.candidates if who not in decided(store, judged))
    both, alone = "Bakkerij Smit", "Quaadvlieg"
    mend(*of, goes, {"company": both, "name": alone})
    mend(*of, stays, {"company": both})
    about = about_decision(judged.decision)
    monkeypatch.setenv("COHORTS_SMTP_URL", "smtp://127.0.0.1:9")
    monkeypatch.setenv("COHORTS_MAIL_FROM", "Bureau <bureau@voorbeeld.nl>")
    texts = {what: f"zq-{what} van {both} en {alone}" for what in WRITTEN}
    queue_mail(*of, about, {stays: Written("a@b.nl", "Brief", texts["mail"])})
    with act(*of, "mail.queue", may=ORGANISERS, object_="letters") as doing:
        keep_in(doing, about, stays, Language.NL, texts["hand"])
        write_admitted(doing, stays, texts["let"])
        write_note(doing.connection, at.round, texts["small"], "")  # why a group goes on smaller
        reason = noted(doing.connection, at.round, texts["why"])
        doing.connection.execute(update(decision).values(note=reason))
    note_call(*of, stays, Called.NO_ANSWER, remark=f"zq-deze, {both}")
    note_call(*of, stays, Called.NO_ANSWER, remark=f"zq-niet, {alone}")
    in_days(monkeypatch, 366)
    erase_due(*of, "not_placed", listed=counts(store, judged)["not_placed"][0])
    left = repr(rows(store)["note"])
    assert [text for text in (*texts.values(), "zq-deze") if text not in left] == []
    assert "zq-niet" not in left


def decided(store: Store, at: JudgedRound) -> set[str]:
    seats = decided_seats(store, at.here.organiser, at.here.round)
    return {key for key, group in seats.items() if group is not None}


def test_without_votes_it_stands_who_went_on_and_nothing_is_counted_again(
    store: Store, judged: JudgedRound, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    of = (store, judged.here.organiser, judged.here.round)
    before = standing_of(*of, judged.here.stage)
    assert before.sight is Sight.RANGES
    in_days(monkeypatch, 731)
    erase_due(*of, "votes", listed=1)
    with store.reading() as connection:
        assert not connection.execute(select(vote)).all()
        assert not connection.execute(select(sent)).all()
    after = standing_of(*of, judged.here.stage)
    assert after.sight is Sight.OUTCOME
    assert {(o.person, o.on) for o in after.people} == {(o.person, o.on) for o in before.people}
    assert all(one.split is None and one.exact is None for one in after.people)
    assert recomputed(tmp_path, of, judged.decision).holds
    with pytest.raises(RefusedError):
        dossier_with_ballots(store, judged.auditor, *of[2:], judged.decision, Language.NL)


Of = tuple[Store, Actor, RoundKey]


def recomputed(folder: Path, of: Of, which: DecisionKey) -> Replayed:
    file = folder / "dossier.zip"
    file.write_bytes(dossier(*of, which, Language.NL))
    return replay(file)


def test_everything_goes_before_its_day(
    store: Store, judged: JudgedRound, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    of = (store, judged.here.organiser, judged.here.round)
    in_days(monkeypatch, 0)
    set_keeping(*of, today() + 31 * DAY, {})
    assert counts(store, judged)["everything"] == (0, 13)
    set_keeping(*of, today() + 29 * DAY, {})
    assert counts(store, judged)["everything"] == (13, 0)
    assert len(names_due(*of, "everything")) == 13
    assert {*judged.here.members} < {*names_due(*of, "everything")}
    erase_due(*of, "everything", listed=13)
    assert counts(store, judged) == {}
    left = repr(rows(store))
    for word in ("c0", "c8", "Bank BV", "zq-opmerking", "wacht al twee jaar"):
        assert f"'{word}'" not in left, word
    with store.reading() as connection:
        assert not connection.execute(select(note)).all()
    assert not log_checked(*of).problems
    (last,) = decisions_of(*of)
    assert recomputed(tmp_path, of, last.key).holds


def test_letters_lose_their_words_and_stay_known(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COHORTS_SMTP_URL", "smtp://127.0.0.1:9")
    monkeypatch.setenv("COHORTS_MAIL_FROM", "Bureau <bureau@voorbeeld.nl>")
    post = queued(proposed_round(store, "kennissessie"), 2)
    of = post.round.of
    assert "letters" not in {one.kind for one in due_of(*of)}  # they still wait
    with store.writing() as connection:
        connection.execute(update(mail).values(state="sent", sent_at=now()))
    in_days(monkeypatch, 366)
    erase_due(*of, "letters", listed=2)
    states = mail_states(*of, post.about).by_person
    assert {one.state for one in states.values()} == {State.SENT}
    assert {one.written for one in states.values()} == {None}
    assert "voorbeeld.nl" not in repr(rows(store)["note"])


def found(of: Of, kind: str) -> dict[str, str]:
    """Key → since when its days are counted."""
    with of[0].reading() as connection:
        return {str(one.key): one.since for one in KINDS[kind].found(connection, of[2])}


def test_only_letters_that_went_or_may_have_gone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter of which the sender stopped halfway stands as under way, and is so no more."""
    monkeypatch.setenv("COHORTS_SMTP_URL", "smtp://127.0.0.1:9")
    monkeypatch.setenv("COHORTS_MAIL_FROM", "Bureau <bureau@voorbeeld.nl>")
    post = queued(proposed_round(store, "kennissessie"), 1)
    of, (person,) = post.round.of, post.whom
    with act(*of, "letter.write", may=ORGANISERS, object_="letters") as doing:
        keep_in(doing, post.about, person, Language.NL, "Beste Zoë")
    assert found(of, "letters") == {}
    long_ago = (datetime.now(UTC) - DAY).isoformat(timespec="milliseconds")[:-6] + "Z"
    with store.writing() as connection:
        connection.execute(update(mail).values(state="sending", sent_at=now()))
    assert found(of, "letters") == {}
    with store.writing() as connection:
        connection.execute(update(mail).values(sent_at=long_ago))
    assert len(found(of, "letters")) == 2
    assert min(found(of, "letters").values()) == long_ago


def test_a_letter_by_hand_that_no_mail_knows_of_runs_from_the_decision(store: Store) -> None:
    here = two_groups(store)
    (last,) = here.decisions
    person = key_of(here, first_of(here, 1))
    with act(*here.of, "letter.write", may=ORGANISERS, object_="letters") as doing:
        keep_in(doing, about_decision(last.key), person, Language.NL, "Beste Zoë")
    (since,) = found(here.of, "letters").values()
    assert since >= last.at


def test_a_round_that_is_never_decided_runs_from_the_last_act(store: Store) -> None:
    """But for acts on how long things stay: they put nothing off."""
    anna, round_ = begun(store)
    of = (store, anna, round_)
    take_in(*of, PEOPLE)
    who = next(iter(people_of(*of).who))
    note_call(*of, who, Called.NO, remark="zq-opmerking")
    at = events_since(*of)[-1].at
    assert set(found(of, "calls").values()) == {at}
    assert set(found(of, "not_placed").values()) == {at}
    assert found(of, "not_placed").keys() == people_of(*of).who.keys()
    set_keeping(*of, today() + 40 * DAY, {})
    assert set(found(of, "calls").values()) == {at}


def test_nobody_is_without_a_place_while_the_decision_is_open_again(store: Store) -> None:
    here = two_groups(store)
    assert found(here.of, "not_placed")
    name_coaches(*here.of, {1: "Wim Elan"})
    (last,) = here.decisions
    reopen_decision(*here.of, last.key, reason="een ander voorstel")
    assert found(here.of, "not_placed") == {}
    # a name that is printed on nothing any more goes all the same
    assert set(found(here.of, "coaches").values()) == {events_since(*here.of)[-1].at}


def test_who_came_after_the_decision_has_all_their_days(store: Store) -> None:
    here = two_groups(store)
    before = found(here.of, "not_placed")
    (last,) = here.decisions
    assert set(before.values()) == {last.at}
    take_in(*here.of, PEOPLE + LATE)
    after = found(here.of, "not_placed")
    new = after.keys() - before.keys()
    assert new
    assert all(after[key] > last.at for key in new)
    assert {key: after[key] for key in before} == before


def test_who_said_yes_to_a_free_place_is_not_without_one(store: Store) -> None:
    here = two_groups(store)
    withdraw(*here.of, key_of(here, first_of(here, 1)))
    reserve = reserve_of(*here.of)
    assert reserve is not None
    first = reserve.order[0]
    ask_reserve(*here.of, first, group=1, until=datetime.now(UTC) + 7 * DAY)
    assert first in found(here.of, "not_placed")
    answer_reserve(*here.of, 1, Answer.YES)
    assert first not in found(here.of, "not_placed")


def test_votes_stay_while_somebody_may_object(store: Store, judged: JudgedRound) -> None:
    of = (store, judged.here.organiser, judged.here.round)
    (last,) = decisions_of(*of)
    assert set(found(of, "votes").values()) == {last.at}
    reopen_decision(*of, judged.decision, reason="bezwaar")
    assert found(of, "votes") == {}
