"""Points that a committee's votes came to: no door tells them to who organises; see note 75."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cohorts.hands.board import Board
from cohorts.record.hide import as_told
from cohorts.reports.sharing import Audience, Sharing
from cohorts.reports.stamp import Stamp
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.give import give
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.deciding.moments import day_of
from cohorts.rounds.deciding.replay import replay
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.place import url_of_file
from cohorts.store.store import opened
from cohorts.words import Language
from tests.cohorts.rounds.deciding.decided_round import files_of, written
from tests.cohorts.rounds.deciding.judged_round import JudgedRound, joint_plan, judged_round


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> JudgedRound:
    store = opened(url_of_file(tmp_path_factory.mktemp("store") / "rounds.sqlite"))
    return judged_round(store, joint_plan(standing="first"))


@pytest.fixture(scope="module")
def both(judged: JudgedRound) -> tuple[bytes, bytes]:
    """The dossier with ballots, and the organiser's."""
    return judged.dossier(judged.auditor), judged.dossier(judged.here.organiser)


def test_a_dossier_without_ballots_leaves_them_out_and_says_so(
    both: tuple[bytes, bytes], tmp_path: Path
) -> None:
    whole, bare = both
    units = json.loads(files_of(whole)[form.INPUTS])["merit"]
    assert len(set(units.values())) > 1
    said = {name: text.decode() for name, text in files_of(bare).items()}
    assert json.loads(said[form.INPUTS])["merit"] is None
    assert "of_votes" not in said[form.INPUTS]
    told, kept = json.loads(said[form.PROPOSAL]), json.loads(said[form.KEPT])
    assert (told["standing"], told["bound"], told["gap"]) == (None, None, None)
    assert told["score"]["standing"] == []
    assert told["score"]["soft"] == 0
    assert told["input_sha256"] == ""
    assert not {"given", "score", "standing", "input_sha256", "story"} & kept.keys()
    assert "punten" not in json.dumps([one["findings"] for one in told["groups"]])
    found = replay(written(tmp_path, bare))
    assert (found.differences, found.holds, found.check) == ((), True, None)
    assert found.votes_untold


def test_the_dossier_with_ballots_recomputes_all_of_it(
    both: tuple[bytes, bytes], tmp_path: Path
) -> None:
    found = replay(written(tmp_path, both[0]))
    assert found.differences == ()
    assert found.check is not None
    assert not found.votes_untold


def test_what_was_left_out_is_no_way_round_the_other_checks(
    both: tuple[bytes, bytes], tmp_path: Path
) -> None:
    files = files_of(both[1])
    log = json.loads(files[form.LOG])
    log["events"][-1]["at"] = "2020-01-01T00:00:00Z"
    files[form.LOG] = json.dumps(log).encode()
    assert not replay(written(tmp_path, files)).holds


def test_the_digest_of_what_is_kept_cannot_be_guessed_without_their_salt(
    both: tuple[bytes, bytes],
) -> None:
    whole, bare = map(files_of, both)
    salt = json.loads(whole[form.INPUTS])["of_votes"]
    assert len(salt) == 32
    assert salt in whole[form.KEPT].decode()
    assert salt.encode() not in b"".join(bare.values())


def test_pages_and_files_of_a_proposal_say_no_points(judged: JudgedRound) -> None:
    here = judged.here
    (made,) = decisions_of(here.store, here.organiser, here.round)
    proposal = proposal_of(here.store, here.organiser, here.round, made.proposal)
    assert proposal.round.of_votes
    told = as_told(proposal)
    assert (told.round.merit, told.standing, told.input_sha256) == (None, None, "")
    assert as_told(proposal) is told
    page = Sharing(told, Audience.SELF, Stamp(day_of(made.at)), Language.NL).page()
    assert "stemmen zijn weggelaten" in page


def test_the_board_says_nothing_of_who_got_more_votes(judged: JudgedRound) -> None:
    here = judged.here
    (made,) = decisions_of(here.store, here.organiser, here.round)
    board = Board.of(proposal_of(here.store, here.organiser, here.round, made.proposal))
    out = board.not_placed[0]
    assert board.begun.round.ranked
    for other, change in board.swaps_of(out.id):
        units = board.begun.round.merit or {}
        assert change.decided_by != "standing", (units[out.id], units[other.id])
        assert "merit" not in {one.rule for one in change.rules}


def test_what_is_held_on_one_of_them_is_that_they_counted(judged: JudgedRound) -> None:
    here = judged.here
    for actor, exact in ((here.organiser, False), (judged.auditor, True)):
        entries = held_about(here.store, actor, here.round, "c1", Language.NL).entries
        points = [one["what"] for one in entries["settings"] if one["name"] == "merit"]
        assert len(points) == 1
        assert isinstance(points[0], int) is exact


def test_points_of_an_organisers_own_are_theirs_to_read(judged: JudgedRound) -> None:
    """Given in place of the committee's; what was composed before keeps its votes to itself."""
    here = judged.here
    read = (here.store, here.organiser, here.round)
    before = asked_of(*read)
    own = dict.fromkeys(before.given["merit"] or {}, 1000)
    give(*read, "merit", own)
    given = asked_of(*read).given["merit"]
    assert getattr(given, "of_votes", "") == ""
    (made,) = decisions_of(*read)
    assert proposal_of(*read, made.proposal).round.of_votes
