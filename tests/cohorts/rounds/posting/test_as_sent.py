"""What is shown of a letter that went is what went, whatever would be written now."""

from __future__ import annotations

from unittest.mock import MagicMock

import pytest

from cohorts.pages.post.listed import as_read
from cohorts.rounds.posting.mail_rows import MAY_BE_THERE, State, set_state
from cohorts.rounds.posting.mail_states import mail_states
from cohorts.rounds.posting.mail_to import mail_to
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.posting.a_mail_server import Mailbox
from tests.cohorts.rounds.posting.letters_of import TEXT, queued


@pytest.mark.parametrize("state", State)
def test_what_went_is_read_as_it_went(here: Decided, box: Mailbox, state: State) -> None:
    assert not box.letters
    post = queued(here, 1)
    (who,), (key,) = post.whom, post.mail()
    with here.store.writing() as connection:
        set_state(connection, key, state)
    mail = mail_states(*here.of, post.about).by_person[who]
    anew = MagicMock()
    read = as_read(anew, who, mail)
    (to,) = mail_to(*here.of, who)
    if state in MAY_BE_THERE:
        assert (read["subject"], "\n\n".join(read["paragraphs"])) == ("Uw aanmelding", TEXT)
        assert not anew.mock_calls
        assert to.text == TEXT
    else:
        assert anew.mock_calls
        assert to.text == ""
