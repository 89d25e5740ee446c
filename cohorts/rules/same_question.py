"""Members who wrestle with the same question, judged by their themes and by what they wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import ClassVar

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.people.spelling import FREE_TEXTS
from cohorts.people.values import bare
from cohorts.people.wording import Wording
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.measuring import pool_of
from cohorts.rules.questions_alike import DENSE, QuestionsAlike
from cohorts.rules.rule import Demand, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.subject_shared import Had, Shared, most_shared
from cohorts.rules.worked import Worked
from cohorts.words import Language
from solver.terms import PairCost

QUESTION = ("question",)
LABEL = 8
"""In a column of one's own, more words than these are somebody's own words; fewer are a value."""
MOST_WORDS = 4


class SameQuestion(Rule):
    """Graded: 1 − how alike the questions of two are, per pair and member.

    A theme that both named outweighs all wording; see :mod:`cohorts.rules.questions_alike`.
    """

    TITLE = texts(nl="Hetzelfde in: {fields}", en="The same in: {fields}")
    TITLE_OF_QUESTION: ClassVar = texts(nl="Hetzelfde vraagstuk", en="The same question")
    ABOUT = texts(
        nl="De leden van een groep worstelen met hetzelfde. Een thema dat twee mensen beiden "
        "noemden, telt het zwaarst. Daarna telt wat zij schreven in de velden die u noemt: over "
        "welk onderwerp, en met welke woorden. Een zin die velen overschreven, telt weinig. Het "
        "blijft een wens: een woord is geen bewijs.",
        en="The members of a group wrestle with the same thing. A theme that two people both named "
        "counts most. Then counts what they wrote in the fields you name: about which subject, and "
        "in which words. A sentence that many copied counts for little. It stays a wish: words "
        "are no proof.",
    )
    SENTENCES: ClassVar = {
        "all_wrote": texts(
            nl="Alle {known} leden schrijven over {subject}.",
            en="All {known} members write about {subject}.",
        ),
        "most_wrote": texts(
            nl="{count} van de {known} leden schrijven over {subject}: {people}.",
            en="{count} of the {known} members write about {subject}: {people}.",
        ),
        "few_wrote": texts(
            nl="Het meest gedeeld is {subject}: {count} van de {known} leden schrijven erover, "
            "{people}.",
            en="Shared most is {subject}: {count} of the {known} members write about it, {people}.",
        ),
        "all_named": texts(
            nl="Alle {known} leden noemden {subject}.",
            en="All {known} members named {subject}.",
        ),
        "most_named": texts(
            nl="{count} van de {known} leden noemden {subject}: {people}.",
            en="{count} of the {known} members named {subject}: {people}.",
        ),
        "few_named": texts(
            nl="Het meest gedeeld is {subject}: {count} van de {known} leden noemden het, "
            "{people}.",
            en="Shared most is {subject}: {count} of the {known} members named it, {people}.",
        ),
        "all_word": texts(
            nl="Alle {known} leden gebruiken het woord ‘{subject}’.",
            en="All {known} members use the word ‘{subject}’.",
        ),
        "most_word": texts(
            nl="{count} van de {known} leden gebruiken het woord ‘{subject}’: {people}.",
            en="{count} of the {known} members use the word ‘{subject}’: {people}.",
        ),
        "few_word": texts(
            nl="Wij vinden geen onderwerp dat twee leden delen; wel gebruiken {count} van de "
            "{known} het woord ‘{subject}’: {people}.",
            en="We find no subject that two members share; but {count} of the {known} use the word "
            "‘{subject}’: {people}.",
        ),
        "mixed": texts(
            nl="Wij vinden geen onderwerp dat twee leden delen.",
            en="We find no subject that two members share.",
        ),
        "unknown": texts(
            nl="Te weinig leden schreven iets om te vergelijken.",
            en="Too few members wrote something to compare.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "all_wrote": texts(nl="Zij schrijven over {subject}.", en="They write about {subject}."),
        "all_named": texts(
            nl="Zij noemden hetzelfde: {subject}.", en="They named the same: {subject}."
        ),
        "all_word": texts(
            nl="Zij gebruiken het woord ‘{subject}’.", en="They use the word ‘{subject}’."
        ),
        **dict.fromkeys(
            ("most_wrote", "few_wrote"),
            texts(nl="{people} schrijven over {subject}.", en="{people} write about {subject}."),
        ),
        **dict.fromkeys(
            ("most_named", "few_named"),
            texts(
                nl="{people} noemden hetzelfde: {subject}.",
                en="{people} named the same: {subject}.",
            ),
        ),
        **dict.fromkeys(
            ("few_word", "mixed"),
            texts(
                nl="Wij vinden geen onderwerp dat zij delen.",
                en="We find no subject that they share.",
            ),
        ),
        "most_word": texts(
            nl="{people} gebruiken het woord ‘{subject}’.",
            en="{people} use the word ‘{subject}’.",
        ),
        "unknown": texts(
            nl="Zij schreven te weinig om te vergelijken.",
            en="They wrote too little to compare.",
        ),
    }
    JOINS = frozenset(
        {"all_wrote", "most_wrote", "all_named", "most_named", "all_word", "most_word"}
    )
    OF_ALL = frozenset({"all_wrote", "all_named", "all_word"})
    OWN_WORDS = frozenset({"all_word", "most_word", "few_word"})
    TELLS = "subject"
    FURTHEST_FIRST = True
    WORKED = (
        Worked(
            groups=(
                {
                    "Anker": {"question": "export naar Duitsland opzetten"},
                    "Berk": {"question": "wij willen export naar Duitsland"},
                },
                {
                    "Citer": {"question": "personeel vinden en binden"},
                    "Duin": {"question": "robots in de fabriek"},
                },
            ),
        ),
    )

    fields: tuple[str, ...] = described(
        QUESTION, nl="velden met tekst", en="fields with text", min_length=1
    )
    themes: str = described(
        "themes",
        nl="veld met de thema's die iemand noemde; leeg: alleen tekst telt",
        en="field with the themes somebody named; empty: only text counts",
    )

    @override
    def needs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.fields, *filter(None, (self.themes,)))))

    @override
    def title(self, language: Language) -> str:
        asked = self.fields == QUESTION
        return self.TITLE_OF_QUESTION[language] if asked else super().title(language)

    @property
    @override
    def limits(self) -> None:
        return None

    @override
    def demands(self, round_: Round) -> list[Demand]:
        pool: Pool = pool_of(self, round_)
        if round_.n <= DENSE:
            costs = pool.alike.costs
            term = PairCost(name=self.key, n=round_.n, matrix=costs, price=1)
        else:
            edges, costs = pool.alike.nearest
            term = PairCost(name=self.key, n=round_.n, edges=edges, costs=costs, price=1)
        return [Demand(term, self.weight)]

    def text(self, applicant: Applicant) -> str:
        """What somebody wrote in their own words in all the fields together."""
        own = (applicant.text(field) for field in self.fields if field in FREE_TEXTS)
        return "\n".join(filter(None, (*own, *(v for v in self._given(applicant) if _long(v)))))

    def values(self, applicant: Applicant) -> tuple[str, ...]:
        """What else somebody has in the fields: values, each as what counts as the value."""
        return tuple(value for value in self._given(applicant) if not _long(value))

    def _given(self, applicant: Applicant) -> Iterator[str]:
        others = (field for field in self.fields if field not in FREE_TEXTS)
        return (bare(value) for field in others for value in applicant.values(field))

    def named_by(self, applicant: Applicant) -> tuple[str, ...]:
        """The themes that somebody named."""
        return applicant.values(self.themes) if self.themes else ()

    @override
    def pool(self, round_: Round) -> Pool:
        return Pool(self, round_)

    @override
    def is_unknown(self, applicant: Applicant, pool: Pool) -> bool:
        return not (self.text(applicant) or self.values(applicant) or self.named_by(applicant))

    @override
    def measure_group(self, group: Seated, pool: Pool) -> GroupFinding:
        number, members = group.number, group.members
        rows = [pool.rows[a.id] for a in members]
        amount = sum(pool.alike.cost(i, j) for i, j in combinations(rows, 2)) // len(members)
        like = pool.alike.within(rows)
        known = [
            (float(like[p, q]), members[p], members[q])
            for p, q in combinations(range(len(rows)), 2)
            if not np.isnan(like[p, q])
        ]
        if not known:
            return GroupFinding(number, "unknown", {self.key: amount}, quality=0.0)
        _, a, b = min(known, key=lambda pair: (pair[0], pair[1].id, pair[2].id))
        quality = pool.alike.quality(sum(alike for alike, _, _ in known) / len(known))
        asked = [i for i, m in zip(rows, members, strict=True) if not self.is_unknown(m, pool)]
        shared = pool.shared(asked)
        verdict = _verdict(shared, len(asked))
        facts = {"fields": self.fields, **pool.facts(shared, asked)}
        return GroupFinding(number, verdict, {self.key: amount}, facts, (a.id, b.id), quality)


def _long(value: str) -> bool:
    return len(value.split()) > LABEL


def _verdict(shared: Shared | None, known: int) -> str:
    """How many of those who wrote share it: all, at least half, or fewer."""
    if shared is None:
        return "mixed"
    count = len(shared.rows)
    share = "all" if count == known else "most" if 2 * count >= known else "few"
    return f"{share}_{shared.how}"


class Pool:
    """Everybody's texts and themes, and how alike they are; ``rows``: id → row."""

    def __init__(self, rule: SameQuestion, round_: Round) -> None:
        self.rows = round_.rows
        self.labels = [a.label for a in round_.applicants]
        texts_ = [rule.text(a) for a in round_.applicants]
        values = [rule.values(a) for a in round_.applicants]
        themes = [rule.named_by(a) for a in round_.applicants]
        self.alike = QuestionsAlike(texts_, values, themes)
        self._subjects, self._themes = Had(self.alike.texts.subjects), Had(themes)
        together = zip(texts_, values, strict=True)
        self.wording = Wording(["\n".join(filter(None, (text, *more))) for text, more in together])

    def shared(self, rows: Sequence[int]) -> Shared | None:
        """What most of these have in common."""
        return most_shared(rows, subjects=self._subjects, wording=self.wording, themes=self._themes)

    def facts(self, shared: Shared | None, rows: Sequence[int]) -> dict[str, Fact]:
        """Who share what; ``words``: the words by which half of these are marked out."""
        if shared is None:
            return {"known": len(rows), "words": ()}
        telling = self.wording.telling(rows)
        return {
            "subject": shared.subject,
            "count": len(shared.rows),
            "known": len(rows),
            "people": tuple(self.labels[i] for i in shared.rows),
            "words": tuple(w for w, having in telling if 2 * len(having) >= len(rows))[:MOST_WORDS],
        }
