"""What every condition has: fields, a judgement about one applicant, and sentences.

A condition says who may take part at all; a rule says who sits with whom. Missing data never
refuse anybody: what is not known yet is asked.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from cohorts.forms.field import UNSAID, Key, Said, described
from cohorts.people.applicant import Applicant
from cohorts.people.stage import Stage
from cohorts.round.finding import Fact
from cohorts.round.judgement import Judgement, Verdict
from cohorts.words.language import Language
from cohorts.words.phrase import phrase
from cohorts.words.texts import Texts, texts

__all__ = ["UNSAID", "Condition", "Said", "Texts", "described", "texts"]


class Condition(BaseModel):
    """The base of every condition; the file's name is its name in TOML."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    TITLE: ClassVar[Texts]
    """What is asked, as an organiser says it; may use ``{field}`` names of the condition."""
    ABOUT: ClassVar[Texts]
    """What the kind asks and when to use it."""
    SENTENCES: ClassVar[Mapping[Verdict, Texts]]
    """MET, REFUSED and UNKNOWN → sentence about one applicant, filled with the facts."""

    condition: str = described(..., nl="soort voorwaarde", en="kind of condition", asked=False)
    key: Key = described(
        "",
        nl="eigen naam van deze voorwaarde; leeg: de soort",
        en="this condition's own name; empty: its kind",
        asked=False,
    )
    stage: Stage = described(
        Stage.REGISTER,
        nl="vanaf welke stap van de intake dit bekend is",
        en="from which stage of the intake this is known",
        asked=False,
    )
    reason: Said = described(
        UNSAID,
        nl="waarom, of de bron: één tekst, of een per taal",
        en="why, or the source: one text, or one per language",
        asked=False,
    )

    def judge(self, applicant: Applicant, on: date) -> Judgement:
        """What the condition says of ``applicant`` on a day."""
        if applicant.stage is not None and not applicant.stage.has_reached(self.stage):
            return Judgement(self.key, Verdict.WAITS)
        verdict, facts = self.look(applicant, on)
        return Judgement(self.key, verdict, facts)

    @property
    def telling(self) -> bool:
        """Whether meeting it says that something is for this person.

        Not so where nearly everybody meets it: where a company is, how large, how old or in what
        phase.
        """
        return True

    def needs(self) -> tuple[str, ...]:
        """The fields (or extra columns) of an applicant that it reads."""
        return ()

    def named(self) -> Mapping[str, tuple[str, ...]]:
        """Field of the people → the values of it that are asked for, any one of which will do."""
        return {}

    @abstractmethod
    def look(self, applicant: Applicant, on: date) -> tuple[Verdict, Mapping[str, Fact]]:
        """MET, REFUSED or UNKNOWN, and the facts of it."""

    def words(self, facts: Mapping[str, Fact]) -> Mapping[str, object]:
        """What fills the title (no facts) and the sentences: own fields, and the facts."""
        return {**self.model_dump(mode="python"), **facts}

    def title(self, language: Language) -> str:
        """The condition as an organiser would say it."""
        return _capital(phrase(self.TITLE[language], self.words({}), language))

    @cached_property
    def titles(self) -> Texts:
        """The title in every language."""
        return {language: self.title(language) for language in Language}

    def sentence(self, judgement: Judgement, language: Language) -> str:
        """One sentence about one applicant. Raises KeyError for a condition that waits."""
        template = self.SENTENCES[judgement.verdict][language]
        return _capital(phrase(template, self.words(judgement.facts), language))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
