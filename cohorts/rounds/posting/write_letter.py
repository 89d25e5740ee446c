"""A person writes a letter in place of what is made, chooses its language, or takes that back."""

from __future__ import annotations

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.tell import check_stands
from cohorts.rounds.posting.about import About, decision_told
from cohorts.rounds.posting.kept_letters import keep_in
from cohorts.rounds.posting.mail_rows import State, mail_in, take_out_of_queue
from cohorts.rounds.posting.queue_mail import MAIL, NEW_WORDS
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.rounds.typed_text import visible
from cohorts.store.erasing import still_known
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.words import Language

LONGEST = 6_000
"""Signs of one letter."""


def write_letter(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    about: About,
    person: PersonKey,
    *,
    language: Language,
    text: str = "",
    seen: int | None = None,
) -> None:
    """``text``: from the salutation to the greeting; "": as it is made, in this language.

    What was written earlier is gone then, and a letter that waited with its old words waits no
    more. Raises InputError for what is too long and who is
    erased, RefusedError where it is not theirs to do, a tie keeps them from this person, the
    decision does not stand or the letter may have gone; StaleError.
    """
    written = visible(text.replace("\r\n", "\n"))
    name = "letter.write" if written else "letter.as_made"
    with act(store, actor, round_, name, may=ORGANISERS, object_=MAIL, seen=seen) as doing:
        decision = decision_told(about)
        if decision is not None:
            check_stands(doing.connection, round_, decision)
        check_not_tied(doing.connection, round_, actor, [person])
        if len(written) > LONGEST:
            raise InputError(Problem("posting.long_letter", "", {"longest": LONGEST}))
        if still_known(doing.connection, person) is None:
            raise InputError(Problem("posting.no_such"))
        for one in mail_in(doing.connection, round_):
            if one.person != person or one.about != about:
                continue
            if one.state not in NEW_WORDS:
                raise RefusedError(Problem("posting.went"))
            if one.state is State.WAITING:  # nobody said yes to the new words
                take_out_of_queue(doing, one)
        keep_in(doing, about, person, language, written)
        doing.about(person)
