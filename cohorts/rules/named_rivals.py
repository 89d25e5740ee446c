"""Rivals that companies named on the form: whom that keeps apart, and what is asked of it.

What stands in ``relations.csv`` decides: a row ``competitor`` or ``none`` between people of two
companies answers for both companies, whether or not a form names them: a rival is a company, so its
other people are too. Until then two who surely named each other are rivals; one who named the
other, or a name that only looks like it, is a heavy wish and a question.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from cohorts.people.applicant import ApplicantId
from cohorts.people.named_on_forms import CompanyPair, Naming, Rivalry
from cohorts.people.relation import Pair, Relation, RelationKind, pair_of
from cohorts.round.remark import Remark
from cohorts.round.round import Round
from cohorts.rules.relation_pairs import Hold, pairs_with
from cohorts.words.phrase import quoted

ANSWERS = (RelationKind.COMPETITOR, RelationKind.NONE)
MOST_NAMED = 40
LONGEST = 60
ABOUT = "competitors"
"""The field that every question is about."""
MUTUAL = "by_both"
"""How it is asked of two who surely named each other."""


def named_rivals(round_: Round, *, must: bool) -> dict[Pair, Hold]:
    """Two people (ids ascending) of companies that are rivals by their forms → how firmly.

    ``must``: whether rivals of whom nothing else is said must be apart.
    """
    answers = _answers(round_)
    found: dict[Pair, Hold] = {}
    for companies, rivalry in round_.on_forms.rivals.items():
        hold = _hold(rivalry, answers.get(companies, []), must=must)
        if hold is not None:
            found |= dict.fromkeys(round_.on_forms.people(companies, round_.rows), hold)
    return dict(sorted(found.items()))


def confirmed_rivals(round_: Round, *, must: bool) -> dict[Pair, Hold]:
    """The same of two companies between whose people a row ``competitor`` stands, and no ``none``.

    Two of one company are rivals only where their own row says so.
    """
    found: dict[Pair, Hold] = {}
    for companies, rows in _answers(round_).items():
        hold = _answered(rows, must=must)
        if hold is not None and companies[0] != companies[1]:
            found |= dict.fromkeys(round_.on_forms.people(companies, round_.rows), hold)
    return found


def all_rivals(round_: Round) -> Mapping[Pair, bool]:
    """Every two people who are rivals by anything that is known → whether only one form says so.

    However firmly a row wants it: a row that makes two rivals a wish still calls them rivals.
    """
    found = named_rivals(round_, must=True) | confirmed_rivals(round_, must=True)
    found |= pairs_with(round_, (RelationKind.COMPETITOR,), must=True)
    return {pair: hold is Hold.NAMED for pair, hold in sorted(found.items())}


def _hold(rivalry: Rivalry, rows: list[Relation], *, must: bool) -> Hold | None:
    if rows:
        return _answered(rows, must=must)
    if not rivalry.mutual:
        return Hold.NAMED
    return Hold.MUST if must else Hold.WISH


def _answered(rows: list[Relation], *, must: bool) -> Hold | None:
    """What rows between two companies say; None where one of them lets the two go."""
    if any(row.kind is RelationKind.NONE for row in rows):
        return None
    hard = any(must if row.must is None else row.must for row in rows)
    return Hold.MUST if hard else Hold.WISH


def _answers(round_: Round) -> Mapping[CompanyPair, list[Relation]]:
    found: dict[CompanyPair, list[Relation]] = {}
    for relation in round_.relations:
        if relation.kind in ANSWERS:
            found.setdefault(round_.on_forms.pair_of(relation.a, relation.b), []).append(relation)
    return found


@dataclass(frozen=True)
class Unanswered:
    """Two companies that are rivals by a form, while no row says whether they are.

    ``people``: one of each, by whom they are shown, who wrote it first; ``how``: the code of what
    is asked.
    """

    how: str
    people: Pair
    naming: Naming


def unanswered(round_: Round) -> Iterator[Unanswered]:
    """In the order of the companies."""
    answers, forms = _answers(round_), round_.on_forms
    for companies, rivalry in forms.rivals.items():
        people = forms.people(companies, round_.rows)
        if not people or companies in answers:
            continue
        how, naming = MUTUAL, rivalry.namings[0]
        if companies in forms.perhaps_partners:
            how = "also_partner"
        elif not rivalry.mutual:
            naming = max(rivalry.namings, key=lambda naming: naming.sure)
            several = "fits_several" if naming.among > 1 else "doubtful"
            how = "by_one" if naming.sure else several
        a, b = people[0]
        wrote = forms.companies.of[a] == naming.by
        yield Unanswered(how, (a, b) if wrote else (b, a), naming)


def questions(round_: Round) -> Iterator[Remark]:
    """What the organiser is asked: one for each two companies; then who is kept apart unasked.

    And, in one, whom nobody here is called.
    """
    forms = round_.on_forms
    both: list[str] = []
    for one in unanswered(round_):
        if one.how == MUTUAL:
            both.append(" + ".join(_labels(round_, pair_of(*one.people))))
        else:
            yield _asked(one, round_)
    if both:
        pairs = (*both[:MOST_NAMED], *_more(len(both)))
        yield Remark(f"rivals.{MUTUAL}", facts={"pairs": pairs, "count": len(both)}, about=ABOUT)
    if forms.unmatched:
        names = tuple(
            quoted(name[:LONGEST]) for name in islice(forms.unmatched.values(), MOST_NAMED)
        )
        count = len(forms.unmatched)
        facts = {"names": (*names, *_more(count)), "count": count}
        yield Remark("rivals.unmatched", facts=facts, about=ABOUT)


def _asked(one: Unanswered, round_: Round) -> Remark:
    """A question about two companies, with the two rows that answer it."""
    by, whom = one.people
    facts: dict[str, object] = {
        "by": _labels(round_, (by,))[0],
        "whom": _labels(round_, (whom,))[0],
        "written": one.naming.written[:LONGEST],
        "count": one.naming.among,
        **{str(kind): _row(by, whom, kind) for kind in ANSWERS},
    }
    return Remark(f"rivals.{one.how}", facts=facts, about=ABOUT)


def _row(a: ApplicantId, b: ApplicantId, kind: RelationKind) -> str:
    """As it stands in ``relations.csv``."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow((a, b, kind))
    return out.getvalue()


def _labels(round_: Round, people: tuple[ApplicantId, ...]) -> tuple[str, ...]:
    return tuple(round_.applicants[round_.rows[one]].label for one in people)


def _more(count: int) -> tuple[str, ...]:
    return (f"+ {count - MOST_NAMED}",) if count > MOST_NAMED else ()
