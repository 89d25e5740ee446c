"""A letter that somebody wrote stands as it is; of an earlier decision it is read first."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from cohorts.errors import CohortsError, RefusedError
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.posting.about import about_decision
from cohorts.rounds.posting.kept_letters import kept_letters
from cohorts.rounds.posting.send_waiting import send_waiting
from cohorts.rounds.posting.write_letter import LONGEST, write_letter
from cohorts.store.tables import note
from cohorts.words import Language
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.posting.a_mail_server import Mailbox
from tests.cohorts.rounds.posting.letters_of import Posting, address_of, queued

HOSTILE = "Dag =cmd <b>{{ 7*7 }}</b>\r\nBcc: x@y.nl\n\n.\n\u202eom\x00"
NL, EN = Language.NL, Language.EN


def write(post: Posting, text: str = "", language: Language = NL) -> None:
    of = (*post.round.of, post.about, post.whom[0])
    write_letter(*of, language=language, text=text)


def refused(post: Posting, text: str) -> str:
    with pytest.raises(CohortsError) as error:
        write(post, text)
    return error.value.problems[0].code


def test_it_stands_as_written_and_is_taken_back(here: Decided, box: Mailbox) -> None:
    post = queued(here)
    who = post.whom[0]
    write(post, HOSTILE)
    kept = kept_letters(*here.of, post.about)[who]
    assert (kept.text, kept.language, kept.stale) == (
        "Dag =cmd <b>{{ 7*7 }}</b>\nBcc: x@y.nl\n\n.\nom",
        NL,
        False,
    )
    write(post, "", EN)
    kept = kept_letters(*here.of, post.about)[who]
    assert (kept.text, kept.language, kept.by) == ("", EN, here.actor.name)
    with here.store.reading() as connection:  # what was taken back is nowhere
        assert not [text for text in connection.scalars(select(note.c.text)) if "=cmd" in text]
    assert refused(post, "x" * (LONGEST + 1)) == "posting.long_letter"
    assert not box.letters


def test_of_an_earlier_decision_it_is_read_first(here: Decided, box: Mailbox) -> None:
    post = queued(here)
    write(post, "Zelf geschreven.")
    reopen_decision(*here.of, here.decisions[-1].key, reason="anders")
    assert refused(post, "Nog eens.") == "deciding.not_decided"
    here.decide()
    anew = Posting(here, about_decision(here.decisions[-1].key), post.whom)
    assert kept_letters(*here.of, anew.about)[post.whom[0]].stale
    with pytest.raises(RefusedError) as error:
        anew.queue()
    assert error.value.problems[0].code == "posting.read_again"
    anew.queue(*post.whom[1:])
    write(anew, "Zelf geschreven.")
    assert not kept_letters(*here.of, anew.about)[post.whom[0]].stale
    anew.queue()
    send_waiting(*here.of)
    assert len(box.letters) == len(post.whom)
    assert refused(anew, "Te laat.") == "posting.went"


def test_what_waits_goes_with_no_old_words(here: Decided, box: Mailbox) -> None:
    post = queued(here)
    who, *others = post.whom
    write(post, "Zelf geschreven.")
    send_waiting(*here.of)
    assert sorted(box.to) == sorted(map(address_of, others))
    post.queue(who, text="Zelf geschreven.")
    send_waiting(*here.of)
    assert box.letters[-1].get_content().strip() == "Zelf geschreven."
    assert box.times[address_of(who)] == 1


def test_it_is_told_to_who_asks_and_goes_with_them(here: Decided, box: Mailbox) -> None:
    post = queued(here)
    write(post, "Alleen voor u.")
    assert "Alleen voor u." in str(held_about(*here.of, post.whom[0], NL).as_json())
    erase_person(*here.of, post.whom[0])
    assert not kept_letters(*here.of, post.about)
    with here.store.reading() as connection:
        assert "Alleen voor u." not in [*connection.scalars(select(note.c.text))]
    assert refused(post, "Nog eens.") == "posting.no_such"
    assert not box.letters
