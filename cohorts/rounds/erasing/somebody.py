"""One person of a round: all their keys, and the words by which a text names them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.people.telephone import phone_of, phone_spellings
from cohorts.rounds.people.kept_people import keys_in
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import answers, applicant, mended

NAMING = ("name", "company", "kvk", "email", "phone")
"""Fields by which a text may name somebody; a telephone number in any way to write it."""
SHORTEST = 4
"""Signs; a shorter word stands in a text for anything."""


@dataclass(frozen=True)
class Somebody:
    """``key``: by which the versions know them; ``keys``: all, also of other ids of theirs.

    ``words``: what names them, in small letters.
    """

    key: PersonKey
    keys: tuple[PersonKey, ...]
    ids: tuple[ApplicantId, ...]
    words: frozenset[str]

    def is_named_in(self, text: str) -> bool:
        """Whether a text names them, whatever its capitals."""
        return bool(self.words) and one_of_words(self.words).search(text) is not None


def one_of_words(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of them as a whole word, the longest first."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def somebody_in(connection: Connection, round_: RoundKey, called: str) -> Somebody:
    """By the id in the file, or by key. Raises InputError where nobody is called so."""
    keys = keys_in(connection, round_)
    own = keys.of.get(ApplicantId(called)) or PersonKey(Key(called))
    if own not in keys.ids:
        raise InputError(Problem("erasing.nobody", called))
    key = keys.of.get(keys.ids[own], own)
    several = tuple(sorted(k for k, id_ in keys.ids.items() if keys.of.get(id_, k) == key))
    ids = tuple(keys.ids[one] for one in several)
    return Somebody(key, several, ids, _words(connection, several))


def is_erased(connection: Connection, who: Somebody) -> bool:
    """Whether nothing is left of them but keys."""
    left = (applicant.c.key.in_(who.keys), applicant.c.erased_at.is_(None))
    return connection.scalar(select(applicant.c.key).where(*left).limit(1)) is None


def everybody_else(
    connection: Connection, round_: RoundKey, who: Somebody, *, shared: bool = False
) -> frozenset[str]:
    """The words that name others of the round; ``shared``: also those that name this person."""
    here = select(applicant.c.key).where(applicant.c.round == round_)
    others = [PersonKey(Key(key)) for key in connection.scalars(here) if key not in who.keys]
    words = _words(connection, others)
    return words if shared else words - who.words


def _words(connection: Connection, keys: Sequence[PersonKey]) -> frozenset[str]:
    wanted = frozenset(keys)
    rounds = select(applicant.c.round).where(applicant.c.key.in_(keys[:1]))
    ids = select(applicant.c.key, applicant.c.id).where(applicant.c.round.in_(rounds))
    said = select(answers.c.person, answers.c.value).where(answers.c.round.in_(rounds))
    typed = select(mended.c.person, mended.c.column, mended.c.value).where(
        mended.c.round.in_(rounds)
    )
    found = [id_ for key, id_ in connection.execute(ids) if key in wanted]
    for key, value in connection.execute(said):
        if key in wanted:
            found += _naming(value)
    for key, column, value in connection.execute(typed):
        if key in wanted and column in NAMING:
            found += (value, *_spelled(value if column == "phone" else ""))
    words = (str(word).strip().casefold() for word in found if word)
    return frozenset(word for word in words if len(word) >= SHORTEST)


def _naming(value: str) -> Iterator[str]:
    told = json.loads(value)
    yield from (str(told[field]) for field in NAMING if told.get(field))
    written = (told.get("phone_columns") or {}).values()
    for one in (told.get("phone") or "", *written):
        yield from (one, *_spelled(one))


def _spelled(written: str) -> tuple[str, ...]:
    number = phone_of(written)
    return phone_spellings(number) if number else ()
