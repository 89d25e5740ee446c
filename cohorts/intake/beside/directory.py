"""Finds people by what a file beside the applicants calls them: id, KvK number, company or name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from cohorts.errors import InputError, Problem
from cohorts.intake.applicants import Applicants
from cohorts.intake.beside.rows import as_it_stands, shown
from cohorts.intake.table import Cell
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.companies import plain_name, told_apart
from cohorts.people.person_name import person_name, plain
from cohorts.words import Language, say

NEAREST, LIKE = 3, 0.6
ALIKE = 0.85
"""How alike two words are that are one word but for a slip of the hand."""
MOST_LOOKED_FOR = 50
"""Of so many that are not found the nearest are looked for."""
LONGEST_NAME = 200
"""A longer text is no name; to look for what is like it takes the square of its length."""
NAMED = 5
SHORTEST_WORD = 3


class Directory:
    """Ids count first, also of an answer that was replaced and as earlier releases made them."""

    def __init__(self, applicants: Sequence[Applicant]) -> None:
        people = told_apart(applicants)
        self._label = {a.id: a.label for a in people}
        self._ids = {str(a.id): a.id for a in people}
        if isinstance(applicants, Applicants):
            for left, kept in (*applicants.aliases.items(), *applicants.earlier_ids.items()):
                self._ids.setdefault(str(left), kept)
        self._kvk = _all_of((a.kvk, a.id) for a in people if a.kvk)
        self._folded = _all_of((one.casefold(), who) for one, who in self._ids.items())
        self._named = _all_of((key, a.id) for a in people for key in _keys(a))
        self._looked_for = 0

    def by_id(self, given: str) -> ApplicantId | None:
        """Whose id this is, or None."""
        return self._ids.get(given)

    def called(self, who: ApplicantId) -> str:
        """What somebody of the file is called on a page."""
        return self._label[who]

    def find(self, cell: Cell, place: str) -> ApplicantId:
        """Whose id, KvK number or name this is. Raises InputError, with the nearest."""
        found = self.all_called(cell, place)
        if len(found) == 1:
            return next(iter(found))
        who = tuple(f"{one} ({self._label[one]})" for one in sorted(found)[:NAMED])
        facts: dict[str, object] = {"given": shown(cell), "who": who}
        raise InputError(Problem("intake.person_ambiguous", place, facts))

    def all_called(self, cell: Cell, place: str) -> set[ApplicantId]:
        """Everybody of whom this is the id, KvK number or name. Raises InputError for nobody's."""
        given = as_it_stands(cell)
        by_kvk = self._kvk.get(given.zfill(8), set()) if given.isdecimal() else set()
        found = {*by_kvk, *([self._ids[given]] if given in self._ids else [])}
        found = found or self._folded.get(given.casefold(), set()) or self._by_name(given)
        if found:
            return found
        near = self._nearest(given)
        facts: dict[str, object] = {"given": shown(cell), "nearest": near, "hint": _hint(near)}
        raise InputError(Problem("intake.person_unknown", place, facts))

    def _by_name(self, given: str) -> set[ApplicantId]:
        return next((self._named[key] for key in _spelt(given) if key in self._named), set())

    def _nearest(self, given: str) -> tuple[str, ...]:
        """The labels, with their ids, of those whose name or id is most like it."""
        self._looked_for += 1
        if not 0 < len(given) <= LONGEST_NAME or self._looked_for > MOST_LOOKED_FOR:
            return ()
        spelt = next(_spelt(given), "")
        near = get_close_matches(spelt, self._named, NEAREST, LIKE) or self._with_word_of(spelt)
        near_ids = get_close_matches(given.casefold(), self._folded, NEAREST, LIKE)
        named = [who for key in near for who in sorted(self._named[key])]
        who = dict.fromkeys((*named, *(i for one in near_ids for i in sorted(self._folded[one]))))
        return tuple(f"{self._label[one]} ({one})" for one in list(who)[:NEAREST])

    def _with_word_of(self, spelt: str) -> list[str]:
        """Names that hold a word of this one, if need be nearly: Kip Metaal for Kip, or Kipp."""
        words = {word for word in spelt.split() if len(word) >= SHORTEST_WORD}
        known = sorted(self._named)
        whole = [key for key in known if words & set(key.split())]
        if not whole:
            of_names = sorted({word for key in known for word in key.split()})
            near = {one for w in sorted(words) for one in get_close_matches(w, of_names, 1, ALIKE)}
            whole = [key for key in known if near & set(key.split())]
        return whole[:NEAREST]


def _hint(near: tuple[str, ...]) -> Mapping[Language, str]:
    """Whom it is most like, in words; nothing where nobody is."""
    return {one: say("intake.nearest", one, nearest=near) if near else "" for one in Language}


def _keys(applicant: Applicant) -> Iterator[str]:
    """What somebody is called: company, own name, and both as they are told apart on a page."""
    for name in (applicant.company, applicant.name):
        yield from _spelt(name or "")
    if applicant.company:
        yield from _spelt(applicant.label)


def _spelt(name: str) -> Iterator[str]:
    """A name without case, accents, signs and legal form; and as a person's, in one order."""
    if company := plain(plain_name(name)):
        yield company
    person = person_name(name)
    if person.words and not person.numbers:
        yield " ".join(person.words)


def _all_of(pairs: Iterator[tuple[str, ApplicantId]]) -> Mapping[str, set[ApplicantId]]:
    found: dict[str, set[ApplicantId]] = {}
    for key, who in pairs:
        found.setdefault(key, set()).add(who)
    return found
